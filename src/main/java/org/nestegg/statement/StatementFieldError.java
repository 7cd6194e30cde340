package org.nestegg.statement;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.FieldErrorCode;

/** What can be wrong with what is said of a plan. */
public enum StatementFieldError implements FieldErrorCode {
    /** A row stands for it already. */
    ALREADY_CLAIMED,
    /** It has another amount or currency, or lies in another account. */
    NOT_LINKABLE,
    /** A row that cannot be read is recorded by nobody. */
    ROW_INVALID,
    /** The file has no account of this number. */
    UNKNOWN_NUMBER;

    @Override
    public Texts texts() {
        return StatementProblem.TEXTS;
    }
}
