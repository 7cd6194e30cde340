package org.nestegg.diagnostics;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.JsonText;

/** A request as the service received it, its credentials masked. */
@Schema(examples = """
                {"method": "POST", "path": "/api/v1/diagnostics/echo", "query": {"debug": "1", "tag": ["a", "b"]},
                 "headers": {"authorization": "***", "content-type": "application/json", "host": "localhost:8080"},
                 "contentType": "application/json", "body": {"hello": "world"}}
                """)
record Echo(
        @Schema(required = true) String method,
        @Schema(required = true) String path,

        @Schema(required = true, description = "By name; a parameter that came several times is a list")
        Map<String, Object> query,

        @Schema(
                required = true,
                description = "By name in lower case; a header that came several times is joined by commas (RFC 9110)")
        Map<String, String> headers,

        @Schema(required = true, nullable = true) String contentType,

        @Schema(
                required = true,
                implementation = Object.class,
                description =
                        "JSON as JSON, text as a string, anything else as a string in base64; null if there was none")
        JsonNode body) {

    /** Names that headers and parameters which carry credentials have, here or with whoever else is on the way. */
    private static final Pattern CREDENTIALS = Pattern.compile(
            "authori[sz]ation|authenticat|credential|cookie|token|secret|passw|\\bpwd\\b|session|assertion|jwt|cert"
                    + "|api-?_?key|access-?_?key|signature|\\bsig\\b|\\bkey\\b|^code$",
            Pattern.CASE_INSENSITIVE);

    private static final String MASK = "***";

    static Echo of(HttpServerRequest request, byte[] body) {
        String contentType = request.getHeader("Content-Type");
        return new Echo(
                request.method().name(),
                request.path(),
                query(request.params()),
                headers(request.headers()),
                contentType,
                body.length == 0 ? null : body(contentType, body));
    }

    private static Map<String, Object> query(MultiMap parameters) {
        Map<String, Object> query = new TreeMap<>();
        for (String name : parameters.names()) {
            List<String> values = parameters.getAll(name);
            Object shown = values.size() == 1 ? values.getFirst() : values;
            query.put(name, isCredential(name) ? MASK : shown);
        }
        return query;
    }

    private static Map<String, String> headers(MultiMap received) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : received.names()) {
            String key = name.toLowerCase(Locale.ROOT);
            headers.put(key, isCredential(key) ? MASK : String.join(", ", received.getAll(name)));
        }
        return headers;
    }

    private static boolean isCredential(String name) {
        return CREDENTIALS.matcher(name).find();
    }

    /** What claims to be JSON or text and is not is shown as the next best thing: this is for finding faults. */
    private static JsonNode body(String contentType, byte[] body) {
        Optional<MediaType> type = parse(contentType);
        if (type.filter(Echo::isJson).isPresent()) {
            try {
                return json(body);
            } catch (IOException _) {
                // shown as text
            }
        }
        if (type.filter(t -> isJson(t) || isText(t)).isPresent()) {
            try {
                Charset charset = type.map(t -> t.getParameters().get(MediaType.CHARSET_PARAMETER))
                        .map(Charset::forName)
                        .orElse(StandardCharsets.UTF_8);
                return TextNode.valueOf(
                        charset.newDecoder().decode(ByteBuffer.wrap(body)).toString());
            } catch (CharacterCodingException | IllegalArgumentException _) {
                // shown as base64
            }
        }
        return TextNode.valueOf(Base64.getEncoder().encodeToString(body));
    }

    /** As it came, digit for digit: a number of a few characters could be written with a million. */
    private static JsonNode json(byte[] body) throws IOException {
        String text = JsonText.decode(body);
        try (JsonParser parser = JsonText.parse(text)) {
            parser.nextToken();
            parser.skipChildren();
            if (parser.currentToken() == null || parser.nextToken() != null) {
                throw new JsonParseException(parser, "not one value");
            }
        }
        return JsonNodeFactory.instance.rawValueNode(new RawValue(text));
    }

    private static Optional<MediaType> parse(String contentType) {
        try {
            return Optional.ofNullable(contentType).map(MediaType::valueOf);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }

    private static boolean isText(MediaType type) {
        return type.getType().equals("text")
                || type.getSubtype().equals("x-www-form-urlencoded")
                || type.getSubtype().endsWith("xml");
    }
}
