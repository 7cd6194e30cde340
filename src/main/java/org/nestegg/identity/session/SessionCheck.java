package org.nestegg.identity.session;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.nestegg.platform.database.Retry;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.input.Id;
import org.nestegg.platform.security.SignedIn;

/**
 * Looks whether the session of an access token still lives, by one statement for each request, so that what has ended has ended
 * everywhere, and says who the user is now.
 */
@Singleton
class SessionCheck implements SecurityIdentityAugmentor {

    private final Sessions sessions;

    SessionCheck(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public int priority() {
        return RequestOrder.SESSION_CHECK;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token && SignedIn.of(identity) == null
                ? context.runBlocking(() -> check(identity, token))
                : Uni.createFrom().item(identity);
    }

    private SecurityIdentity check(SecurityIdentity identity, JsonWebToken token) {
        Session session = id(token, AccessTokens.SESSION)
                .flatMap(id -> id(token, "sub").flatMap(owner -> Retry.run(() -> sessions.living(owner, id))))
                .orElseThrow(AuthenticationFailedException::new);
        SignedIn signedIn = new SignedIn(
                session.owner,
                Optional.of(session.id),
                Optional.empty(),
                Optional.empty(),
                session.user.currency,
                session.user.locale);
        return signedIn.identity(new SessionPrincipal(token, signedIn.locale()), session.user.role.code)
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .build();
    }

    private static Optional<UUID> id(JsonWebToken token, String claim) {
        return Optional.ofNullable(token.getClaim(claim)).map(Object::toString).flatMap(Id::parse);
    }

    /** In a context of its own: the request's may not have begun. */
    @Singleton
    static class Sessions {

        @ActivateRequestContext
        Optional<Session> living(UUID owner, UUID id) {
            return Session.living(owner, id);
        }
    }
}
