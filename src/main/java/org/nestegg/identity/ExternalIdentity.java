package org.nestegg.identity;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
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

    public static Optional<User> userOf(ExternalTokens.Claims claims) {
        return Panache.getSession()
                .createSelectionQuery(
                        "from User u join ExternalIdentity i on i.owner = u.id where i.id = :id", User.class)
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

    /** A subject of an issuer. */
    @Embeddable
    public record Id(String issuer, String subject) {}
}
