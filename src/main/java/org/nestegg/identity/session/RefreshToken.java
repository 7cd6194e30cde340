package org.nestegg.identity.session;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.query.NativeQuery;
import org.nestegg.identity.User;
import org.nestegg.identity.token.SecretToken;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.operation.Expiry;

/**
 * The right to a new access token, once (RFC 9700, section 4.14.2). The token itself is known only to the client; the row
 * holds its SHA-256, and that of the token it was given for.
 */
@Entity
@Table(name = "refresh_token")
public class RefreshToken extends PanacheEntityBase {

    /** How long a token that was used may be used again, by a client whose answer was lost. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    @Id
    public byte[] hash;

    @PartitionKey
    @Column(name = "user_id", updatable = false)
    public UUID owner;

    @Column(updatable = false)
    public UUID sessionId;

    @Column(updatable = false)
    public byte[] parent;

    public Instant usedAt;

    /** The session first, as whoever ends it takes it: so the two cannot wait for each other. */
    private static final String LOCKED = """
            select {t.*}, {s.*}, {u.*} from refresh_token t
                join session s on s.user_id = t.user_id and s.id = t.session_id
                join users u on u.id = s.user_id
                where t.hash = :hash and %s and s.expires_at > :now and u.erased_at is null
                for update of s, t
            """;

    /**
     * Its siblings' client went on with this one: they were never tried, so there is nothing to try again. Just before the grace is
     * enough for that, and as late as can be: a purge forgets what was used long ago.
     */
    private static final String TRADE = """
            with used as (
                update refresh_token set used_at = case when hash = :hash then cast(:now as timestamptz)
                        else cast(:untried as timestamptz) end
                    where :first and user_id = :owner and (hash = :hash or parent = :parent) and used_at is null),
            prolonged as (
                update session set used_at = :now, expires_at = :until, source = :source
                    where user_id = :owner and id = :session)
            insert into refresh_token (hash, user_id, session_id, parent) values (:issued, :owner, :session, :hash)
            """;

    /**
     * Finds a token with its session, both kept from all others until the end of the transaction.
     *
     * @return nothing if it is unknown, or its session has ended
     */
    static Optional<Locked> locked(String token) {
        // One that was given out before tokens said whose they are is found by its hash alone.
        Optional<UUID> owner = SecretToken.owner(token);
        NativeQuery<Object[]> query = Panache.getSession()
                .createNativeQuery(LOCKED.formatted(owner.isPresent() ? "t.user_id = :owner" : "true"), Object[].class)
                .addEntity("t", RefreshToken.class)
                .addEntity("s", Session.class)
                .addEntity("u", User.class)
                .setParameter("hash", SecretToken.hash(token))
                .setParameter("now", Instant.now());
        owner.ifPresent(id -> query.setParameter("owner", id));
        return query.uniqueResultOptional().map(row -> new Locked((RefreshToken) row[0], (Session) row[1]));
    }

    /** A token with its session. */
    record Locked(RefreshToken token, Session session) {

        /**
         * Uses the token up, prolongs its session, and says the token that is good from then on.
         *
         * @param from the IP address of whoever does
         */
        String trade(Duration ttl, String from) {
            Instant now = StoredEntity.now();
            String issued = SecretToken.make(token.owner);
            Panache.getSession()
                    .createNativeMutationQuery(TRADE)
                    .setParameter("hash", token.hash)
                    .setParameter("now", now)
                    .setParameter("untried", now.minus(GRACE).minus(1, ChronoUnit.MICROS))
                    .setParameter("first", token.usedAt == null)
                    .setParameter("owner", token.owner)
                    .setParameter("parent", token.parent, byte[].class)
                    .setParameter("until", now.plus(ttl))
                    .setParameter("source", from)
                    .setParameter("session", session.id)
                    .setParameter("issued", SecretToken.hash(issued))
                    .executeUpdate();
            return issued;
        }
    }

    /**
     * Whether it may be used; if not, somebody else has it, too: it was used before, and this cannot be the retry of a client whose
     * answer was lost. It cannot when that was too long ago, when a token that was given for it has been used, so that its
     * answer did arrive, or when a sibling was.
     */
    boolean isGood() {
        return usedAt == null
                || !usedAt.isBefore(StoredEntity.now().minus(GRACE))
                        && count("owner = ?1 and parent = ?2 and usedAt is not null", owner, hash) == 0;
    }

    /** Forgets tokens that were used so long ago that nobody will try them. */
    public static long purgeUsed(Duration age) {
        return delete(
                "(owner, hash) in (select t.owner, t.hash from RefreshToken t where t.usedAt <= ?1 order by t.usedAt limit ?2)",
                StoredEntity.now().minus(age),
                Expiry.SLICE);
    }
}
