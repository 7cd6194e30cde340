package org.nestegg.identity.token;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.nestegg.identity.User;
import org.nestegg.identity.session.AccessTokens;
import org.nestegg.identity.session.Session;
import org.nestegg.platform.database.Retry;
import org.nestegg.platform.security.SignedIn;

/** Says who a token stands for, whatever its kind: by its signature or its hash, and by one lookup in the database. */
@Singleton
class TokenIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    private final AccessTokens tokens;
    private final ExternalTokens outside;
    private final TokenLookup lookup;

    TokenIdentityProvider(AccessTokens tokens, ExternalTokens outside, TokenLookup lookup) {
        this.tokens = tokens;
        this.outside = outside;
        this.lookup = lookup;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(
                () -> Retry.run(() -> identify(request.getToken().getToken())));
    }

    private SecurityIdentity identify(String token) {
        Optional<SecurityIdentity> identity = token.startsWith(PersonalToken.PREFIX)
                ? lookup.personal(token).map(TokenIdentityProvider::ofPersonalToken)
                : tokens.verify(token)
                        .map(claims -> lookup.session(claims).map(TokenIdentityProvider::ofSession))
                        .orElseGet(() ->
                                outside.verify(token).flatMap(lookup::outside).map(TokenIdentityProvider::ofOutside));
        return identity.orElseThrow(AuthenticationFailedException::new);
    }

    private static SecurityIdentity ofSession(Session session) {
        return identity(session.user, Optional.of(session), Optional.empty());
    }

    private static SecurityIdentity ofPersonalToken(TokenLookup.Grant grant) {
        return identity(grant.user(), Optional.empty(), Optional.of(grant.token().scope));
    }

    private static SecurityIdentity ofOutside(User user) {
        return identity(user, Optional.empty(), Optional.empty());
    }

    private static SecurityIdentity identity(User user, Optional<Session> session, Optional<Scope> scope) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(
                        new SignedIn(user.id, session.map(s -> s.id), scope.isPresent(), user.currency, user.locale))
                .addRole(user.role.code);
        scope.ifPresent(s -> identity.addAttribute(TokenAuthentication.SCOPE, s));
        return identity.build();
    }
}
