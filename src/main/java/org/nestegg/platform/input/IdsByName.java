package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.JsonType;

/** Ids by names; null is no id. */
public final class IdsByName extends ValuesByName<UUID> {

    private static final long serialVersionUID = 1L;

    @Override
    Optional<UUID> value(JsonParser parser, DeserializationContext context) throws IOException {
        Optional<UUID> id = parser.hasToken(JsonToken.VALUE_STRING) ? Id.parse(parser.getText()) : Optional.empty();
        if (id.isEmpty() && !parser.hasToken(JsonToken.VALUE_NULL)) {
            Faults.of(context).report(parser, CommonFieldError.WRONG_TYPE, JsonType.UUID);
            parser.skipChildren();
        }
        return id;
    }
}
