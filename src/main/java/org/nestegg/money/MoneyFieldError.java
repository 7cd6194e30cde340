package org.nestegg.money;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.FieldErrorCode;

/** What can be wrong with an amount or a currency. */
public enum MoneyFieldError implements FieldErrorCode {
    TOO_MANY_DECIMALS,
    UNKNOWN_CURRENCY;

    static final Texts TEXTS = new Texts(MoneyFieldError.class);

    @Override
    public Texts texts() {
        return TEXTS;
    }
}
