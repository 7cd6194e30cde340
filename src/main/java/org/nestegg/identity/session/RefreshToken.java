package org.nestegg.identity.session;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
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

    /**
     * Makes a token for the session and returns what the client gets.
     *
     * @param parent the token that it is given for, or null at the start of the session
     */
    static String issue(Session session, RefreshToken parent) {
        String token = SecretToken.make(session.owner);
        RefreshToken row = new RefreshToken();
        row.hash = SecretToken.hash(token);
        row.owner = session.owner;
        row.sessionId = session.id;
        row.parent = parent == null ? null : parent.hash;
        row.persist();
        return token;
    }

    /**
     * Finds a token with its session, both kept from all others until the end of the transaction.
     *
     * @return nothing if it is unknown, or its session has ended
     */
    static Optional<Locked> locked(String token) {
        byte[] hash = SecretToken.hash(token);
        // The session first, as whoever ends it takes it: so the two cannot wait for each other.
        return place(token, hash)
                .flatMap(place -> Session.locked(place.owner, place.session))
                .flatMap(session -> RefreshToken.<RefreshToken>find("owner = ?1 and hash = ?2", session.owner, hash)
                        .firstResultOptional()
                        .map(row -> new Locked(row, session)));
    }

    /** A token with its session. */
    record Locked(RefreshToken token, Session session) {}

    /** Where a token belongs. One that was given out before tokens said whose they are is found by its hash alone. */
    private static Optional<Place> place(String token, byte[] hash) {
        return SecretToken.owner(token)
                .map(owner ->
                        find("select owner, sessionId from RefreshToken where owner = ?1 and hash = ?2", owner, hash))
                .orElseGet(() -> find("select owner, sessionId from RefreshToken where hash = ?1", hash))
                .project(Place.class)
                .firstResultOptional();
    }

    @RegisterForReflection
    record Place(UUID owner, UUID session) {}

    /**
     * Uses the token; false if somebody else has it, too: it was used before, and this cannot be the retry of a client whose
     * answer was lost. It cannot when that was too long ago, when a token that was given for it has been used, so that
     * its answer did arrive, or when a sibling was.
     */
    boolean use() {
        Instant now = StoredEntity.now();
        if (usedAt == null) {
            usedAt = now;
            // The siblings' client went on with this one: they were never tried, so there is nothing to try again. Just
            // before the grace is enough for that, and as late as can be: a purge forgets what was used long ago.
            update(
                    "usedAt = ?1 where owner = ?2 and parent = ?3 and hash <> ?4 and usedAt is null",
                    now.minus(GRACE).minus(1, ChronoUnit.MICROS),
                    owner,
                    parent,
                    hash);
            return true;
        }
        return !usedAt.isBefore(now.minus(GRACE))
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
