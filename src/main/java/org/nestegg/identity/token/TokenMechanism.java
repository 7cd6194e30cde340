package org.nestegg.identity.token;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.nestegg.platform.problem.ProblemException;

/** Authenticates requests by one kind of credentials, and leaves all others to the mechanisms after it. */
abstract class TokenMechanism implements HttpAuthenticationMechanism {

    private final int priority;
    private final Class<? extends AuthenticationRequest> requestType;

    /**
     * @param priority its place in {@code RequestOrder}
     * @param requestType what it asks a provider of identities
     */
    TokenMechanism(int priority, Class<? extends AuthenticationRequest> requestType) {
        this.priority = priority;
        this.requestType = requestType;
    }

    /**
     * What a provider of identities is asked; nothing if a request has no credentials of the mechanism's kind.
     *
     * @throws ProblemException if those that it has make no sense, or may not be used for it
     */
    abstract Optional<? extends AuthenticationRequest> request(RoutingContext context);

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        try {
            return request(context)
                    .map(request ->
                            identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(request, context)))
                    .orElseGet(() -> Uni.createFrom().nullItem());
        } catch (ProblemException e) {
            return Uni.createFrom().failure(new AuthenticationFailedException(e));
        }
    }

    /** The answer itself, with all challenges, is made where all problems are. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(requestType);
    }

    @Override
    public int getPriority() {
        return priority;
    }
}
