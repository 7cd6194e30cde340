package org.nestegg.transaction;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.FieldErrorCode;

/** What can be wrong with an entry of a batch, or with what sums are asked for. */
public enum TransactionFieldError implements FieldErrorCode {
    ACCOUNT_CLOSED,
    EXTERNAL_ID_TAKEN,
    FROM_AFTER_TO,
    HAS_CONTRIBUTIONS,
    OVER_ALLOCATED,
    PART_OF_TRANSFER,
    TOO_MANY_INTERVALS;

    @Override
    public Texts texts() {
        return TransactionProblem.TEXTS;
    }
}
