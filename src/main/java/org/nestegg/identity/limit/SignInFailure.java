package org.nestegg.identity.limit;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
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

    private static final int MAX_DOUBLINGS = 10;

    /** A digest of what is counted. */
    @Id
    public byte[] key;

    public int failures;

    /** When the first of them was. */
    public Instant failedAt;

    /** From when on it may be tried again. */
    public Instant openAt;

    /** The count of a key, made if there is none, and kept from all others until the end of the transaction. */
    static SignInFailure locked(byte[] key) {
        // One statement, or another could remove the row between two.
        Panache.getSession()
                .createNativeMutationQuery("insert into sign_in_failure values (:key, 0, now(), now())"
                        + " on conflict (key) do update set key = excluded.key")
                .setParameter("key", key)
                .executeUpdate();
        return findById(key);
    }

    /**
     * Counts one more. Past those that are free within a window, each makes the next wait twice as long, from a second on,
     * until none has come for a window.
     */
    void count(Instant now, int free) {
        Instant since = failures < free ? failedAt : openAt;
        if (failures == 0 || since.plus(WINDOW).isBefore(now)) {
            failures = 0;
            failedAt = now;
        }
        failures++;
        if (failures >= free) {
            Duration wait = Duration.ofSeconds(1L << Math.min(failures - free, MAX_DOUBLINGS));
            openAt = now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        }
    }

    static void forget(byte[] key) {
        delete("key", key);
    }

    static void takeBack(byte[] key) {
        update("failures = failures - 1, openAt = ?1 where key = ?2 and failures > 0", StoredEntity.now(), key);
    }

    public static long purge() {
        return delete(
                "key in (select f.key from SignInFailure f where f.failedAt <= ?1 and f.openAt <= ?1 order by f.failedAt limit ?2)",
                StoredEntity.now().minus(WINDOW),
                Expiry.SLICE);
    }
}
