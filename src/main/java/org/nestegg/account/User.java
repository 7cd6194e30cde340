package org.nestegg.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.util.Currency;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.nestegg.shared.database.StoredEntity;

/** A person with an account. */
@Entity
@Table(name = "users")
public class User extends StoredEntity {

    public static final Currency DEFAULT_CURRENCY = Currency.getInstance("EUR");
    public static final String DEFAULT_LOCALE = "en";

    public String email;

    public String name;

    /** The currency of money where none is named. */
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    public Currency currency;

    /** A BCP 47 language tag. */
    public String locale;

    @Enumerated(EnumType.STRING)
    public Role role = Role.USER;

    /** In PHC string format: algorithm, parameters, salt and hash. */
    public String passwordHash;

    /**
     * The user as of now, kept from all others until the end of the transaction, if the password is still the one that was
     * compared before the transaction.
     */
    Optional<User> withSamePassword() {
        return User.<User>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(user -> user.passwordHash.equals(passwordHash));
    }

    /** The user of an address; addresses compare without case. */
    public static Optional<User> ofEmail(String email) {
        return find("lower(email) = lower(?1)", email).firstResultOptional();
    }
}
