package org.nestegg.statement.format;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.nestegg.platform.language.Texts;

/** Why a row cannot be recorded. What the text names is what the file has there. */
@RegisterForReflection
public enum RowError implements Explained {
    /** There is no day. */
    MISSING_DATE,
    /** What stands for the day is none. */
    UNREADABLE_DATE,
    /** Before 1900, or more than a year ahead. */
    DATE_OUT_OF_RANGE,
    /** There is no amount. */
    MISSING_AMOUNT,
    /** What stands for the amount is none. */
    UNREADABLE_AMOUNT,
    /** More than 15 digits. */
    TOO_MANY_DIGITS,
    /** More decimals than the currency has, other than zeros. */
    TOO_MANY_DECIMALS,
    /** Nothing came or went. */
    ZERO_AMOUNT,
    /** No currency of ISO 4217. */
    UNKNOWN_CURRENCY,
    /** Another currency than that of the account. */
    OTHER_CURRENCY,
    /** Whether it came or went cannot be told. */
    UNREADABLE_SIGN,
    /** The row as a whole cannot be read. */
    UNREADABLE_ROW;

    @Override
    public String subject() {
        return "row";
    }

    @Override
    public Texts texts() {
        return FormatTexts.TEXTS;
    }
}
