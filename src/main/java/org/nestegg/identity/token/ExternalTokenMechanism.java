package org.nestegg.identity.token;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.nestegg.identity.ExternalIdentity;
import org.nestegg.identity.User;
import org.nestegg.platform.database.Retry;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.security.SignedIn;

/** Authenticates requests by tokens of an outside OpenID Connect issuer, where one is configured. */
@Singleton
class ExternalTokenMechanism extends TokenMechanism {

    private final ExternalTokens tokens;

    ExternalTokenMechanism(ExternalTokens tokens) {
        super(RequestOrder.EXTERNAL_TOKEN, Request.class);
        this.tokens = tokens;
    }

    @Override
    Optional<? extends AuthenticationRequest> request(RoutingContext context) {
        return AuthorizationHeader.read(context)
                .map(AuthorizationHeader::token)
                .filter(tokens::claimToBeIssuers)
                .map(Request::new);
    }

    /** Whose token is this? */
    static final class Request extends BaseAuthenticationRequest {

        private final String token;

        Request(String token) {
            this.token = token;
        }
    }

    /** Knows it, by the issuer's keys and the subject. */
    @Singleton
    static class Provider implements IdentityProvider<Request> {

        private final ExternalTokens tokens;
        private final TokenLookup lookup;

        Provider(ExternalTokens tokens, TokenLookup lookup) {
            this.tokens = tokens;
            this.lookup = lookup;
        }

        @Override
        public Class<Request> getRequestType() {
            return Request.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(Request request, AuthenticationRequestContext context) {
            return context.runBlocking(() -> tokens.verify(request.token)
                    .flatMap(claims -> Retry.run(() -> lookup.external(claims)).map(known -> identity(known, claims)))
                    .orElseThrow(AuthenticationFailedException::new));
        }

        private static SecurityIdentity identity(ExternalIdentity.Known known, ExternalTokens.Claims claims) {
            User user = known.user();
            SignedIn signedIn = new SignedIn(
                    user.id,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(claims.expiresAt()),
                    user.currency,
                    user.locale,
                    user.zone(),
                    Optional.ofNullable(known.due()));
            return signedIn.identity(signedIn, user.role.code).build();
        }
    }
}
