package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldErrorCode;
import org.nestegg.platform.problem.JsonType;

/** Makes the service's JSON strict: no coercion between types, no repeated or trailing parts, no binary floats. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    private static final int MAX_WRITTEN_DEPTH = 2_100;
    private static final int MAX_LANGUAGE_TAG = 35; // RFC 5646, section 4.4.1

    /** After all others, whose more lenient readers would otherwise come first. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // the builder's way is not open to a customizer of a ready mapper
    public void customize(ObjectMapper mapper) {
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
        mapper.registerModule(
                new SimpleModule("shown").addSerializer(new Codes()).addSerializer(new Instants()));
        // A tree of goals has two levels of JSON for each of its own.
        mapper.getFactory()
                .setStreamWriteConstraints(StreamWriteConstraints.builder()
                        .maxNestingDepth(MAX_WRITTEN_DEPTH)
                        .build());
    }

    /**
     * The mapper that binds input. It is one of its own: others read with the service's, which have no {@link Faults} to
     * report to, such as a function's events.
     */
    static ObjectMapper forInput(ObjectMapper shared, List<TextForm<?>> forms) {
        ObjectMapper mapper = shared.copy();
        SimpleModule input = new SimpleModule("input")
                .addDeserializer(String.class, new Strings())
                .addDeserializer(BigDecimal.class, new Decimals())
                .addDeserializer(
                        LocalDate.class, new Parsed<>(LocalDate.class, Day::parse, CommonFieldError.INVALID_DATE))
                .addDeserializer(
                        Instant.class, new Parsed<>(Instant.class, Moment::parse, CommonFieldError.INVALID_INSTANT))
                .addSerializer(Locale.class, new LanguageTags())
                .addDeserializer(
                        Locale.class,
                        new Parsed<>(Locale.class, StrictJson::languageTag, CommonFieldError.INVALID_LOCALE))
                .addDeserializer(
                        UUID.class, new Parsed<>(UUID.class, Id::parse, CommonFieldError.WRONG_TYPE, JsonType.UUID))
                .addDeserializer(Integer.class, new Integers())
                .addDeserializer(Boolean.class, new Booleans())
                .addDeserializer(List.class, new Lists())
                .setDeserializerModifier(new Choices.Modifier(mapper));
        forms.forEach(form -> add(form, input));
        return mapper.registerModule(input);
    }

    private static <T> void add(TextForm<T> form, SimpleModule input) {
        input.addDeserializer(
                form.type(), new Parsed<>(form.type(), form.parser(), form.otherwise(), form.arguments()));
    }

    private static final class Strings extends StringValueDeserializer<String> {

        private static final long serialVersionUID = 1L;

        Strings() {
            super(String.class);
        }

        @Override
        protected String parse(String text, JsonParser parser) {
            return Text.normalize(text);
        }
    }

    /** By the names that callers know. */
    private static final class Codes extends StdScalarSerializer<Coded> {
        private static final long serialVersionUID = 1L;

        Codes() {
            super(Coded.class);
        }

        @Override
        public void serialize(Coded constant, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(constant.code());
        }
    }

    /** In UTC, as {@link Instant#toString} has it (ISO 8601), by less work. */
    private static final class Instants extends StdScalarSerializer<Instant> {

        private static final long serialVersionUID = 1L;

        Instants() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(Moment.text(instant));
        }
    }

    /** As it is read, {@code pt-BR}; the platform's own form is another. */
    private static final class LanguageTags extends StdScalarSerializer<Locale> {

        private static final long serialVersionUID = 1L;

        LanguageTags() {
            super(Locale.class);
        }

        @Override
        public void serialize(Locale locale, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(locale.toLanguageTag());
        }
    }

    private static Optional<Locale> languageTag(String text) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(text).build())
                    .filter(locale -> !locale.getLanguage().isEmpty() && text.length() <= MAX_LANGUAGE_TAG);
        } catch (IllformedLocaleException _) {
            return Optional.empty();
        }
    }

    /** A value that a text stands for, or else a fault. */
    private static final class Parsed<T> extends StringValueDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, Optional<T>> reader;
        private final FieldErrorCode otherwise;

        private final transient Object[] arguments;

        Parsed(Class<T> type, Function<String, Optional<T>> reader, FieldErrorCode otherwise, Object... arguments) {
            super(type);
            this.reader = reader;
            this.otherwise = otherwise;
            this.arguments = arguments;
        }

        @Override
        protected T parse(String text, JsonParser parser) throws FaultyValueException {
            return reader.apply(text).orElseThrow(() -> new FaultyValueException(parser, otherwise, arguments));
        }
    }

    /** A JSON number or a string with a decimal number. */
    private static final class Decimals extends StdScalarDeserializer<BigDecimal> {

        private static final long serialVersionUID = 1L;

        Decimals() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonToken token = parser.currentToken();
            if (token != null && token.isNumeric()) {
                return parser.getDecimalValue();
            }
            if (token == JsonToken.VALUE_STRING) {
                var decimal = Decimal.parse(parser.getText());
                if (decimal.isPresent()) {
                    return decimal.get();
                }
            }
            return wrongType(JsonType.DECIMAL, parser, context);
        }
    }

    /** A JSON number that is written as a whole one. */
    private static final class Integers extends StdScalarDeserializer<Integer> {

        private static final long serialVersionUID = 1L;

        Integers() {
            super(Integer.class);
        }

        @Override
        public Integer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return wrongType(JsonType.INTEGER, parser, context);
            }
            if (parser.getNumberType() == JsonParser.NumberType.INT) {
                return parser.getIntValue();
            }
            Faults.of(context).report(parser, CommonFieldError.OUT_OF_RANGE, Integer.MIN_VALUE, Integer.MAX_VALUE);
            return null;
        }
    }

    private static final class Booleans extends StdScalarDeserializer<Boolean> {

        private static final long serialVersionUID = 1L;

        Booleans() {
            super(Boolean.class);
        }

        @Override
        public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.currentToken().isBoolean()
                    ? Boolean.valueOf(parser.getBooleanValue())
                    : wrongType(JsonType.BOOLEAN, parser, context);
        }
    }

    private static <T> T wrongType(JsonType wanted, JsonParser parser, DeserializationContext context)
            throws IOException {
        Faults.of(context).report(parser, CommonFieldError.WRONG_TYPE, wanted);
        parser.skipChildren();
        return null;
    }
}
