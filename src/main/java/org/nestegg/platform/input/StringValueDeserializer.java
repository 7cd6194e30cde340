package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.nestegg.platform.problem.CommonFieldError;

/** Reads a value that is a JSON string and nothing else, free of control characters. */
public abstract class StringValueDeserializer<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    protected StringValueDeserializer(Class<T> type) {
        super(type);
    }

    @Override
    public final T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return handledType().cast(context.handleUnexpectedToken(String.class, parser));
        }
        String text = parser.getText();
        try {
            if (!isClean(text)) {
                throw new FaultyValueException(parser, CommonFieldError.CONTROL_CHARACTER);
            }
            return parse(text, parser);
        } catch (FaultyValueException e) {
            Faults.of(context).report(parser, e.fault(), e.arguments());
            return null;
        }
    }

    /** Whether the text has only characters that it may have. */
    protected boolean isClean(String text) {
        return Text.isClean(text);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<T> handledType() {
        return (Class<T>) _valueClass;
    }

    /**
     * The value that the text stands for.
     *
     * @throws FaultyValueException if it stands for none
     */
    protected abstract T parse(String text, JsonParser parser) throws FaultyValueException;
}
