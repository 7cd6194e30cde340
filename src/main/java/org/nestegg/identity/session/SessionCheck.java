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
import org.nestegg.identity.token.CookiePrincipal;
import org.nestegg.identity.token.SecretToken;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.input.Id;
import org.nestegg.platform.security.SignedIn;

/**
 * Looks whether the session of an access token or a cookie still lives, by one statement, unless its caller is known from a
 * moment ago, and says who the user is now.
 */
@Singleton
class SessionCheck implements SecurityIdentityAugmentor {

    @Override
    public int priority() {
        return RequestOrder.SESSION_CHECK;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return switch (identity.getPrincipal()) {
            case JsonWebToken token when SignedIn.of(identity) == null -> context.runBlocking(() -> check(token));
            case CookiePrincipal cookie -> context.runBlocking(() -> check(cookie));
            default -> Uni.createFrom().item(identity);
        };
    }

    private static SecurityIdentity check(CookiePrincipal cookie) {
        UUID owner = SecretToken.owner(cookie.secret()).orElseThrow(AuthenticationFailedException::new);
        Session.Living living = Session.ofCookie(owner, SecretToken.hash(cookie.secret()))
                .orElseThrow(AuthenticationFailedException::new);
        SignedIn signedIn = living.signedIn();
        return signedIn.identity(signedIn, living.role()).build();
    }

    private static SecurityIdentity check(JsonWebToken token) {
        UUID id = id(token, AccessTokens.SESSION).orElseThrow(AuthenticationFailedException::new);
        UUID owner = id(token, "sub").orElseThrow(AuthenticationFailedException::new);
        Session.Living living = Session.living(owner, id).orElseThrow(AuthenticationFailedException::new);
        SignedIn signedIn = living.signedIn();
        // Nothing else of the identity so far, which holds on to its request: this one is remembered.
        return signedIn.identity(new SessionPrincipal(token, signedIn.locale()), living.role())
                .build();
    }

    private static Optional<UUID> id(JsonWebToken token, String claim) {
        return Optional.ofNullable(token.getClaim(claim)).map(Object::toString).flatMap(Id::parse);
    }
}
