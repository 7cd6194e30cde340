package org.nestegg.identity.token;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import org.nestegg.platform.http.RequestOrder;

/**
 * Lets access tokens come as the user name of {@code Basic}, for curl and scripts. As {@code Bearer} they are the business of
 * the platform's own mechanism, {@code JWTAuthMechanism}; either way its provider authenticates them.
 */
@Singleton
class BasicMechanism implements HttpAuthenticationMechanism {

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        return AuthorizationHeader.authenticate(
                context,
                identities,
                header -> header.basic() || header.token().isEmpty(),
                token -> new TokenAuthenticationRequest(new JsonWebTokenCredential(token)));
    }

    /** The answer itself, with all challenges, is made where all problems are. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public int getPriority() {
        return RequestOrder.BASIC;
    }
}
