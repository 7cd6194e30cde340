package org.nestegg.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.JsonType;
import org.nestegg.platform.problem.ProblemException;

/**
 * Reads the JSON body of every request: parsed, bound and validated before the endpoint sees it. Endpoints say which media
 * types they take; those whose body is optional take any, because clients name one even where they send nothing.
 */
@Provider
@Consumes(MediaType.WILDCARD)
public class JsonReader implements MessageBodyReader<Object> {

    private final ObjectMapper mapper;
    private final Binder binder;
    private final CurrentVertxRequest request;
    private final Body bodies;

    JsonReader(ObjectMapper mapper, Binder binder, CurrentVertxRequest request, Body bodies) {
        this.bodies = bodies;
        this.request = request;
        this.mapper = mapper;
        this.binder = binder;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        byte[] body = bodies.read(request.getCurrent(), stream);
        if (body.length == 0 && OptionalBody.class.isAssignableFrom(type)) {
            return binder.bind(mapper.createObjectNode(), type);
        }
        if (!isJson(mediaType) || Body.isEncoded(headers)) {
            throw new ProblemException(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
        }
        JsonNode read = parse(body);
        if (read.isNull() && OptionalBody.class.isAssignableFrom(type)) {
            return binder.bind(mapper.createObjectNode(), type);
        }
        if (!(read instanceof ObjectNode json)) {
            throw ProblemException.invalid("", CommonFieldError.WRONG_TYPE, JsonType.OBJECT);
        }
        Class<?> wanted = type;
        if (wanted == MergePatch.class) {
            return new MergePatch(json, binder);
        } else if (wanted == JsonBody.class) {
            return new JsonBody(json, binder);
        }
        return binder.bind(json, type);
    }

    /** A charset means nothing to JSON, which is UTF-8 (RFC 8259, section 11). */
    private static boolean isJson(MediaType type) {
        return type.getSubtype().toLowerCase(Locale.ROOT).endsWith("json");
    }

    private JsonNode parse(byte[] body) throws IOException {
        if (body.length == 0) {
            throw new ProblemException(CommonProblem.EMPTY_BODY);
        }
        try {
            String text = JsonText.decode(body);
            if (text.isBlank()) {
                throw new ProblemException(CommonProblem.EMPTY_BODY);
            }
            return read(JsonText.parseBounded(text));
        } catch (JsonProcessingException | CharacterCodingException | NumberFormatException _) {
            throw new ProblemException(CommonProblem.MALFORMED_JSON);
        }
    }

    private JsonNode read(JsonParser parser) throws IOException {
        try {
            return mapper.readerFor(JsonNode.class).readValue(parser);
        } catch (StreamConstraintsException e) {
            if (parser.currentTokenCount() < JsonText.MAX_TOKENS) {
                throw e;
            }
            throw ProblemException.invalid("", CommonFieldError.TOO_MANY_PARTS, JsonText.MAX_TOKENS);
        }
    }
}
