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

/** Authenticates requests by tokens that were found good a moment ago, of whatever kind: at once, on the event loop. */
@Singleton
class KnownCallerMechanism extends TokenMechanism {

    private static final String UNKNOWN = KnownCallers.Unknown.class.getName();

    private final KnownCallers callers;

    KnownCallerMechanism(KnownCallers callers) {
        super(RequestOrder.KNOWN_CALLER, Request.class);
        this.callers = callers;
    }

    @Override
    Optional<? extends AuthenticationRequest> request(AuthorizationHeader header, RoutingContext context) {
        Optional<Request> known = callers.find(header.token()).map(Request::new);
        if (known.isEmpty()) {
            context.put(UNKNOWN, callers.lookUp(header.token()));
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
