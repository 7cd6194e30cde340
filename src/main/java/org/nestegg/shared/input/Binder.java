package org.nestegg.shared.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.shared.problem.Fault;
import org.nestegg.shared.problem.FieldError;
import org.nestegg.shared.problem.JsonType;
import org.nestegg.shared.problem.ProblemException;

/** Binds JSON to an input record and validates it, so that one answer names every field at fault. */
@Singleton
public class Binder {

    /** A body with more faults than this is not worth reading to its end. */
    private static final int MAX_FAULTS = 50;

    private final ObjectMapper mapper;
    private final Validator validator;

    Binder(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * The record that the JSON stands for.
     *
     * @throws ProblemException with {@code invalid-input}, naming each field
     */
    public <T> T bind(ObjectNode json, Class<T> type) {
        return bind(json, type, List.of());
    }

    /** The same, where some faults are known before. */
    <T> T bind(ObjectNode json, Class<T> type, List<FieldError> known) {
        Map<String, FieldError> faults = new LinkedHashMap<>();
        known.forEach(e -> report(faults, e));
        T value = bindWithoutFaulty(json.deepCopy(), type, faults);
        if (value != null) {
            validator.validate(value).stream().map(Violations::toFieldError).forEach(e -> report(faults, e));
            if (value instanceof Checked checked) {
                checked.check(e -> report(faults, e));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(List.copyOf(faults.values()));
        }
        return value;
    }

    /** Input records as JSON again, for merge patches. */
    ObjectNode toJson(Object input) {
        return mapper.valueToTree(input);
    }

    /** A field that could not be read is not also called missing: the first fault of a pointer stands. */
    private static void report(Map<String, FieldError> faults, FieldError error) {
        faults.putIfAbsent(error.pointer(), error);
    }

    /** Jackson stops at the first fault; so the faulty part is cut out and the rest is bound again. */
    private <T> T bindWithoutFaulty(ObjectNode json, Class<T> type, Map<String, FieldError> faults) {
        while (faults.size() < MAX_FAULTS) {
            try {
                return mapper.treeToValue(json, type);
            } catch (JsonMappingException e) {
                report(faults, toFieldError(e));
                cut(json, e.getPath());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a tree has no syntax", e);
            }
        }
        return null;
    }

    private static void cut(JsonNode json, List<JsonMappingException.Reference> path) {
        JsonNode parent = json;
        for (JsonMappingException.Reference step : path.subList(0, path.size() - 1)) {
            parent = step.getFieldName() != null ? parent.get(step.getFieldName()) : parent.get(step.getIndex());
        }
        JsonMappingException.Reference last = path.getLast();
        switch (parent) {
            case ObjectNode object -> object.remove(last.getFieldName());
            case ArrayNode array -> array.setNull(last.getIndex());
            default -> throw new IllegalStateException("nothing to cut at " + pointer(path));
        }
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : Integer.toString(step.getIndex()))
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private FieldError toFieldError(JsonMappingException e) {
        String pointer = pointer(e.getPath());
        return switch (e) {
            case FaultyValueException faulty -> FieldError.at(pointer, faulty.fault(), faulty.arguments());
            case UnrecognizedPropertyException _ -> FieldError.at(pointer, Fault.UNKNOWN_FIELD);
            case MismatchedInputException mismatch
            when isEnum(mismatch) -> FieldError.at(pointer, Fault.NOT_ONE_OF, constants(mismatch.getTargetType()));
            case MismatchedInputException mismatch ->
                FieldError.at(pointer, Fault.WRONG_TYPE, jsonType(mismatch.getTargetType()));
            default -> throw new IllegalStateException("an input could not be bound", e);
        };
    }

    private static boolean isEnum(MismatchedInputException e) {
        return e.getTargetType() != null && e.getTargetType().isEnum();
    }

    private String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> mapper.convertValue(constant, String.class))
                .collect(Collectors.joining(", "));
    }

    private static JsonType jsonType(Class<?> target) {
        if (target == BigDecimal.class) {
            return JsonType.DECIMAL;
        } else if (target == UUID.class) {
            return JsonType.UUID;
        } else if (target == Boolean.class) {
            return JsonType.BOOLEAN;
        } else if (target != null && Collection.class.isAssignableFrom(target)) {
            return JsonType.ARRAY;
        } else if (target != null && target.isRecord()) {
            return JsonType.OBJECT;
        }
        return JsonType.STRING;
    }
}
