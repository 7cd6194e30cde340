package org.nestegg.platform.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;

/** What can be wrong with a single field or query parameter. */
@RegisterForReflection
public enum FieldErrorCode {
    BEFORE_START,
    COMMON_PASSWORD,
    CONTROL_CHARACTER,
    DUPLICATE,
    HAS_CONTRIBUTIONS,
    INVALID_DATE,
    INVALID_EMAIL,
    INVALID_INSTANT,
    INVALID_LOCALE,
    NOT_AN_INCOME,
    NOT_IN_FUTURE,
    NOT_ONE_OF,
    NOT_POSITIVE,
    OUT_OF_RANGE,
    OVER_ALLOCATED,
    REQUIRED,
    TOO_LONG,
    TOO_MANY,
    TOO_MANY_DECIMALS,
    TOO_MANY_PARTS,
    TOO_SHORT,
    UNKNOWN_CURRENCY,
    UNKNOWN_FIELD,
    UNKNOWN_PARAMETER,
    UNKNOWN_REFERENCE,
    WRONG_CURRENCY,
    WRONG_PASSWORD,
    WRONG_TYPE,
    ZERO;

    /** The stable name, such as {@code too-long}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The text for people.
     *
     * @param arguments what the text names, such as the greatest length
     */
    String message(Locale language, List<Object> arguments) {
        return ProblemTexts.TEXTS.get(
                language,
                "fault." + code(),
                arguments.stream()
                        .map(argument -> argument instanceof Worded worded ? worded.in(language) : argument)
                        .toArray());
    }
}
