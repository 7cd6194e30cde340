package org.nestegg.identity.token;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.identity.ExternalIdentity;
import org.nestegg.identity.User;

/** Looks up what tokens stand for: a single statement, unless their caller is known from a moment ago. */
@Singleton
class TokenLookup {

    /** The user of a personal token that has not expired, and what it may do. */
    @ActivateRequestContext
    Optional<Grant> personal(String token) {
        Optional<Grant> grant = QuarkusTransaction.requiringNew().call(() -> find(token));
        grant.filter(found -> found.token().isDueForTouch())
                .ifPresent(found -> QuarkusTransaction.requiringNew()
                        .run(() -> PersonalToken.touch(found.user().id, found.token().id)));
        return grant;
    }

    /** By hash and owner; one that was made before tokens said whose they are, by its hash alone. */
    private static Optional<Grant> find(String token) {
        Optional<UUID> owner = SecretToken.owner(token.substring(PersonalToken.PREFIX.length()));
        var query = Panache.getSession()
                .createSelectionQuery(
                        "select t, u, (select min(a.dueOn) from Agenda a where a.id.owner = t.owner)"
                                + " from PersonalToken t join User u on u.id = t.owner where t.hash = :hash"
                                + (owner.isPresent() ? " and t.owner = :owner" : "")
                                + " and (t.expiresAt is null or t.expiresAt > :now) and not u.disabled",
                        Grant.class)
                .setParameter("hash", SecretToken.hash(token))
                .setParameter("now", Instant.now());
        owner.ifPresent(id -> query.setParameter("owner", id));
        return query.uniqueResultOptional();
    }

    /** The user of an outside token, made at the first request. */
    @ActivateRequestContext
    Optional<ExternalIdentity.Known> external(ExternalTokens.Claims claims) {
        return find(claims)
                .or(() -> {
                    try {
                        return Optional.of(new ExternalIdentity.Known(
                                QuarkusTransaction.requiringNew().call(() -> ExternalIdentity.link(claims)), null));
                    } catch (PersistenceException _) {
                        return find(claims); // another request was first
                    }
                })
                .filter(known -> !known.user().disabled);
    }

    private static Optional<ExternalIdentity.Known> find(ExternalTokens.Claims claims) {
        return QuarkusTransaction.requiringNew().call(() -> ExternalIdentity.userOf(claims));
    }

    /** A personal token with its user. */
    @RegisterForReflection
    record Grant(PersonalToken token, User user, LocalDate due) {}
}
