package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.JsonType;

/** Reads an object of ids by names that callers choose; null is no id. To be named at the field: {@code @JsonDeserialize(using = …)}. */
public final class IdsByName extends StdDeserializer<Map<String, UUID>> {

    private static final long serialVersionUID = 1L;

    public IdsByName() {
        super(Map.class);
    }

    @Override
    public Map<String, UUID> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Faults faults = Faults.of(context);
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            faults.report(parser, CommonFieldError.WRONG_TYPE, JsonType.OBJECT);
            parser.skipChildren();
            return null;
        }
        Map<String, UUID> ids = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            Optional<UUID> id = parser.hasToken(JsonToken.VALUE_STRING) ? Id.parse(parser.getText()) : Optional.empty();
            if (id.isEmpty()) {
                faults.report(parser, CommonFieldError.WRONG_TYPE, JsonType.UUID);
                parser.skipChildren();
            }
            id.ifPresent(known -> ids.put(name, known));
        }
        return ids;
    }
}
