package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.List;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.ProblemException;

/** Binds JSON to an input record and validates it, so that one answer names the fields at fault. */
@Singleton
public class Binder {

    private final ObjectMapper mapper;
    private final Validator validator;

    Binder(ObjectMapper mapper, @All List<TextForm<?>> forms, Validator validator) {
        this.mapper = StrictJson.forInput(mapper, forms);
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
        return bind(mapper.treeAsTokens(json), type, known);
    }

    /** The same, of what a parser reads. No token is read twice. */
    <T> T bind(JsonParser json, Class<T> type, List<FieldError> known) {
        Faults faults = new Faults();
        known.forEach(faults::report);
        T value = read(json, type, faults);
        if (value != null) {
            validator.validate(value).stream().map(Violations::toFieldError).forEach(faults::report);
            if (value instanceof Checked checked) {
                checked.check(faults::report);
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults.all());
        }
        return value;
    }

    /** Input records as JSON again, for merge patches. */
    ObjectNode toJson(Object input) {
        return mapper.valueToTree(input);
    }

    /** The record, with null for what is at fault; null itself where there are too many faults to go on. */
    private <T> T read(JsonParser json, Class<T> type, Faults faults) {
        try {
            return mapper.readerFor(type)
                    .withAttribute(Faults.class, faults)
                    .withHandler(faults)
                    .readValue(json);
        } catch (Faults.FullException _) {
            return null;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an input could not be bound", e);
        } catch (IOException e) {
            throw new IllegalStateException("a tree is in memory", e);
        }
    }
}
