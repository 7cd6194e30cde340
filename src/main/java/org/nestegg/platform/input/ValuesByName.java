package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.JsonType;

/** Reads an object of values by names that callers choose. To be named at the field: {@code @JsonDeserialize(using = …)}. */
abstract class ValuesByName<V> extends StdDeserializer<Map<String, V>> {

    private static final long serialVersionUID = 1L;

    ValuesByName() {
        super(Map.class);
    }

    /** The value that the parser is at, which may be null; none if there is none to keep, or if a fault was reported. */
    abstract Optional<V> value(JsonParser parser, DeserializationContext context) throws IOException;

    @Override
    public Map<String, V> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            Faults.of(context).report(parser, CommonFieldError.WRONG_TYPE, JsonType.OBJECT);
            parser.skipChildren();
            return null;
        }
        Map<String, V> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            value(parser, context).ifPresent(value -> values.put(name, value));
        }
        return values;
    }
}
