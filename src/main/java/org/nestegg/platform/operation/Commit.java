package org.nestegg.platform.operation;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import java.util.function.IntConsumer;

/** What waits for a transaction to be committed. */
public final class Commit {

    private Commit() {}

    /** Has something done once the current transaction is committed, before anybody is answered; never if it is not. */
    public static void then(Runnable action) {
        whenEnded(status -> {
            if (status == Status.STATUS_COMMITTED) {
                action.run();
            }
        });
    }

    /** The same, also if it is not, or nobody can tell. */
    public static void orNot(Runnable action) {
        whenEnded(_ -> action.run());
    }

    private static void whenEnded(IntConsumer action) {
        try {
            Panache.getTransactionManager().getTransaction().registerSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // it may still be rolled back
                }

                @Override
                public void afterCompletion(int status) {
                    action.accept(status);
                }
            });
        } catch (SystemException | RollbackException e) {
            throw new IllegalStateException("There is no transaction to wait for", e);
        }
    }
}
