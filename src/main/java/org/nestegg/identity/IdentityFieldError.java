package org.nestegg.identity;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.FieldErrorCode;

/** What can be wrong with a password. */
public enum IdentityFieldError implements FieldErrorCode {
    COMMON_PASSWORD,
    WRONG_PASSWORD;

    @Override
    public Texts texts() {
        return IdentityProblem.TEXTS;
    }
}
