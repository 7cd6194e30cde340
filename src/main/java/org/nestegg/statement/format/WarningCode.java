package org.nestegg.statement.format;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.nestegg.platform.language.Texts;

/** What is odd about a file, and has been read all the same. */
@RegisterForReflection
public enum WarningCode implements Explained {
    /** In which encoding the file is was not certain. */
    ENCODING_GUESSED,
    /** The file ends in the middle. */
    CUT_SHORT,
    /** A day that its month does not have is the last that it has. */
    DAY_CORRECTED,
    /** A currency code of before a redenomination, read as today's. */
    CURRENCY_RENAMED,
    /** A reference occurs more than once, and identifies nothing. */
    REFERENCE_REUSED,
    /** What opening balance and rows come to is not the closing balance. */
    NOT_BALANCED,
    /** Something of the file is of no use here, such as the purchase of a security. */
    PART_IGNORED;

    @Override
    public String subject() {
        return "warning";
    }

    @Override
    public Texts texts() {
        return FormatTexts.TEXTS;
    }
}
