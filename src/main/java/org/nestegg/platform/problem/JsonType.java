package org.nestegg.platform.problem;

import java.util.Locale;

/** What a value should have been, where {@link FieldErrorCode#WRONG_TYPE} says that it is something else. */
public enum JsonType implements Worded {
    ARRAY,
    BOOLEAN,
    DECIMAL,
    OBJECT,
    STRING,
    UUID;

    /** The type in words, as {@link FieldErrorCode#WRONG_TYPE}'s text names it. */
    @Override
    public String in(Locale language) {
        return ProblemTexts.TEXTS.get(language, "type." + name().toLowerCase(Locale.ROOT));
    }
}
