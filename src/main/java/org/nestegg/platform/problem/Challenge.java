package org.nestegg.platform.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The {@code WWW-Authenticate} values of a 401. */
final class Challenge {

    private static final String BEARER = "Bearer realm=\"nestegg\"";
    private static final String BASIC = "Basic realm=\"nestegg\", charset=\"UTF-8\"";
    private static final String NAVIGATION = "navigate";

    private static final int UNAUTHORIZED = 401;

    private Challenge() {}

    /** Both ways to sign a request; the errors of RFC 6750, section 3.1, only where a token was sent; with 403, what is missing. */
    static List<String> of(ProblemCode code, RoutingContext request) {
        if (code == CommonProblem.INSUFFICIENT_SCOPE) {
            return List.of(BEARER + ", error=\"insufficient_scope\", scope=\"write\"");
        } else if (code.status() != UNAUTHORIZED) {
            return List.of();
        }
        String bearer = code == CommonProblem.INVALID_TOKEN ? BEARER + ", error=\"invalid_token\"" : BEARER;
        return isScripts(request) ? List.of(bearer) : List.of(bearer, BASIC);
    }

    /**
     * Whether a page's script asks, and not who opens an address: browsers prompt for a name and a password when they see
     * {@code Basic}. Those that do not say what a request is for (Fetch Metadata) may be told by the header of our own page.
     */
    private static boolean isScripts(RoutingContext request) {
        String mode = request.request().getHeader("Sec-Fetch-Mode");
        return mode == null ? request.request().headers().contains("Nestegg-Page") : !mode.equals(NAVIGATION);
    }
}
