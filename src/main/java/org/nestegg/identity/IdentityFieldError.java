package org.nestegg.identity;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.FieldErrorCode;

/** What can be wrong with what people say of themselves. */
public enum IdentityFieldError implements FieldErrorCode {
    COMMON_PASSWORD,
    UNKNOWN_TIME_ZONE,
    WRONG_PASSWORD;

    @Override
    public Texts texts() {
        return IdentityProblem.TEXTS;
    }
}
