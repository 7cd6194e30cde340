package org.nestegg.identity.token;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.nestegg.platform.http.AccessLog;
import org.nestegg.platform.limit.Bucket;
import org.nestegg.platform.limit.InFlight;
import org.nestegg.platform.limit.LimitsConfig;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.CredentialFault;
import org.nestegg.platform.problem.ProblemException;

/**
 * Finds the token of a request: in {@code Authorization: Bearer} (RFC 6750), or as the user name of {@code Authorization:
 * Basic} (RFC 7617) with an empty password, as {@code curl -u token:} sends it.
 */
@Singleton
class TokenAuthentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String ADMITTED = "admitted";

    /** The attribute of an identity that says what its personal token may do. */
    static final String SCOPE = "scope";

    private final LimitsConfig limits;
    private final Bucket requests;
    private final InFlight inFlight;

    TokenAuthentication(
            LimitsConfig limits, @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.limits = limits;
        requests = new Bucket("user", limits.requestsPerMinute(), Duration.ofMinutes(1));
        inFlight = new InFlight(Math.clamp(connections / 2, 1, limits.requestsInFlight()));
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        Optional<String> token;
        try {
            token = token(context.request().getHeader("Authorization"));
        } catch (ProblemException e) {
            return Uni.createFrom().failure(new AuthenticationFailedException(e));
        }
        return token.map(t -> identities
                        .authenticate(new TokenAuthenticationRequest(new TokenCredential(t, "bearer")))
                        .invoke(identity -> admit(identity, context)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    /** At the door: how much the caller asks for, and whether the token is good for it. Once for each request. */
    private void admit(SecurityIdentity identity, RoutingContext context) {
        if (context.get(ADMITTED) != null) {
            return;
        }
        context.put(ADMITTED, true);
        AccessLog.signedIn(context, identity.getPrincipal().getName());
        if (limits.enabled()) {
            requests.take(identity.getPrincipal().getName(), context);
            inFlight.enter(identity.getPrincipal().getName(), context);
        }
        if (identity.getAttribute(SCOPE) == Scope.READ
                && !SAFE.contains(context.request().method())) {
            throw new ProblemException(CommonProblem.INSUFFICIENT_SCOPE);
        }
    }

    /** The answer itself, with both challenges, is made where all problems are. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"nestegg\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    /**
     * Any Authorization header counts as a token, also one that makes no sense: it is refused, not ignored.
     *
     * @throws ProblemException with {@code invalid-token} if there is none to be seen in it
     */
    private static Optional<String> token(String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.of(userName(header.substring(BASIC.length()).strip()));
        }
        throw ProblemException.invalidToken(CredentialFault.SCHEME);
    }

    private static String userName(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            if (pair.endsWith(":") && !pair.contains("@")) {
                return pair.substring(0, pair.length() - 1);
            }
        } catch (IllegalArgumentException _) {
            // not Base64
        }
        throw ProblemException.invalidToken(CredentialFault.BASIC);
    }
}
