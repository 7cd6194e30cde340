package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nestegg.platform.problem.CommonFieldError;

/** Reads a constant of an enum by the name that it is written with, and nothing else. */
final class Choices extends StdScalarDeserializer<Object> {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> constants = new LinkedHashMap<>();

    private Choices(Class<?> type, ObjectMapper mapper) {
        super(type);
        for (Object constant : type.getEnumConstants()) {
            constants.put(
                    constant instanceof Coded coded ? coded.code() : mapper.convertValue(constant, String.class),
                    constant);
        }
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Object constant = parser.hasToken(JsonToken.VALUE_STRING) ? constants.get(parser.getText()) : null;
        if (constant == null) {
            Faults.of(context).report(parser, CommonFieldError.NOT_ONE_OF, String.join(", ", constants.keySet()));
            parser.skipChildren();
        }
        return constant;
    }

    /** Puts this in the place of Jackson's own reader of enums, and {@link Objects} before that of records. */
    static final class Modifier extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        private final transient ObjectMapper mapper;

        Modifier(ObjectMapper mapper) {
            this.mapper = mapper;
        }

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> reader) {
            return new Choices(type.getRawClass(), mapper);
        }

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> reader) {
            return bean.getBeanClass().isRecord() ? new Objects(reader) : reader;
        }
    }
}
