package org.nestegg.identity.audit;

import org.nestegg.platform.problem.Kebab;

/** What the audit trail tells of. */
public enum AuditEvent {
    REGISTERED,
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGNED_OUT,
    REFRESH_TOKEN_REUSED,
    SESSION_ENDED,
    SESSIONS_ENDED,
    PASSWORD_CHANGED,
    PASSWORD_REFUSED,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    ROLE_CHANGED,
    DISABLED,
    ENABLED,
    READ_BY_ADMIN,
    ADMINISTERED;

    /** The stable name, such as {@code signed-in}. */
    public String code() {
        return Kebab.of(name());
    }
}
