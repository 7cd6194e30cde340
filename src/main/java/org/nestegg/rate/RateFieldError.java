package org.nestegg.rate;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.FieldErrorCode;

/** What can be wrong with what is said of a rate, or asked of rates. */
public enum RateFieldError implements FieldErrorCode {
    FIXED_RATE,
    NO_RATE,
    NOT_THE_EURO;

    static final Texts TEXTS = new Texts(RateFieldError.class);

    @Override
    public Texts texts() {
        return TEXTS;
    }
}
