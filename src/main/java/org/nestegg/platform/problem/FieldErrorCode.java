package org.nestegg.platform.problem;

import java.util.List;
import java.util.Locale;
import org.nestegg.platform.language.Texts;

/**
 * What can be wrong with a single field or query parameter: a constant of an enum, of which each room has its own. Its
 * {@link #code()} is stable and part of the contract; what it says to people is among the room's {@link Texts}.
 */
public interface FieldErrorCode {

    /** The constant's name, such as {@code TOO_LONG}. */
    String name();

    /** The texts of the room that the error belongs to. */
    Texts texts();

    /** The stable name in kebab-case, such as {@code too-long}. */
    default String code() {
        return Kebab.of(name());
    }

    /**
     * The text for people.
     *
     * @param arguments what the text names, such as the greatest length
     */
    default String message(Locale language, List<Object> arguments) {
        return texts().get(language, "fault." + code(), arguments.toArray());
    }
}
