package org.nestegg.identity.token;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.security.KnownCallers;

/** Authenticates requests by what was found good a moment ago, of whatever kind: at once, on the event loop. */
@Singleton
class KnownCallerMechanism extends TokenMechanism {

    private static final String UNKNOWN = KnownCallers.Unknown.class.getName();

    /** What no token has in it: a cookie is none, and known as a cookie alone. */
    private static final String COOKIE = "cookie\n";

    private final KnownCallers callers;
    private final SessionCookie cookie;

    KnownCallerMechanism(KnownCallers callers, SessionCookie cookie) {
        super(RequestOrder.KNOWN_CALLER, Request.class);
        this.callers = callers;
        this.cookie = cookie;
    }

    @Override
    Optional<? extends AuthenticationRequest> request(RoutingContext context) {
        return AuthorizationHeader.read(context)
                .map(AuthorizationHeader::token)
                .or(() -> cookie.read(context).map(COOKIE::concat))
                .flatMap(shown -> request(shown, context));
    }

    private Optional<Request> request(String shown, RoutingContext context) {
        Optional<Request> known = callers.find(shown).map(Request::new);
        if (known.isEmpty()) {
            context.put(UNKNOWN, callers.lookUp(shown));
        }
        return known;
    }

    /** Who is this? We know. */
    static final class Request extends BaseAuthenticationRequest {

        private final SecurityIdentity known;

        Request(SecurityIdentity known) {
            this.known = known;
        }
    }

    /** Says again who it is. */
    @Singleton
    static class Provider implements IdentityProvider<Request> {

        @Override
        public Class<Request> getRequestType() {
            return Request.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(Request request, AuthenticationRequestContext context) {
            return Uni.createFrom().item(request.known);
        }
    }

    /** Has those known from now on who had to be looked up. */
    @Singleton
    static class Memory implements SecurityIdentityAugmentor {

        private final KnownCallers callers;

        Memory(KnownCallers callers) {
            this.callers = callers;
        }

        @Override
        public int priority() {
            return RequestOrder.REMEMBERED;
        }

        @Override
        public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
            return Uni.createFrom().item(identity);
        }

        @Override
        public Uni<SecurityIdentity> augment(
                SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
            RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
            KnownCallers.Unknown lookedUp = request == null ? null : request.get(UNKNOWN);
            if (lookedUp != null) {
                callers.remember(lookedUp, identity);
            }
            return augment(identity, context);
        }
    }
}
