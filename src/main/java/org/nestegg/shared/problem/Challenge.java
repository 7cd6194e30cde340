package org.nestegg.shared.problem;

import java.util.List;

/** The {@code WWW-Authenticate} values of a 401. */
final class Challenge {

    private static final String BEARER = "Bearer realm=\"nestegg\"";
    private static final String BASIC = "Basic realm=\"nestegg\", charset=\"UTF-8\"";

    private Challenge() {}

    /** Both ways to sign a request; the error of RFC 6750, section 3.1, only where a token was sent. */
    static List<String> of(ProblemCode code) {
        String bearer = code == ProblemCode.INVALID_TOKEN ? BEARER + ", error=\"invalid_token\"" : BEARER;
        return List.of(bearer, BASIC);
    }
}
