package org.nestegg.identity.token;

import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
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
     * Any Authorization header counts as a token, also one that makes no sense: it is refused, not ignored.
     *
     * @throws ProblemException with {@code invalid-token} if there is none to be seen in it
     */
    static Optional<AuthorizationHeader> read(RoutingContext context) {
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
            if (pair.endsWith(":") && !pair.contains("@") && pair.chars().noneMatch(Character::isISOControl)) {
                return pair.substring(0, pair.length() - 1);
            }
        } catch (IllegalArgumentException _) {
            // not Base64
        }
        throw ProblemException.invalidToken(CredentialFault.BASIC);
    }
}
