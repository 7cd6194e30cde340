package org.nestegg.statement.format;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.nestegg.platform.language.Texts;

/** What a file leaves open, and only a person can say. */
@RegisterForReflection
public enum QuestionCode implements Explained {
    /** Which column is what. */
    COLUMNS,
    /** Which mark stands before the decimals; the choices are {@code .} and {@code ,}. */
    DECIMAL,
    /** In which order days are written; the choices are some of {@code dmy}, {@code mdy}, {@code ymd}. */
    DATE_FORMAT,
    /** With which sign spending is written; the choices are {@code negative} and {@code positive}. */
    SPENDING;

    @Override
    public String subject() {
        return "question";
    }

    @Override
    public Texts texts() {
        return FormatTexts.TEXTS;
    }
}
