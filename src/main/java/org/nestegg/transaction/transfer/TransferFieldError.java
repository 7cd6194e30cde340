package org.nestegg.transaction.transfer;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.FieldErrorCode;

/** What can be wrong with what is said of a transfer. */
public enum TransferFieldError implements FieldErrorCode {
    ACCOUNT_REQUIRED,
    AMOUNTS_DIFFER,
    SAME_ACCOUNT,
    WRONG_DIRECTION;

    static final Texts TEXTS = new Texts(TransferFieldError.class);

    @Override
    public Texts texts() {
        return TEXTS;
    }
}
