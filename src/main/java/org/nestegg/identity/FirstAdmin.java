package org.nestegg.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.nestegg.identity.audit.Activity;
import org.nestegg.identity.audit.AuditEvent;
import org.nestegg.identity.session.Session;
import org.nestegg.identity.token.PersonalToken;
import org.nestegg.platform.database.SchemaReady;
import org.nestegg.platform.input.Binder;
import org.nestegg.platform.problem.ProblemException;

/** Makes the first admin, where one is configured and there is none. */
@Singleton
class FirstAdmin {

    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);

    private final Config config;
    private final Binder binder;
    private final PasswordHasher hasher;

    FirstAdmin(Config config, Binder binder, PasswordHasher hasher) {
        this.config = config;
        this.binder = binder;
        this.hasher = hasher;
    }

    /** Who is to be the first admin. */
    @ConfigMapping(prefix = "nestegg.bootstrap.admin")
    interface Config {

        Optional<String> email();

        Optional<String> password();
    }

    void make(@Observes SchemaReady event) {
        if (config.email().isPresent() && config.password().isPresent()) {
            make(config.email().get(), config.password().get());
        }
    }

    /**
     * Whoever registered the address before may be anybody: the password is the configured one from now on, and sessions,
     * tokens and identities elsewhere that were there end.
     */
    private void make(String email, String password) {
        if (User.hasAdmin()) {
            return;
        }
        RegisterInput input = input(email, password);
        String hash = hasher.hash(input.password());
        boolean made = QuarkusTransaction.requiringNew().call(() -> {
            // Of several replicas that start at once, one makes it.
            Panache.getSession()
                    .createNativeQuery(
                            "select true from pg_advisory_xact_lock(hashtextextended('first admin', 0))", Boolean.class)
                    .getSingleResult();
            if (User.hasAdmin()) {
                return false;
            }
            User admin = User.ofEmail(email).orElseGet(() -> input.toUser(hash));
            admin.passwordHash = hash;
            admin.role = Role.ADMIN;
            admin.disabled = false;
            admin.persistAndFlush();
            Session.endAll(admin.id);
            PersonalToken.revokeAll(admin.id);
            ExternalIdentity.forgetAll(admin.id);
            Activity.write(admin.id, AuditEvent.ROLE_CHANGED, null, null, Role.ADMIN.code);
            return true;
        });
        if (made) {
            LOG.info("Made the first admin");
        }
    }

    private RegisterInput input(String email, String password) {
        try {
            return binder.bind(
                    JsonNodeFactory.instance.objectNode().put("email", email).put("password", password),
                    RegisterInput.class);
        } catch (ProblemException e) {
            throw new ConfigurationException("Nestegg cannot make its first admin: "
                    + "NESTEGG_BOOTSTRAP_ADMIN_EMAIL or _PASSWORD is not an address or a password that could register");
        }
    }
}
