package org.nestegg.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.shared.database.StoredEntity;

/** The right to a new access token, once. The token itself is known only to the client; the row holds its SHA-256. */
@Entity
@Table(name = "refresh_token")
public class RefreshToken extends PanacheEntityBase {

    private static final int TOKEN_BYTES = 32;

    @Id
    public byte[] hash;

    @Column(name = "user_id", updatable = false)
    public UUID owner;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "session_id", updatable = false)
    public Session session;

    public Instant usedAt;

    /** Makes a token for the session and returns what the client gets. */
    static String issue(Session session) {
        byte[] secret = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        RefreshToken row = new RefreshToken();
        row.hash = hash(token);
        row.owner = session.user.id;
        row.session = session;
        row.persist();
        return token;
    }

    /**
     * Uses the token up. Of several that try at once, one succeeds.
     *
     * @return the session that it belongs to; nothing if the token is unknown or used up, or its session has ended
     */
    static Optional<Session> use(String token) {
        byte[] hash = hash(token);
        // The session first, as whoever ends it takes it: so the two cannot wait for each other.
        return RefreshToken.<RefreshToken>findByIdOptional(hash)
                .flatMap(row -> Session.locked(row.owner, row.session.id))
                .filter(session ->
                        update("usedAt = ?1 where hash = ?2 and usedAt is null", StoredEntity.now(), hash) == 1);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
