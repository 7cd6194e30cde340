package org.nestegg.statement.format;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Why a row cannot be recorded.
 *
 * @param arguments what the text for people names, such as what the file has there
 */
@RegisterForReflection
public record RowFault(RowError code, List<String> arguments) {

    /** A file may have anything there. */
    private static final int MAX_ARGUMENT = 60;

    public RowFault {
        arguments = arguments.stream()
                .map(argument -> Words.cut(argument, MAX_ARGUMENT))
                .toList();
    }

    public static RowFault of(RowError code, String... arguments) {
        return new RowFault(code, List.of(arguments));
    }
}
