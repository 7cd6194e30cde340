package org.nestegg.platform.operation;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Removes what has expired, every hour and on command. Every replica may do it: the second finds nothing. */
@Singleton
public class Purge {

    private static final Logger LOG = Logger.getLogger(Purge.class);

    private final List<Expiry> expiries;

    Purge(@All List<Expiry> expiries) {
        this.expiries = expiries;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void hourly() {
        run();
    }

    /**
     * Removes everything that has expired, each kind in transactions of its own, so that one that fails keeps no other.
     *
     * @return whether none failed
     */
    public boolean run() {
        boolean complete =
                expiries.stream().filter(expiry -> !remove(expiry)).toList().isEmpty();
        BusinessMetrics.count("nestegg.purges", "outcome", complete ? "success" : "failure");
        return complete;
    }

    private boolean remove(Expiry expiry) {
        try {
            long removed = removeAll(expiry);
            BusinessMetrics.add(removed, "nestegg.purged", "what", expiry.what());
            LOG.infof("Purged %d %s", removed, expiry.what());
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Could not purge %s", expiry.what());
            return false;
        }
    }

    private static long removeAll(Expiry expiry) {
        long removed = 0;
        long slice;
        do {
            slice = QuarkusTransaction.requiringNew().call(expiry.removeSome()::getAsLong);
            removed += slice;
        } while (slice == Expiry.SLICE);
        return removed;
    }
}
