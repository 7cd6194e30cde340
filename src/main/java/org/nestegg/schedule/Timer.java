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
        // Whoever is done with is due no more; the others would be due again at once, and the next time will do.
        Set<UUID> left = new HashSet<>();
        List<Agenda.Due> due;
        do {
            due = Agenda.due(Instant.now(), left, SOME);
            for (Agenda.Due somebody : due) {
                if (!post(somebody)) {
                    left.add(somebody.owner());
                }
            }
        } while (due.size() == SOME);
        QuarkusTransaction.requiringNew().run(() -> {
            stuck.set(Agenda.countStuck());
            unposted.set(Agenda.countLeft(Instant.now()));
        });
    }

    /** Posts what is due for somebody, and says whether that is all: nobody else is busy with them, and nothing fails. */
    private static boolean post(Agenda.Due somebody) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> Change.isFree(somebody.owner()))
                    && !CatchUp.run(somebody.owner(), somebody.timeZone());
        } catch (RuntimeException e) {
            CatchUp.failed(e);
            return false;
        }
    }
}
