package org.nestegg.support;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what comes about elsewhere, and not for ever. */
public final class Await {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Await() {}

    /** Returns when a condition holds. That it does not in time is an error, which says what was waited for. */
    public static void until(String what, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("waited in vain: " + what);
                }
                Thread.sleep(PAUSE);
            }
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }
}
