package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.JsonType;

/** Reads a record from a JSON object, and from nothing else: Jackson would look for other ways to make one. */
final class Objects extends DelegatingDeserializer {

    private static final long serialVersionUID = 1L;

    Objects(JsonDeserializer<?> reader) {
        super(reader);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
        return new Objects(reader);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Faults faults = Faults.of(context);
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            faults.enter(parser);
            Object read = super.deserialize(parser, context);
            faults.leave(); // but where reading has ended for good
            return read;
        }
        faults.report(parser, CommonFieldError.WRONG_TYPE, JsonType.OBJECT);
        parser.skipChildren();
        return null;
    }
}
