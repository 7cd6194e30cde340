package org.nestegg.identity;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.identity.audit.Activity;
import org.nestegg.identity.audit.AuditEvent;
import org.nestegg.identity.token.ExternalTokens;

/** Who a user is to an outside issuer: there, the subject never changes, unlike an address. */
@Entity
@Table(name = "outside_identity")
public class ExternalIdentity extends PanacheEntityBase {

    @EmbeddedId
    public Id id;

    @Column(name = "user_id", updatable = false)
    public UUID owner;

    public static Optional<Known> userOf(ExternalTokens.Claims claims) {
        return Panache.getSession()
                .createSelectionQuery(
                        "select u, min(a.dueOn) from ExternalIdentity i join User u on u.id = i.owner"
                                + " left join Agenda a on a.id.owner = u.id where i.id = :id group by u",
                        Known.class)
                .setParameter("id", new Id(claims.issuer(), claims.subject()))
                .uniqueResultOptional();
    }

    /**
     * A new user for a subject. An account of the same address is somebody else's until proved otherwise: it is not linked,
     * and the new user has no address then.
     */
    public static User link(ExternalTokens.Claims claims) {
        User user = new User();
        user.email =
                claims.email().filter(email -> User.ofEmail(email).isEmpty()).orElse(null);
        user.name = claims.name().orElse(null);
        user.currency = User.DEFAULT_CURRENCY;
        user.locale = User.DEFAULT_LOCALE;
        user.persist();
        ExternalIdentity identity = new ExternalIdentity();
        identity.id = new Id(claims.issuer(), claims.subject());
        identity.owner = user.id;
        identity.persistAndFlush();
        Activity.write(user.id, AuditEvent.REGISTERED, null, null, null);
        return user;
    }

    static void forgetAll(UUID owner) {
        delete("owner", owner);
    }

    /**
     * The user whom a subject is.
     *
     * @param due the first day on which something is to be done for them by itself, or null
     */
    @RegisterForReflection
    public record Known(User user, LocalDate due) {}

    /** A subject of an issuer. */
    @Embeddable
    public record Id(String issuer, String subject) {}
}
