package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import org.nestegg.platform.problem.FieldErrorCode;

/** A value of the right JSON type that its field cannot take, with the {@link FieldErrorCode} that says why. */
public final class FaultyValueException extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    private final FieldErrorCode fault;
    private final transient Object[] arguments;

    public FaultyValueException(JsonParser parser, FieldErrorCode fault, Object... arguments) {
        super(parser, fault.code());
        this.fault = fault;
        this.arguments = arguments;
    }

    FieldErrorCode fault() {
        return fault;
    }

    Object[] arguments() {
        return arguments;
    }
}
