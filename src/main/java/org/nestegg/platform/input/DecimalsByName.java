package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.JsonType;

/** Reads an object of decimals by names that callers choose. To be named at the field: {@code @JsonDeserialize(using = …)}. */
public final class DecimalsByName extends StdDeserializer<Map<String, BigDecimal>> {

    private static final long serialVersionUID = 1L;

    public DecimalsByName() {
        super(Map.class);
    }

    @Override
    public Map<String, BigDecimal> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Faults faults = Faults.of(context);
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            faults.report(parser, CommonFieldError.WRONG_TYPE, JsonType.OBJECT);
            parser.skipChildren();
            return null;
        }
        Map<String, BigDecimal> decimals = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_NULL) {
                faults.report(parser, CommonFieldError.REQUIRED);
                continue;
            }
            BigDecimal decimal = context.readValue(parser, BigDecimal.class);
            if (decimal != null) {
                decimals.put(name, decimal);
            }
        }
        return decimals;
    }
}
