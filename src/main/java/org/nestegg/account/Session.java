package org.nestegg.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.nestegg.shared.database.StoredEntity;

/** One sign-in of a user. A session that has ended has no row; with it go its refresh tokens. */
@Entity
@Table(name = "session")
public class Session extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id", updatable = false)
    public User user;

    @Column(updatable = false)
    public Instant createdAt;

    /** When the session ends if it is not refreshed before. */
    public Instant expiresAt;

    static Session start(User user, Duration ttl) {
        Session session = new Session();
        session.user = user;
        session.createdAt = StoredEntity.now();
        session.prolong(ttl);
        session.persist();
        return session;
    }

    void prolong(Duration ttl) {
        expiresAt = StoredEntity.now().plus(ttl);
    }

    /** The session, with its user, if it has neither ended nor expired: one lookup by primary key. */
    static Optional<Session> living(UUID owner, UUID id) {
        return find(
                        "from Session s join fetch s.user u where s.id = ?1 and u.id = ?2 and s.expiresAt > ?3",
                        id,
                        owner,
                        Instant.now())
                .firstResultOptional();
    }

    /** The same, kept from all others until the end of the transaction. */
    static Optional<Session> locked(UUID owner, UUID id) {
        return Session.<Session>find("id = ?1 and user.id = ?2 and expiresAt > ?3", id, owner, Instant.now())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static void end(UUID owner, UUID id) {
        delete("user.id = ?1 and id = ?2", owner, id);
    }

    static void endOthers(UUID owner, UUID except) {
        delete("user.id = ?1 and id <> ?2", owner, except);
    }

    static long purgeExpired() {
        return delete("expiresAt <= ?1", Instant.now());
    }
}
