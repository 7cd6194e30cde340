package org.nestegg.platform.problem;

import org.nestegg.platform.language.Texts;

/** What can be wrong with any field or query parameter, whatever it is about. */
public enum CommonFieldError implements FieldErrorCode {
    CONTROL_CHARACTER,
    DUPLICATE,
    INVALID_DATE,
    INVALID_EMAIL,
    INVALID_INSTANT,
    INVALID_LOCALE,
    NOT_IN_FUTURE,
    NOT_ONE_OF,
    NOT_POSITIVE,
    OUT_OF_RANGE,
    REQUIRED,
    TOO_LONG,
    TOO_MANY,
    TOO_MANY_PARTS,
    TOO_SHORT,
    UNKNOWN_FIELD,
    UNKNOWN_PARAMETER,
    UNKNOWN_REFERENCE,
    WRONG_TYPE,
    ZERO;

    @Override
    public Texts texts() {
        return CommonProblem.TEXTS;
    }
}
