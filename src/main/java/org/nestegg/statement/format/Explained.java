package org.nestegg.statement.format;

import java.util.List;
import java.util.Locale;
import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.Kebab;

/** What is told of a file or of a row: a stable code, and words for people. */
public interface Explained {

    /** The constant's name, such as {@code CUT_SHORT}. */
    String name();

    /** What there is to say about in the texts, such as {@code warning}. */
    String subject();

    /** The texts of the room that it belongs to. */
    Texts texts();

    /** The stable name in kebab-case, such as {@code cut-short}. */
    default String code() {
        return Kebab.of(name());
    }

    /**
     * The text for people.
     *
     * @param arguments what the text names
     */
    default String message(Locale language, List<String> arguments) {
        return texts().get(language, subject() + "." + code(), arguments.toArray());
    }
}
