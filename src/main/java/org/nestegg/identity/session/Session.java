package org.nestegg.identity.session;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.nestegg.identity.Agenda;
import org.nestegg.identity.User;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.operation.Expiry;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.security.KnownCallers;
import org.nestegg.platform.security.SignedIn;

/** One sign-in of a user. A session that has ended has no row; with it go its refresh tokens. */
@Entity
@Table(name = "session")
public class Session extends PanacheEntityBase {

    @Id
    public UUID id;

    @PartitionKey
    @Column(name = "user_id", updatable = false)
    public UUID owner;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id", insertable = false, updatable = false)
    public User user;

    @Column(updatable = false)
    public Instant createdAt;

    /** When it was last refreshed. */
    public Instant usedAt;

    /** When the session ends if it is not refreshed before. */
    public Instant expiresAt;

    /** The IP address that it was last refreshed from. */
    public String source;

    /** What the client calls itself. */
    @Column(updatable = false)
    public String userAgent;

    /** The SHA-256 of the secret in the cookie that goes on with it; null where refresh tokens do. */
    public byte[] cookieHash;

    /** Of so many of a user the oldest ends when another begins. */
    public static final int MAX = 50;

    /** How exactly it is kept when it was last used. */
    private static final Duration USE = Duration.ofMinutes(1);

    /** Who the user of a session is now, if it has neither ended nor expired: one lookup by primary key. */
    static Optional<Living> living(UUID owner, UUID id) {
        return living("s.user_id = :owner and s.id = :key", Map.of("owner", owner, "key", id)).stream()
                .findFirst();
    }

    /** The same of the session that a cookie goes on with, found by the hash of its secret. */
    static Optional<Living> ofCookie(UUID owner, byte[] hash) {
        return living("s.user_id = :owner and s.cookie_hash = :key", Map.of("owner", owner, "key", hash)).stream()
                .findFirst();
    }

    /** The same of many, by one statement: of those that live. */
    static List<Living> living(List<UUID> owners, List<UUID> ids) {
        return living(
                "(s.user_id, s.id) in (select * from unnest(cast(:owners as uuid[]), cast(:ids as uuid[])))",
                Map.of("owners", owners, "ids", ids));
    }

    private static List<Living> living(String condition, Map<String, Object> keys) {
        Map<String, Object> parameters = new HashMap<>(keys);
        parameters.put("now", Instant.now());
        return Sql.list(
                "select s.user_id, s.id, u.currency, u.locale, u.time_zone, u.role, " + Agenda.FIRST_DAY
                        + " from session s join users u on u.id = s.user_id where " + condition
                        + " and s.expires_at > :now and not u.disabled and u.erased_at is null",
                parameters,
                row -> new Living(
                        row.id(),
                        row.id(),
                        Currency.getInstance(row.text()),
                        row.text(),
                        ZoneId.of(row.text()),
                        row.text(),
                        Optional.ofNullable(row.day())));
    }

    /**
     * What is known of a session, and of its user.
     *
     * @param role its code
     * @param due the first day on which something is to be done for them by itself
     */
    record Living(
            UUID owner,
            UUID id,
            Currency currency,
            String locale,
            ZoneId timeZone,
            String role,
            Optional<LocalDate> due) {

        SignedIn signedIn() {
            return new SignedIn(
                    owner, Optional.of(id), Optional.empty(), Optional.empty(), currency, locale, timeZone, due);
        }
    }

    /** Has one that is used from somewhere last for so long from now on; not each request writes. */
    static void prolong(UUID owner, UUID id, Duration ttl, String source) {
        Instant now = StoredEntity.now();
        update(
                "usedAt = ?1, expiresAt = ?2, source = ?3 where owner = ?4 and id = ?5 and usedAt < ?6",
                now,
                now.plus(ttl),
                source,
                owner,
                id,
                now.minus(USE));
    }

    /** Has one go on with another cookie. */
    static void renew(UUID owner, UUID id, byte[] cookieHash) {
        KnownCallers.forgetOnCommit(owner);
        update("cookieHash = ?1 where owner = ?2 and id = ?3", cookieHash, owner, id);
    }

    /** Ends the one that goes on with a cookie. */
    static void end(UUID owner, byte[] cookieHash) {
        KnownCallers.forgetOnCommit(owner);
        delete("owner = ?1 and cookieHash = ?2", owner, cookieHash);
    }

    /** One page of the owner's living sessions, the newest first. */
    static List<Session> page(UUID owner, PageRequest page) {
        String after = page.after().isEmpty() ? "" : " and id < ?3";
        Object[] parameters = page.after().isEmpty()
                ? new Object[] {owner, Instant.now()}
                : new Object[] {
                    owner, Instant.now(), UUID.fromString(page.after().getFirst())
                };
        return Session.<Session>find("owner = ?1 and expiresAt > ?2" + after + " order by id desc", parameters)
                .range(0, page.fetch() - 1)
                .list();
    }

    static long count(UUID owner) {
        return count("owner = ?1 and expiresAt > ?2", owner, Instant.now());
    }

    /** Ends one; false if there is none. */
    static boolean end(UUID owner, UUID id) {
        KnownCallers.forgetOnCommit(owner);
        return delete("owner = ?1 and id = ?2", owner, id) > 0;
    }

    public static void endOthers(UUID owner, Optional<UUID> except) {
        KnownCallers.forgetOnCommit(owner);
        except.ifPresentOrElse(id -> delete("owner = ?1 and id <> ?2", owner, id), () -> endAll(owner));
    }

    public static void endAll(UUID owner) {
        KnownCallers.forgetOnCommit(owner);
        delete("owner", owner);
    }

    public static long purgeExpired() {
        return delete(
                "(owner, id) in (select s.owner, s.id from Session s where s.expiresAt <= ?1 order by s.expiresAt limit ?2)",
                Instant.now(),
                Expiry.SLICE);
    }
}
