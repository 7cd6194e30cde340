package org.nestegg.identity;

import java.util.Set;
import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.ProblemCode;

/** What accounts and signing in can be refused for. */
public enum IdentityProblem implements ProblemCode {
    BAD_CREDENTIALS(401, "session_user_id_fkey"),
    INVALID_REFRESH_TOKEN(401),
    ACCOUNT_DISABLED(403),
    CROSS_SITE(403),
    EMAIL_TAKEN(409, "users_email_key"),
    LAST_ADMIN(409);

    /** The texts of all sub-rooms. */
    public static final Texts TEXTS = new Texts(IdentityProblem.class);

    private final int status;
    private final Set<String> constraints;

    IdentityProblem(int status, String... constraints) {
        this.status = status;
        this.constraints = Set.of(constraints);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    @Override
    public Set<String> constraints() {
        return constraints;
    }
}
