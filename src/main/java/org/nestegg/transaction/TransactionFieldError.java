package org.nestegg.transaction;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.FieldErrorCode;

/** What can be wrong with an entry of a batch. */
public enum TransactionFieldError implements FieldErrorCode {
    HAS_CONTRIBUTIONS,
    OVER_ALLOCATED;

    @Override
    public Texts texts() {
        return TransactionProblem.TEXTS;
    }
}
