package org.nestegg.account;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.FieldErrorCode;

/** What can be wrong with what is said of an account, or of something that lies in one. */
public enum AccountFieldError implements FieldErrorCode {
    ACCOUNT_CURRENCY,
    INVALID_IBAN,
    UNKNOWN_ACCOUNT;

    @Override
    public Texts texts() {
        return AccountProblem.TEXTS;
    }
}
