package org.nestegg.platform.input;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.FieldErrorCode;
import org.nestegg.platform.problem.JsonType;
import org.nestegg.platform.problem.ProblemException;

/**
 * A query parameter, declared once: {@link QueryReader} reads it, and the OpenAPI document describes it, from here.
 *
 * @param name as callers write it
 * @param description what it is for, in the document
 * @param schema the keywords of its schema in the document
 * @param choices the values that there are, where the schema is a component of its own
 * @param example a value, in the document
 * @param parser the value that a text stands for, if it stands for one
 * @param otherwise what is wrong with any other text
 * @param arguments what the message of that names
 */
public record QueryParameter<T>(
        String name,
        String description,
        Map<String, Object> schema,
        Optional<Choices> choices,
        Optional<String> example,
        Function<String, Optional<T>> parser,
        FieldErrorCode otherwise,
        List<Object> arguments) {

    /** The longest value of most, in code points. */
    static final int MAX_LENGTH = 200;

    private static final long MAX_NUMBER = 999_999_999_999_999_999L;

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");

    private static final String TYPE = "type";
    private static final String STRING = "string";
    private static final String PATTERN = "pattern";
    private static final String MOST = "maxLength";

    /**
     * The values of an enum.
     *
     * @param component the name of the schema
     * @param values as callers write them
     * @param constants as a programmer names them
     */
    public record Choices(String component, List<String> values, List<String> constants) {}

    private QueryParameter(
            String name,
            String description,
            Map<String, Object> schema,
            Function<String, Optional<T>> parser,
            FieldErrorCode otherwise,
            Object... arguments) {
        this(name, description, schema, Optional.empty(), Optional.empty(), parser, otherwise, List.of(arguments));
    }

    /** How long it may be, in code points. */
    int maxLength() {
        return (int) schema.getOrDefault(MOST, MAX_LENGTH);
    }

    /** Any text of at most 200 characters. */
    public static QueryParameter<String> text(String name, String description) {
        return text(name, description, MAX_LENGTH);
    }

    /** Any text of at most so many characters. */
    public static QueryParameter<String> text(String name, String description, int maxLength) {
        return new QueryParameter<>(
                name, description, schema(TYPE, STRING, MOST, maxLength), Optional::of, CommonFieldError.REQUIRED);
    }

    /** A calendar day such as {@code 2026-11-20}. */
    public static QueryParameter<LocalDate> day(String name, String description) {
        return new QueryParameter<>(
                name, description, schema(TYPE, STRING, "format", "date"), Day::parse, CommonFieldError.INVALID_DATE);
    }

    /** A decimal number. */
    public static QueryParameter<BigDecimal> decimal(String name, String description) {
        return new QueryParameter<>(
                name,
                description,
                schema(TYPE, STRING, PATTERN, "^-?\\d{1,13}(\\.\\d{1,4})?$", "example", "50.00"),
                Decimal::parse,
                CommonFieldError.WRONG_TYPE,
                JsonType.DECIMAL);
    }

    /** Yes or no; no if left out. */
    public static QueryParameter<Boolean> flag(String name, String description) {
        return yesOrNo(name, description, CommonFieldError.WRONG_TYPE, JsonType.BOOLEAN);
    }

    /** Yes or no, or either if left out. */
    public static QueryParameter<Boolean> either(String name, String description) {
        return yesOrNo(name, description, CommonFieldError.NOT_ONE_OF, "true, false");
    }

    private static QueryParameter<Boolean> yesOrNo(
            String name, String description, FieldErrorCode otherwise, Object argument) {
        Map<String, Boolean> values = Map.of("true", true, "false", false);
        return new QueryParameter<>(
                name,
                description,
                schema(TYPE, "boolean"),
                text -> Optional.ofNullable(values.get(text)),
                otherwise,
                argument);
    }

    /** An id. */
    public static QueryParameter<UUID> id(String name, String description) {
        return new QueryParameter<>(
                name,
                description,
                schema(TYPE, STRING, "format", "uuid"),
                Id::parse,
                CommonFieldError.WRONG_TYPE,
                JsonType.UUID);
    }

    /** An id, or one word, which is read as nothing. */
    public static QueryParameter<Optional<UUID>> idOr(String word, String name, String description) {
        return new QueryParameter<>(
                name,
                description,
                schema(TYPE, STRING, PATTERN, "^(" + word + "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$"),
                text -> text.equals(word)
                        ? Optional.of(Optional.empty())
                        : Id.parse(text).map(Optional::of),
                CommonFieldError.WRONG_TYPE,
                JsonType.UUID);
    }

    /** A whole number within bounds, both included. */
    public static QueryParameter<Integer> integer(String name, String description, int min, int max) {
        return new QueryParameter<>(
                name,
                description,
                schema(TYPE, "integer", "minimum", min, "maximum", max),
                text -> Optional.of(text)
                        .filter(t -> INTEGER.matcher(t).matches())
                        .map(Integer::valueOf)
                        .filter(i -> i >= min && i <= max),
                CommonFieldError.OUT_OF_RANGE,
                min,
                max);
    }

    /** A number that counts something: 0 or more, up to 18 digits. */
    public static QueryParameter<Long> number(String name, String description) {
        return new QueryParameter<>(
                name,
                description,
                schema(TYPE, "integer", "format", "int64", "minimum", 0, "maximum", MAX_NUMBER),
                text -> Optional.of(text).filter(t -> t.matches("\\d{1,18}")).map(Long::valueOf),
                CommonFieldError.OUT_OF_RANGE,
                0,
                MAX_NUMBER);
    }

    /**
     * One of the values of an enum.
     *
     * @param component the name of its schema
     */
    public static <E extends Enum<E>> QueryParameter<E> choice(
            String name, String description, String component, E[] constants, Function<E, String> naming) {
        List<String> values = Arrays.stream(constants).map(naming).toList();
        return new QueryParameter<>(
                name,
                description,
                Map.of(),
                Optional.of(new Choices(
                        component,
                        values,
                        Arrays.stream(constants).map(Enum::name).toList())),
                Optional.empty(),
                text -> Arrays.stream(constants)
                        .filter(constant -> naming.apply(constant).equals(text))
                        .findAny(),
                CommonFieldError.NOT_ONE_OF,
                List.of(String.join(", ", values)));
    }

    /** What a text stands for otherwise, where a schema of the document has its form. */
    public static <T> QueryParameter<T> of(
            String name,
            String description,
            String component,
            Function<String, Optional<T>> parser,
            FieldErrorCode otherwise) {
        return new QueryParameter<>(name, description, schema("$ref", component), parser, otherwise);
    }

    /** The same with a default, for the document; whoever reads it knows it, too. */
    public QueryParameter<T> withDefault(Object value) {
        Map<String, Object> more = new LinkedHashMap<>(schema);
        more.put("default", value);
        return new QueryParameter<>(name, description, more, choices, example, parser, otherwise, arguments);
    }

    /** The same with an example, for the document. */
    public QueryParameter<T> withExample(String value) {
        return new QueryParameter<>(
                name, description, schema, choices, Optional.of(value), parser, otherwise, arguments);
    }

    /** The same, described as what it is for a single operation. */
    public QueryParameter<T> describedAs(String what) {
        return new QueryParameter<>(name, what, schema, choices, example, parser, otherwise, arguments);
    }

    /** The 422 that names it, for a value that can be read and is at fault all the same. */
    public ProblemException fault(FieldErrorCode code, Object... what) {
        return ProblemException.invalid(List.of(FieldError.ofParameter(name, code, what)));
    }

    private static Map<String, Object> schema(Object... keywords) {
        Map<String, Object> schema = new LinkedHashMap<>();
        for (int i = 0; i < keywords.length; i += 2) {
            schema.put((String) keywords[i], keywords[i + 1]);
        }
        return schema;
    }
}
