package org.nestegg.forecast;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.FieldErrorCode;

/** What can be wrong with what a forecast is asked for. */
public enum ForecastFieldError implements FieldErrorCode {
    TOO_FAR_AHEAD,
    NOT_AFTER_TODAY;

    static final Texts TEXTS = new Texts(ForecastFieldError.class);

    @Override
    public Texts texts() {
        return TEXTS;
    }
}
