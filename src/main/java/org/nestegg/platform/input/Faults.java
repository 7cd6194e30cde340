package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.FieldErrorCode;
import org.nestegg.platform.problem.JsonType;
import org.nestegg.platform.problem.ProblemException;

/**
 * What is wrong with a body, gathered while Jackson binds it: binding goes on behind each fault, so that one pass over the
 * body names them all, up to as many as an answer has.
 */
final class Faults extends DeserializationProblemHandler {

    private final Map<String, FieldError> byPointer = new LinkedHashMap<>();

    /** Where the objects are that are being read, the innermost last. */
    private final Deque<JsonPointer> objects = new ArrayDeque<>();

    /** The faults of the binding that a deserialiser takes part in. */
    static Faults of(DeserializationContext context) {
        return (Faults) context.getAttribute(Faults.class);
    }

    /** A field that could not be read is not also called missing: the first fault of a pointer stands. */
    void report(FieldError error) {
        if (!isFull()) {
            byPointer.putIfAbsent(error.pointer(), error);
        }
    }

    /**
     * Reports a fault of the value that a parser is at.
     *
     * @throws FullException where there are as many as are named: the rest of the body is not worth reading
     */
    void report(JsonParser parser, FieldErrorCode fault, Object... arguments) throws FullException {
        report(FieldError.at(parser.getParsingContext().pathAsPointer().toString(), fault, arguments));
        stopIfFull(parser);
    }

    private void stopIfFull(JsonParser parser) throws FullException {
        if (isFull()) {
            throw new FullException(parser);
        }
    }

    /** That an object begins where a parser is; what comes is in it, up to its end. */
    void enter(JsonParser parser) {
        objects.addLast(parser.getParsingContext().getParent().pathAsPointer());
    }

    void leave() {
        objects.removeLast();
    }

    boolean isEmpty() {
        return byPointer.isEmpty();
    }

    List<FieldError> all() {
        return List.copyOf(byPointer.values());
    }

    private boolean isFull() {
        return byPointer.size() == ProblemException.MAX_ERRORS;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser parser, JsonDeserializer<?> reader, Object bean, String name)
            throws IOException {
        // Jackson may have set it aside, so that the parser no longer knows where it was.
        report(FieldError.at(objects.getLast().appendProperty(name).toString(), CommonFieldError.UNKNOWN_FIELD));
        stopIfFull(parser);
        parser.skipChildren();
        return true;
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message)
            throws IOException {
        report(parser, CommonFieldError.WRONG_TYPE, typeOf(target.getRawClass()));
        parser.skipChildren();
        return null;
    }

    private static JsonType typeOf(Class<?> target) {
        return Collection.class.isAssignableFrom(target) ? JsonType.ARRAY : JsonType.STRING;
    }

    /** There are as many faults as are named. */
    static final class FullException extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        private FullException(JsonParser parser) {
            super(parser, "too many faults");
        }
    }
}
