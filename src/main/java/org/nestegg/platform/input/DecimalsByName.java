package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.nestegg.platform.problem.CommonFieldError;

/** Decimals by names; none is null. */
public final class DecimalsByName extends ValuesByName<BigDecimal> {

    private static final long serialVersionUID = 1L;

    @Override
    Optional<BigDecimal> value(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_NULL)) {
            Faults.of(context).report(parser, CommonFieldError.REQUIRED);
            return Optional.empty();
        }
        return Optional.ofNullable(context.readValue(parser, BigDecimal.class));
    }
}
