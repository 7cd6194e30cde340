package org.nestegg.schedule;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.nestegg.change.Change;
import org.nestegg.identity.Agenda;

/**
 * Posts what is due for everybody. Every replica may do it: whom one is busy with, the others pass over. What operators are told of
 * it is there from the start, so that a first failure is seen as one more.
 */
@Startup
@Singleton
class Timer {

    /** So many users are looked for at once. */
    private static final int SOME = 200;

    private final AtomicLong stuck = Metrics.gauge("nestegg.schedules.stuck", new AtomicLong());
    private final AtomicLong unposted = Metrics.gauge("nestegg.schedules.unposted", new AtomicLong());

    Timer() {
        CatchUp.countFailures(0);
    }

    @Scheduled(
            every = "${nestegg.schedules.every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        Set<UUID> seen = new HashSet<>();
        boolean more;
        do {
            // Whom somebody else is busy with, or for whom it fails, is due again at once: the next time will do.
            List<Agenda.Due> due = Agenda.due(Instant.now(), seen, SOME);
            due.forEach(Timer::post);
            due.forEach(somebody -> seen.add(somebody.owner()));
            more = due.size() == SOME;
        } while (more);
        QuarkusTransaction.requiringNew().run(() -> {
            stuck.set(Agenda.countStuck());
            unposted.set(Agenda.countLeft(Instant.now()));
        });
    }

    private static void post(Agenda.Due somebody) {
        try {
            if (QuarkusTransaction.requiringNew().call(() -> Change.isFree(somebody.owner()))) {
                CatchUp.run(somebody.owner(), somebody.timeZone());
            }
        } catch (RuntimeException e) {
            CatchUp.failed(e);
        }
    }
}
