package org.nestegg.platform.operation;

import io.quarkus.arc.All;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Compares what the database keeps with the rows that it follows from, on command. It only reads, and locks no row: others may
 * write meanwhile.
 */
@Singleton
public class Check {

    /** So many differences are named of an invariant. */
    static final int NAMED = 100;

    /** Transactions cannot do without a limit. This one ends no comparison, however much there is to read. */
    private static final Duration LIMIT = Duration.ofDays(7);

    /** Whoever is erased goes in slices, without the triggers. */
    private static final String FIRST = """
            select d.user_id, d.object, d.kept, d.found, count(*) over () from (%s) d
                where not exists (select from users u where u.id = d.user_id and u.erased_at is not null)
                order by d.user_id, d.object limit %d
            """;

    private static final Logger LOG = Logger.getLogger(Check.class);

    private final List<Invariant> invariants;

    Check(@All List<Invariant> invariants) {
        this.invariants = invariants.stream()
                .sorted(Comparator.comparing(Invariant::name))
                .toList();
    }

    /**
     * Compares everything and logs what differs; what cannot be compared keeps nothing else from it.
     *
     * @return whether all could be compared, and nothing differs
     */
    public boolean run() {
        return invariants.stream()
                .filter(invariant -> !holds(invariant))
                .toList()
                .isEmpty();
    }

    private boolean holds(Invariant invariant) {
        try {
            Differences differences = differences(invariant);
            differences.named().forEach(difference -> LOG.warnf("%s: %s", invariant.name(), difference));
            if (differences.count() > NAMED) {
                LOG.warnf("%s: these are the first %d of %d", invariant.name(), NAMED, differences.count());
            }
            LOG.infof("Checked %s: %d differences", invariant.name(), differences.count());
            return differences.count() == 0;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Could not check %s", invariant.name());
            return false;
        }
    }

    /** Where an invariant does not hold, all as of one moment, because a single statement finds it. */
    public Differences differences(Invariant invariant) {
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(LIMIT.toSeconds()))
                .call(() -> {
                    Panache.getSession()
                            .createNativeQuery(
                                    "select set_config('transaction_read_only', 'on', true)"
                                            + " || set_config('statement_timeout', '0', true)",
                                    String.class)
                            .getSingleResult();
                    List<Object[]> rows = Panache.getSession()
                            .createNativeQuery(FIRST.formatted(invariant.sql(), NAMED), Object[].class)
                            .getResultList();
                    return new Differences(
                            rows.stream().map(Differences.Difference::of).toList(),
                            rows.isEmpty() ? 0 : (long) rows.getFirst()[4]);
                });
    }
}
