package org.nestegg.identity.token;

import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import jakarta.inject.Singleton;
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
    boolean isMine(AuthorizationHeader header) {
        return header.basic() || header.token().isEmpty();
    }

    @Override
    AuthenticationRequest request(String token) {
        return new TokenAuthenticationRequest(new JsonWebTokenCredential(token));
    }
}
