package org.nestegg.platform.input;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.nestegg.money.Currencies;
import org.nestegg.money.MoneyFieldError;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.FieldErrorCode;
import org.nestegg.platform.problem.JsonType;
import org.nestegg.platform.problem.ProblemException;

/**
 * Reads the query parameters of one request. Each method gives the value of one parameter, or nothing where it is left
 * out or empty; what cannot be read is remembered, and {@link #check()} answers for all of it at once.
 */
public final class QueryReader {

    /** The longest value, in code points. */
    public static final int MAX_LENGTH = 200;

    private final MultivaluedMap<String, String> parameters;
    private final Map<String, FieldError> faults = new LinkedHashMap<>();

    public QueryReader(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    public Optional<String> text(String name) {
        return read(name, Optional::of, CommonFieldError.REQUIRED);
    }

    public Optional<LocalDate> day(String name) {
        return read(name, Day::parse, CommonFieldError.INVALID_DATE);
    }

    public Optional<BigDecimal> decimal(String name) {
        return read(name, Decimal::parse, CommonFieldError.WRONG_TYPE, JsonType.DECIMAL);
    }

    public Optional<Currency> currency(String name) {
        return read(name, Currencies::of, MoneyFieldError.UNKNOWN_CURRENCY);
    }

    public boolean flag(String name) {
        Map<String, Boolean> values = Map.of("true", true, "false", false);
        return read(name, text -> Optional.ofNullable(values.get(text)), CommonFieldError.WRONG_TYPE, JsonType.BOOLEAN)
                .orElse(false);
    }

    public Optional<UUID> id(String name) {
        return read(name, Id::parse, CommonFieldError.WRONG_TYPE, JsonType.UUID);
    }

    /** A whole number within bounds, both included. */
    public Optional<Integer> integer(String name, int min, int max) {
        return read(
                name,
                text -> Optional.of(text)
                        .filter(t -> t.matches("-?\\d{1,9}"))
                        .map(Integer::valueOf)
                        .filter(i -> i >= min && i <= max),
                CommonFieldError.OUT_OF_RANGE,
                min,
                max);
    }

    /** One of a few values, each known by its name. */
    public <T> Optional<T> choice(String name, T[] values, Function<T, String> naming) {
        return read(
                name,
                text -> Arrays.stream(values)
                        .filter(v -> naming.apply(v).equals(text))
                        .findAny(),
                CommonFieldError.NOT_ONE_OF,
                String.join(", ", Arrays.stream(values).map(naming).toList()));
    }

    /**
     * Answers for everything that was read.
     *
     * @throws ProblemException with {@code invalid-input}, naming each parameter at fault
     */
    public void check() {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(List.copyOf(faults.values()));
        }
    }

    private <T> Optional<T> read(
            String name, Function<String, Optional<T>> parser, FieldErrorCode otherwise, Object... arguments) {
        String text =
                Text.normalize(Optional.ofNullable(parameters.getFirst(name)).orElse(""));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!Text.isClean(text)) {
            return fault(name, CommonFieldError.CONTROL_CHARACTER);
        }
        if (Text.length(text) > MAX_LENGTH) {
            return fault(name, CommonFieldError.TOO_LONG, MAX_LENGTH);
        }
        Optional<T> value = parser.apply(text);
        return value.isPresent() ? value : fault(name, otherwise, arguments);
    }

    private <T> Optional<T> fault(String name, FieldErrorCode fault, Object... arguments) {
        faults.putIfAbsent(name, FieldError.ofParameter(name, fault, arguments));
        return Optional.empty();
    }
}
