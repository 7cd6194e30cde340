package org.nestegg.identity.token;

import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.nestegg.platform.http.RequestOrder;

/**
 * Lets access tokens come as the user name of {@code Basic}, for curl and scripts. As {@code Bearer} they are the business of
 * the platform's own mechanism, {@code JWTAuthMechanism}; either way its provider authenticates them.
 */
@Singleton
class BasicMechanism extends TokenMechanism {

    BasicMechanism() {
        super(RequestOrder.BASIC, TokenAuthenticationRequest.class);
    }

    @Override
    Optional<? extends AuthenticationRequest> request(RoutingContext context) {
        return AuthorizationHeader.read(context)
                .filter(header -> header.basic() || header.token().isEmpty())
                .map(header -> new TokenAuthenticationRequest(new JsonWebTokenCredential(header.token())));
    }
}
