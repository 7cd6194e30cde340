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
import org.nestegg.platform.database.Retry;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.security.SignedIn;

/** Authenticates requests by personal tokens, which begin with {@link PersonalToken#PREFIX}. */
@Singleton
class PersonalTokenMechanism extends TokenMechanism {

    PersonalTokenMechanism() {
        super(RequestOrder.PERSONAL_TOKEN, Request.class);
    }

    @Override
    Optional<? extends AuthenticationRequest> request(RoutingContext context) {
        return AuthorizationHeader.read(context)
                .map(AuthorizationHeader::token)
                .filter(token -> token.startsWith(PersonalToken.PREFIX))
                .map(Request::new);
    }

    /** Whose token is this? */
    static final class Request extends BaseAuthenticationRequest {

        private final String token;

        Request(String token) {
            this.token = token;
        }
    }

    /** Knows it, by the token's hash. */
    @Singleton
    static class Provider implements IdentityProvider<Request> {

        private final TokenLookup lookup;

        Provider(TokenLookup lookup) {
            this.lookup = lookup;
        }

        @Override
        public Class<Request> getRequestType() {
            return Request.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(Request request, AuthenticationRequestContext context) {
            return context.runBlocking(() -> Retry.run(() -> lookup.personal(request.token))
                    .map(Provider::identity)
                    .orElseThrow(AuthenticationFailedException::new));
        }

        private static SecurityIdentity identity(TokenLookup.Grant grant) {
            SignedIn signedIn = new SignedIn(
                    grant.user().id,
                    Optional.empty(),
                    Optional.of(new SignedIn.PersonalToken(grant.token().id, grant.token().name)),
                    Optional.ofNullable(grant.token().expiresAt),
                    grant.user().currency,
                    grant.user().locale,
                    grant.user().zone(),
                    Optional.ofNullable(grant.due()));
            return signedIn.identity(signedIn, grant.user().role.code)
                    .addAttribute(Admission.SCOPE, grant.token().scope)
                    .build();
        }
    }
}
