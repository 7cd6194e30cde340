package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a JSON array up to one element more than its field may have ({@link Size}), so that validation sees that it is too
 * long; what comes after is neither bound nor kept nor validated.
 */
final class Lists extends StdDeserializer<List<?>> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private final transient JsonDeserializer<?> elements;
    private final int max;

    Lists() {
        this(null, 0);
    }

    private Lists(JsonDeserializer<?> elements, int max) {
        super(List.class);
        this.elements = elements;
        this.max = max;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
            throws JsonMappingException {
        Size size = property == null ? null : property.getAnnotation(Size.class);
        if (size == null) {
            return context.reportBadDefinition(List.class, "a list without a @Size would have no bound");
        }
        return new Lists(
                context.findContextualValueDeserializer(property.getType().getContentType(), property), size.max());
    }

    @Override
    public List<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            return (List<?>) context.handleUnexpectedToken(List.class, parser);
        }
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (list.size() > max) {
                parser.skipChildren();
            } else if (parser.hasToken(JsonToken.VALUE_NULL)) {
                list.add(elements.getNullValue(context));
            } else {
                list.add(elements.deserialize(parser, context));
            }
        }
        return list;
    }
}
