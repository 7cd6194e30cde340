package org.nestegg.platform.input;

import java.util.Optional;
import java.util.function.Function;
import org.nestegg.platform.problem.FieldErrorCode;

/**
 * How values of a type are written in JSON strings. Every bean of this type is known to all inputs.
 *
 * @param parser the value that a text stands for, if it stands for one
 * @param otherwise what is wrong with any other text
 * @param arguments what the message of that names
 */
public record TextForm<T>(
        Class<T> type, Function<String, Optional<T>> parser, FieldErrorCode otherwise, Object... arguments) {}
