package org.nestegg.identity.limit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.nestegg.platform.database.Retry;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.operation.Expiry;

/** How often signing in failed lately, with one account or from one source. */
@Entity
@Table(name = "sign_in_failure")
public class SignInFailure extends PanacheEntityBase {

    /** In which failures are counted together. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    /** The longest that anybody is kept waiting: nobody is locked out for good. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** A digest of what is counted. */
    @Id
    public byte[] key;

    public int failures;

    /** When the first of them was. */
    public Instant failedAt;

    /** From when on it may be tried again. */
    public Instant openAt;

    /**
     * What has become of one attempt.
     *
     * @param refuses what refuses it, {@code source} or {@code account}; null if nothing does
     * @param failures how many there have been with the account by now
     * @param opensIn for how long whatever refuses it lets nobody try
     */
    record Verdict(String refuses, int failures, Duration opensIn) {}

    /**
     * Counts one attempt, unless it is refused, by one statement. Past those that are free within a window, each makes the next wait
     * twice as long, from a second on, until none has come for a window.
     */
    static Verdict count(byte[] account, int freeOfAccount, byte[] source, int freeOfSource) {
        return Retry.run(() -> Sql.alone(
                        "select refuses, coalesce(n, 0), cast(ceil(waits * 1000) as bigint) from admit_sign_in(:account, :freeOfAccount,"
                                + " :source, :freeOfSource, make_interval(secs => :window), make_interval(secs => :longest))",
                        Map.of(
                                "account", account,
                                "freeOfAccount", freeOfAccount,
                                "source", source,
                                "freeOfSource", freeOfSource,
                                "window", (double) WINDOW.toSeconds(),
                                "longest", (double) LONGEST_WAIT.toSeconds()),
                        row -> new Verdict(row.text(), (int) row.number(), Duration.ofMillis(row.number()))))
                .getFirst();
    }

    static void forget(byte[] key) {
        delete("key", key);
    }

    public static long purge() {
        return delete(
                "key in (select f.key from SignInFailure f where f.failedAt <= ?1 and f.openAt <= ?1 order by f.failedAt limit ?2)",
                StoredEntity.now().minus(WINDOW),
                Expiry.SLICE);
    }
}
