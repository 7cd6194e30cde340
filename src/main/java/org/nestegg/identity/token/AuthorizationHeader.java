package org.nestegg.identity.token;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.nestegg.platform.problem.CredentialFault;
import org.nestegg.platform.problem.ProblemException;

/**
 * The token of a request, in {@code Authorization: Bearer} (RFC 6750), or as the user name of {@code Authorization: Basic} (RFC
 * 7617) with an empty password, as {@code curl -u token:} sends it.
 *
 * @param basic whether it came as a user name
 */
record AuthorizationHeader(String token, boolean basic) {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    /**
     * Authenticates a request by its token.
     *
     * @param mine whether the mechanism that asks is for tokens such as this
     * @param request what the provider of identities is to be asked
     * @return nothing if the request has no token, or one for another mechanism
     */
    static Uni<SecurityIdentity> authenticate(
            RoutingContext context,
            IdentityProviderManager identities,
            Predicate<AuthorizationHeader> mine,
            Function<String, AuthenticationRequest> request) {
        try {
            return read(context)
                    .filter(mine)
                    .map(header -> identities.authenticate(
                            HttpSecurityUtils.setRoutingContextAttribute(request.apply(header.token), context)))
                    .orElseGet(() -> Uni.createFrom().nullItem());
        } catch (ProblemException e) {
            return Uni.createFrom().failure(new AuthenticationFailedException(e));
        }
    }

    /**
     * Any Authorization header counts as a token, also one that makes no sense: it is refused, not ignored.
     *
     * @throws ProblemException with {@code invalid-token} if there is none to be seen in it
     */
    private static Optional<AuthorizationHeader> read(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        if (header == null) {
            return Optional.empty();
        }
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(
                    new AuthorizationHeader(header.substring(BEARER.length()).strip(), false));
        }
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.of(new AuthorizationHeader(
                    userName(header.substring(BASIC.length()).strip()), true));
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
