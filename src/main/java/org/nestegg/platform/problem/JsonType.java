package org.nestegg.platform.problem;

import java.util.Locale;
import org.nestegg.platform.language.Worded;

/** What a value should have been, where {@link CommonFieldError#WRONG_TYPE} says that it is something else. */
public enum JsonType implements Worded {
    ARRAY,
    BOOLEAN,
    DECIMAL,
    INTEGER,
    OBJECT,
    STRING,
    UUID;

    /** The type in words, as {@link CommonFieldError#WRONG_TYPE}'s text names it. */
    @Override
    public String in(Locale language) {
        return CommonProblem.TEXTS.get(language, "type." + name().toLowerCase(Locale.ROOT));
    }
}
