package org.nestegg.identity.token;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.nestegg.platform.http.RequestOrder;

/** Authenticates requests of the page for people, by the cookie of its session. */
@Singleton
class CookieMechanism extends TokenMechanism {

    private final SessionCookie cookie;

    CookieMechanism(SessionCookie cookie) {
        super(RequestOrder.COOKIE, Request.class);
        this.cookie = cookie;
    }

    @Override
    Optional<? extends AuthenticationRequest> request(RoutingContext context) {
        return cookie.read(context).map(Request::new);
    }

    /** Whose cookie is this? */
    static final class Request extends BaseAuthenticationRequest {

        private final String secret;

        Request(String secret) {
            this.secret = secret;
        }
    }

    /** Says what was shown: whose session that is, if it is one, is found out where the session is looked at. */
    @Singleton
    static class Provider implements IdentityProvider<Request> {

        @Override
        public Class<Request> getRequestType() {
            return Request.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(Request request, AuthenticationRequestContext context) {
            return Uni.createFrom()
                    .item(QuarkusSecurityIdentity.builder()
                            .setPrincipal(new CookiePrincipal(request.secret))
                            .build());
        }
    }
}
