package org.nestegg.identity.audit;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.http.Proxies;
import org.nestegg.platform.security.CurrentUser;

/** Writes the audit trail, in the transaction of what it tells of. */
@Singleton
public class AuditTrail {

    private final Proxies proxies;
    private final RoutingContext context;
    private final CurrentUser user;

    AuditTrail(Proxies proxies, RoutingContext context, CurrentUser user) {
        this.proxies = proxies;
        this.context = context;
        this.user = user;
    }

    /** What the caller did to the owner's account. */
    public void record(UUID owner, AuditEvent event, String detail) {
        record(owner, event, user.session().orElse(null), detail);
    }

    /** That an admin read what is the owner's. */
    public void readByAdmin(UUID owner, String what) {
        record(owner, AuditEvent.READ_BY_ADMIN, null, what);
        record(user.id(), AuditEvent.ADMINISTERED, AuditEvent.READ_BY_ADMIN.code());
    }

    /** A failure to sign in with an address: the same statements, whether anybody has it or not, and so in the same time. */
    public void signInFailed(String email) {
        QuarkusTransaction.requiringNew().run(() -> {
            // Nor does it wait for the disk, which it would only where there is a row to write.
            Panache.getSession()
                    .createNativeQuery("select set_config('synchronous_commit', 'off', true)", String.class)
                    .getSingleResult();
            Panache.getSession()
                    .createNativeMutationQuery(
                            "insert into activity (id, user_id, at, event, source)"
                                    + " select :id, u.id, :at, :event, :source from users u where lower(u.email) = lower(:email)")
                    .setParameter("id", UuidVersion7Strategy.INSTANCE.generateUuid(null))
                    .setParameter("at", StoredEntity.now())
                    .setParameter("event", AuditEvent.SIGN_IN_FAILED.code())
                    .setParameter("source", proxies.client(context))
                    .setParameter("email", email)
                    .executeUpdate();
        });
    }

    /** What was done in a session, or without one where it is null. */
    public void record(UUID owner, AuditEvent event, UUID session, String detail) {
        Activity.write(owner, event, session, proxies.client(context), detail);
    }
}
