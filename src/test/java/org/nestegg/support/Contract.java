package org.nestegg.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The OpenAPI document as the service under test serves it, and a judge of what is answered under it. */
public final class Contract {

    private static final String IRI = "https://nestegg.test/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static volatile Contract served;

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** What paths of a template look like, the most literal ones first. */
    private final Map<String, Pattern> templates =
            new TreeMap<>(Comparator.comparing(template -> template.replace('{', '\uffff')));

    private Contract(String json) throws JsonProcessingException {
        document = MAPPER.readTree(json);
        registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(),
                builder -> builder.schemas(Map.of(IRI, json))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        document.path("paths").fieldNames().forEachRemaining(template -> templates.put(template, pattern(template)));
    }

    /** The document of the service under test, read once. */
    public static Contract served() {
        if (served == null) {
            try {
                served = new Contract(RestAssured.given()
                        .get("/api/openapi.json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
        return served;
    }

    public JsonNode document() {
        return document;
    }

    /** All operations, in the order of the document. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> operations.add(new Operation(
                                entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), entry.getValue()))));
        return operations;
    }

    /** What is wrong with an answer, or nothing. Paths that the document does not have are open only to 404 and 405. */
    public Optional<String> fault(String method, String path, int status, String contentType, String body) {
        Optional<String> template = template(path);
        String operation = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        JsonNode responses = template.map(
                        t -> document.path("paths").path(t).path(operation).path("responses"))
                .orElse(JsonNodeFactory.instance.missingNode());
        if (responses.isMissingNode()) {
            return status == 404 || status == 405 || method.equals("OPTIONS")
                    ? Optional.empty()
                    : Optional.of("the document has no " + method + " " + path + ", which answered " + status);
        }
        JsonNode response = responses.path(Integer.toString(status));
        if (response.isMissingNode()) {
            return Optional.of("no " + status + " is documented for " + method + " " + template.get());
        }
        String pointer = response.has("$ref")
                ? response.get("$ref").asText().substring(1)
                : "/paths/" + escape(template.get()) + "/" + operation + "/responses/" + status;
        JsonNode content = document.at(pointer).path("content");
        if (method.equals("HEAD") || status == 304) {
            return body.isEmpty() ? Optional.empty() : Optional.of("a body where none may be");
        }
        if (content.isMissingNode() || content.isEmpty()) {
            return body.isEmpty() ? Optional.empty() : Optional.of("a body where none is documented: " + body);
        }
        String mediaType = contentType == null ? "" : contentType.split(";")[0].strip();
        if (!content.has(mediaType)) {
            return Optional.of(
                    "media type " + contentType + " is not documented for " + status + " of " + template.get());
        }
        return mediaType.endsWith("json")
                ? invalid(pointer + "/content/" + escape(mediaType) + "/schema", body)
                : Optional.empty();
    }

    /** What is wrong with a JSON text under the schema at a pointer of the document. */
    public Optional<String> invalid(String pointer, String json) {
        Schema schema =
                schemas.computeIfAbsent(pointer, p -> registry.getSchema(SchemaLocation.of(IRI + "#" + encode(p))));
        List<Error> errors = schema.validate(json, InputFormat.JSON);
        return errors.isEmpty() ? Optional.empty() : Optional.of(pointer + ": " + errors + " in " + json);
    }

    /** The template that a path matches, the most literal one first. */
    public Optional<String> template(String path) {
        return templates.entrySet().stream()
                .filter(template -> template.getValue().matcher(path).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+") + "/?");
    }

    /** One operation of the document. */
    public record Operation(String method, String path, JsonNode node) {

        /** The path with an id in it that nothing has. */
        public String samplePath() {
            return path.replaceAll("\\{[^}]*[iI]d}", "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e")
                    .replaceAll("\\{[^}]*}", "not-found");
        }

        public boolean hasBody() {
            return node.has("requestBody");
        }

        /** Whether it documents a status. */
        public boolean answers(String status) {
            return node.path("responses").has(status);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    private static String encode(String pointer) {
        return pointer.replace("{", "%7B").replace("}", "%7D");
    }
}
