package org.nestegg.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.type.SqlTypes;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.operation.BusinessMetrics;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.security.KnownCallers;

/** A person with an account. Whoever was erased is in no result, even before the row is gone. */
@Entity
@Table(name = "users")
@SQLRestriction("erased_at is null")
public class User extends StoredEntity {

    public static final Currency DEFAULT_CURRENCY = Currency.getInstance("EUR");
    public static final String DEFAULT_LOCALE = "en";
    public static final ZoneId DEFAULT_TIME_ZONE = ZoneId.of("UTC");

    /** Null for some of those who sign in elsewhere. */
    public String email;

    public String name;

    /** The currency of money where none is named. */
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    public Currency currency;

    /** A BCP 47 language tag. */
    public String locale;

    /** The name of a time zone (IANA): the calendar days there are the user's. */
    public String timeZone = DEFAULT_TIME_ZONE.getId();

    @Enumerated(EnumType.STRING)
    public Role role = Role.USER;

    /** Whether it is kept from signing in. */
    public boolean disabled;

    /** In PHC string format: algorithm, parameters, salt and hash; null for whoever signs in elsewhere. */
    public String passwordHash;

    /** When the user asked to be erased, if what was theirs is not yet gone. */
    public Instant erasedAt;

    @PostPersist
    void tally() {
        BusinessMetrics.countOnCommit(
                "nestegg.users.registered", "source", passwordHash == null ? "outside" : "password");
    }

    @PostUpdate
    void forget() {
        KnownCallers.forgetOnCommit(id);
    }

    /** The user of an id. */
    public static Optional<User> of(UUID id) {
        return findByIdOptional(id);
    }

    /** The user of an id, kept from all others until the end of the transaction. */
    public static Optional<User> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The time zone of a name, if there is one: places, not offsets. */
    static Optional<ZoneId> timeZone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /** The calendar day of the user of an id. */
    public static LocalDate today(UUID id) {
        return LocalDate.now(of(id).orElseThrow().zone());
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    /** Whether anybody can administer or could, if they were not disabled. */
    static boolean hasAdmin() {
        return count("role", Role.ADMIN) > 0;
    }

    /** All admins who are not disabled, kept as they are until the end of the transaction, in one order. */
    static List<User> lockedAdmins() {
        return User.<User>find("role = ?1 and not disabled order by id", Role.ADMIN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** What the user says of themselves from now on. */
    void change(UserInput input) {
        name = input.name();
        currency = input.currency();
        locale = input.locale().toLanguageTag();
        timeZone = input.timeZone().getId();
        flush();
    }

    /**
     * The user of an id as of now, kept from all others until the end of the transaction, if the password is still the one that was
     * compared before the transaction.
     */
    public static Optional<User> withPassword(UUID id, String passwordHash) {
        return locked(id).filter(user -> Objects.equals(user.passwordHash, passwordHash));
    }

    /** Leaves nothing that says who this was, and nobody who could sign in. */
    void erase() {
        erasedAt = now();
        email = null;
        name = null;
        passwordHash = null;
        disabled = true;
    }

    /** One page of the users that match, the newest first. */
    static List<User> page(UserFilter filter, PageRequest page) {
        Criteria criteria = filter.criteria().andBefore(page.after());
        return User.<User>find(criteria.where() + " order by id desc", criteria.parameters())
                .range(0, page.fetch() - 1)
                .list();
    }

    static long count(UserFilter filter) {
        Criteria criteria = filter.criteria();
        return count(criteria.where(), criteria.parameters());
    }

    /** The user of an address; addresses compare without case. */
    public static Optional<User> ofEmail(String email) {
        return find("lower(email) = lower(?1)", email).firstResultOptional();
    }
}
