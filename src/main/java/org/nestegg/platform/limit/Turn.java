package org.nestegg.platform.limit;

import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.nestegg.platform.problem.ProblemException;

/** The turn of a request among those of its user, which it takes before it begins; see {@link InTurn}. */
public final class Turn {

    /** As long as a statement may take that is before. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration WAIT = Duration.ofSeconds(1);

    /** Where nobody waits for others. */
    public static final Turn NONE = new Turn(null);

    private static final String KEY = Turn.class.getName();

    private final ReentrantLock lock;
    private boolean taken;

    Turn(ReentrantLock lock) {
        this.lock = lock;
    }

    /** That of the request that an interceptor is asked for. */
    public static Turn of(InvocationContext invocation) {
        return (Turn) invocation.getContextData().getOrDefault(KEY, NONE);
    }

    void putInto(InvocationContext invocation) {
        invocation.getContextData().put(KEY, this);
    }

    /**
     * Waits for the turn, if the request does not have it. It holds no connection then.
     *
     * @throws ProblemException with {@code too-many-requests} if that takes too long
     */
    public void take() {
        if (lock == null || taken) {
            return;
        }
        try {
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.tooMany(WAIT);
            }
            taken = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.tooMany(WAIT);
        }
    }

    /** Lets the next one have it, if the request has it. */
    public void leave() {
        if (taken) {
            taken = false;
            lock.unlock();
        }
    }
}
