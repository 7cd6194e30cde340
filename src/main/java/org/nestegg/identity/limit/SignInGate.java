package org.nestegg.identity.limit;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;

/**
 * Lets few into the database at once of those who sign up, in or on. They are nobody yet, come in any number, and wait for
 * one another there; whoever waits here instead holds no connection, and leaves the others to those who are signed in.
 */
@Singleton
public class SignInGate {

    private static final int PERMITS = 4;

    /** As long as anybody waits for a database that is away. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Semaphore permits = new Semaphore(PERMITS, true);

    /**
     * Does some work with the database, in its turn. Work that passes must not pass again within.
     *
     * @throws ProblemException with {@code unavailable} if its turn does not come in time
     */
    public <T> T pass(Supplier<T> work) {
        if (!hasTurn()) {
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    /** The same, of work that has no result. */
    public void pass(Runnable work) {
        pass(() -> {
            work.run();
            return null;
        });
    }

    private boolean hasTurn() {
        try {
            return permits.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
