package org.nestegg.identity.session;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.input.Id;
import org.nestegg.platform.security.SignedIn;

/**
 * Looks whether the session of an access token still lives, by one statement, unless its caller is known from a moment ago, and
 * says who the user is now.
 */
@Singleton
class SessionCheck implements SecurityIdentityAugmentor {

    @Override
    public int priority() {
        return RequestOrder.SESSION_CHECK;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token && SignedIn.of(identity) == null
                ? context.runBlocking(() -> check(token))
                : Uni.createFrom().item(identity);
    }

    private static SecurityIdentity check(JsonWebToken token) {
        UUID id = id(token, AccessTokens.SESSION).orElseThrow(AuthenticationFailedException::new);
        UUID owner = id(token, "sub").orElseThrow(AuthenticationFailedException::new);
        Session.Living living = Session.living(owner, id).orElseThrow(AuthenticationFailedException::new);
        SignedIn signedIn = new SignedIn(
                owner,
                Optional.of(id),
                Optional.empty(),
                Optional.empty(),
                living.currency(),
                living.locale(),
                living.timeZone(),
                living.due());
        // Nothing else of the identity so far, which holds on to its request: this one is remembered.
        return signedIn.identity(new SessionPrincipal(token, signedIn.locale()), living.role())
                .build();
    }

    private static Optional<UUID> id(JsonWebToken token, String claim) {
        return Optional.ofNullable(token.getClaim(claim)).map(Object::toString).flatMap(Id::parse);
    }
}
