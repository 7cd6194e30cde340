package org.nestegg.shared.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import org.nestegg.shared.problem.Fault;

/** A value of the right JSON type that its field cannot take, with the {@link Fault} that says why. */
public final class FaultyValueException extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient Object[] arguments;

    public FaultyValueException(JsonParser parser, Fault fault, Object... arguments) {
        super(parser, fault.code());
        this.fault = fault;
        this.arguments = arguments;
    }

    Fault fault() {
        return fault;
    }

    Object[] arguments() {
        return arguments;
    }
}
