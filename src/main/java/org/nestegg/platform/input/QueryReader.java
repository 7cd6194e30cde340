package org.nestegg.platform.input;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.FieldErrorCode;
import org.nestegg.platform.problem.ProblemException;

/**
 * Reads the query parameters of one request. What is left out or empty has no value; what cannot be read is remembered, and
 * {@link #check()} answers for all of it at once.
 */
public final class QueryReader {

    private final MultivaluedMap<String, String> parameters;
    private final Map<String, FieldError> faults = new LinkedHashMap<>();

    public QueryReader(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** Whether a flag is set. */
    public boolean is(QueryParameter<Boolean> flag) {
        return get(flag).orElse(false);
    }

    /** The value of a parameter. */
    public <T> Optional<T> get(QueryParameter<T> parameter) {
        String text = Text.normalize(
                Optional.ofNullable(parameters.getFirst(parameter.name())).orElse(""));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!Text.isClean(text)) {
            return fault(parameter, CommonFieldError.CONTROL_CHARACTER);
        }
        if (Text.length(text) > parameter.maxLength()) {
            return fault(parameter, CommonFieldError.TOO_LONG, parameter.maxLength());
        }
        Optional<T> value = parameter.parser().apply(text);
        return value.isPresent()
                ? value
                : fault(parameter, parameter.otherwise(), parameter.arguments().toArray());
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

    private <T> Optional<T> fault(QueryParameter<T> parameter, FieldErrorCode fault, Object... arguments) {
        faults.putIfAbsent(parameter.name(), FieldError.ofParameter(parameter.name(), fault, arguments));
        return Optional.empty();
    }
}
