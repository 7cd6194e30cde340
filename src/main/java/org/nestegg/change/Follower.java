package org.nestegg.change;

import java.time.Duration;
import java.time.Instant;
import org.nestegg.platform.security.SignedIn;

/** Somebody who follows their changes by a stream. */
final class Follower {

    final SignedIn caller;
    private long latest;
    private boolean ended;

    Follower(SignedIn caller) {
        this.caller = caller;
    }

    /** That there are changes up to a seq. */
    synchronized void see(long seq) {
        if (seq > latest) {
            latest = seq;
            notifyAll();
        }
    }

    /** That the stream is to end. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized boolean isEnded() {
        return ended
                || caller.until().filter(until -> !until.isAfter(Instant.now())).isPresent();
    }

    /** Waits until there is something after a change, or the end; at most so long. Says whether there is. */
    synchronized boolean awaits(long after, Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        long left = most.toMillis();
        while (latest <= after && !isEnded() && left > 0) {
            wait(left);
            left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        }
        return latest > after || isEnded();
    }
}
