package org.nestegg.identity;

import io.quarkus.arc.All;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.nestegg.identity.limit.SignInLimits;
import org.nestegg.identity.session.Session;
import org.nestegg.identity.token.PersonalToken;
import org.nestegg.platform.database.OwnedRows;
import org.nestegg.platform.database.Retry;
import org.nestegg.platform.operation.Expiry;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;

/**
 * Erases an account: at once as far as anybody can see, and then everything of it, in slices, so that no transaction is as
 * long as an account is large. Whatever keeps the second from coming to an end, the next purge ends it.
 */
@Singleton
class Erasure {

    /** Some tenths of a second of work; each slice also passes over what those before it have left behind. */
    private static final int SLICE = 5000;

    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    private static final Logger LOG = Logger.getLogger(Erasure.class);

    private final List<OwnedRows> many;

    Erasure(@All List<OwnedRows> many) {
        this.many = many.stream()
                .sorted(Comparator.comparingInt(OwnedRows::position))
                .toList();
    }

    /**
     * Erases a user, whom nobody sees from then on. Nothing of them is left when this returns, unless there is so much that
     * it takes longer than a client waits, or the database gives way: then the next purge goes on.
     */
    void erase(UUID id, Consumer<User> check) {
        begin(id, check);
        long deadline = System.nanoTime() + PATIENCE;
        try {
            while (System.nanoTime() < deadline
                    && Retry.run(() -> QuarkusTransaction.requiringNew().call(() -> eraseSome(id, SLICE))) > 0) {
                // until nothing is left
            }
        } catch (RuntimeException e) {
            LOG.warn("What is left of an erased account is for the purge", e);
        }
    }

    /**
     * Makes the user nobody: their address is free, nobody sees them, and none of their credentials is good any more.
     *
     * @param check what must hold of the user as they are now
     * @throws ProblemException with {@code last-admin}, or {@code invalid-token} if they are erased already
     */
    void begin(UUID id, Consumer<User> check) {
        // Only admins have admins to wait for. Who is one is certain only within the transaction, when it is too late
        // to
        // lock the others first.
        if (!begin(id, check, Optional::empty)) {
            begin(id, check, () -> Optional.of(Admins.locked()));
        }
    }

    private static boolean begin(UUID id, Consumer<User> check, Supplier<Optional<Admins>> others) {
        return Retry.run(() -> QuarkusTransaction.requiringNew().call(() -> {
            Optional<Admins> admins = others.get();
            User user = User.locked(id).orElseThrow(() -> new ProblemException(CommonProblem.INVALID_TOKEN));
            check.accept(user);
            if (user.role == Role.ADMIN && admins.isEmpty()) {
                return false;
            }
            admins.ifPresent(known -> known.checkLeaving(id));
            Session.endAll(id);
            PersonalToken.revokeAll(id);
            ExternalIdentity.forgetAll(id);
            SignInLimits.erase(user);
            user.erase();
            return true;
        }));
    }

    /** Goes on with whoever was erased and is not gone, within a transaction; see {@link Expiry}. */
    long resume() {
        long removed = 0;
        Optional<UUID> next = next();
        while (next.isPresent() && removed < Expiry.SLICE) {
            removed += eraseSome(next.get(), Expiry.SLICE - removed);
            next = next();
        }
        return removed;
    }

    /** Whoever is just being erased elsewhere is left to that. */
    private static Optional<UUID> next() {
        return Panache.getSession()
                .createNativeQuery(
                        "select id from users where erased_at is not null order by erased_at limit 1"
                                + " for update skip locked",
                        UUID.class)
                .uniqueResultOptional();
    }

    /**
     * Removes some rows of an erased user, and their own when there are no others.
     *
     * @return how many; none if the user is gone
     */
    private long eraseSome(UUID id, long most) {
        // Requests on their way may still insert rows; their foreign keys wait for this lock.
        if (!isLocked(id)) {
            return 0;
        }
        Panache.getSession()
                .createNativeQuery(
                        "select set_config('nestegg.erasing', 'on', true) || set_config('statement_timeout', '0', true)",
                        String.class)
                .getSingleResult();
        long removed = 0;
        for (OwnedRows rows : many) {
            removed += rows.delete(id, most - removed);
            if (removed == most) {
                return removed;
            }
        }
        return removed
                + Panache.getSession()
                        .createNativeMutationQuery("delete from users where id = :id")
                        .setParameter("id", id)
                        .executeUpdate();
    }

    private static boolean isLocked(UUID id) {
        return Panache.getSession()
                .createNativeQuery(
                        "select id from users where id = :id and erased_at is not null for update", UUID.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .isPresent();
    }
}
