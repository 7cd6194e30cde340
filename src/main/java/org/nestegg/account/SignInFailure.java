package org.nestegg.account;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.nestegg.shared.database.StoredEntity;

/** How often signing in failed lately, with one address or from one source. */
@Entity
@Table(name = "sign_in_failure")
public class SignInFailure extends PanacheEntityBase {

    /** The longest that anybody is kept waiting: nobody is locked out for good. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final int MAX_DOUBLINGS = 10;

    /** A digest of the address or the source. */
    @Id
    public byte[] key;

    public int failures;

    public Instant failedAt;

    /** From when on it may be tried again. */
    public Instant openAt;

    /** The count of a key, made if there is none, and kept from all others until the end of the transaction. */
    static SignInFailure locked(byte[] key) {
        Panache.getSession()
                .createNativeMutationQuery(
                        "insert into sign_in_failure values (:key, 0, now(), now()) on conflict do nothing")
                .setParameter("key", key)
                .executeUpdate();
        return findById(key, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Counts one more. Past those that are free within a window, each makes the next wait twice as long, from a second on.
     */
    void count(Instant now, int free, Duration window) {
        boolean forgotten =
                failedAt.plus(window).isBefore(now) && openAt.plus(window).isBefore(now);
        failures = forgotten ? 1 : failures + 1;
        failedAt = now;
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

    static long purge() {
        return delete("failedAt <= ?1", StoredEntity.now().minus(LONGEST_WAIT.multipliedBy(2)));
    }
}
