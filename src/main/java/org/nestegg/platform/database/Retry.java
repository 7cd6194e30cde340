package org.nestegg.platform.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.transaction.xa.XAException;
import org.jboss.logging.Logger;
import org.nestegg.platform.problem.Causes;
import org.nestegg.platform.problem.SqlFailure;

/** Tries again what has certainly had no effect: the caller need not know that there was a deadlock or a dead connection. */
public final class Retry {

    private static final Logger LOG = Logger.getLogger(Retry.class);

    private static final int ATTEMPTS = 3;

    /** Whoever lost a connection after a longer time has waited long enough to be told. */
    private static final long PROMPTLY = Duration.ofMillis(500).toNanos();

    private static final long MAX_PAUSE = Duration.ofMillis(40).toNanos();

    private Retry() {}

    /** A whole transaction, or something that only reads. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        T run() throws E;
    }

    /** Runs the work up to three times, but once within a transaction, of which it is a part: that would be tried again whole. */
    public static <T, E extends Exception> T runOutside(Work<T, E> work) throws E {
        return QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION ? run(work) : work.run();
    }

    /** Runs the work, up to three times. */
    public static <T, E extends Exception> T run(Work<T, E> work) throws E {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return work.run();
            } catch (Exception e) {
                if (attempt == ATTEMPTS || !isSafe(e, System.nanoTime() - start)) {
                    throw e;
                }
                LOG.debugf(e, "Trying again after attempt %d", attempt);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MAX_PAUSE));
            }
        }
    }

    /** What was lost while it was being committed may have been committed. */
    private static boolean isSafe(Exception failure, long nanos) {
        boolean committing = Causes.of(failure)
                .anyMatch(cause -> cause instanceof UncertainException
                        || cause instanceof RollbackException
                        || cause instanceof SystemException
                        || cause instanceof XAException);
        return Causes.inDatabase(failure)
                .findFirst()
                .filter(sql -> SqlFailure.isConflict(sql) || SqlFailure.isLost(sql) && !committing && nanos < PROMPTLY)
                .isPresent();
    }
}
