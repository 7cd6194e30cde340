package org.nestegg.platform.problem;

import java.util.List;

/** The {@code WWW-Authenticate} values of a 401. */
final class Challenge {

    private static final String BEARER = "Bearer realm=\"nestegg\"";
    private static final String BASIC = "Basic realm=\"nestegg\", charset=\"UTF-8\"";

    private Challenge() {}

    /** Both ways to sign a request; the errors of RFC 6750, section 3.1, only where a token was sent; with 403, what is missing. */
    static List<String> of(ProblemCode code) {
        if (code == CommonProblem.INSUFFICIENT_SCOPE) {
            return List.of(BEARER + ", error=\"insufficient_scope\", scope=\"write\"");
        } else if (code == CommonProblem.INVALID_TOKEN) {
            return List.of(BEARER + ", error=\"invalid_token\"", BASIC);
        }
        return code.status() == 401 ? List.of(BEARER, BASIC) : List.of();
    }
}
