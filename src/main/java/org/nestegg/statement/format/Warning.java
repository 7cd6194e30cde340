package org.nestegg.statement.format;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Something odd about a file.
 *
 * @param line where, from 1; null where it is about the whole
 * @param arguments what the text for people names
 */
@RegisterForReflection
public record Warning(WarningCode code, Integer line, List<String> arguments) {

    /** A file may have anything there. */
    private static final int MAX_ARGUMENT = 60;

    public Warning {
        arguments = arguments.stream()
                .map(argument -> Words.cut(argument, MAX_ARGUMENT))
                .toList();
    }
}
