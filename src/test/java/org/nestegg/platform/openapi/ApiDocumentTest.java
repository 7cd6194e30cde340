package org.nestegg.platform.openapi;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Contract;
import org.nestegg.support.Contract.Operation;

@QuarkusTest
class ApiDocumentTest extends ApiTest {

    /** The service is up only after the test is made. */
    private static JsonNode document() {
        return Contract.served().document();
    }

    /** The official schema of OpenAPI 3.1 documents. */
    @Test
    void theDocumentIsValidOpenApi() {
        InputStream official = getClass().getResourceAsStream("/openapi-3.1-schema.json");
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(official);
        assertEquals(List.of(), schema.validate(document().toString(), InputFormat.JSON));
        assertTrue(document().get("openapi").asText().startsWith("3.1."));
    }

    /** What generators of clients make bad types of. */
    @Test
    void everySchemaMakesAGoodType() {
        List<JsonNode> schemas = new ArrayList<>();
        collect(document().at("/components/schemas"), schemas);
        collect(document().path("paths"), schemas);
        for (JsonNode schema : schemas) {
            assertFalse(schema.has("anyOf") || schema.has("oneOf"), schema.toString());
            assertFalse(schema.has("$ref") && schema.has("type"), schema.toString());
            if (schema.path("type").isArray()) {
                assertEquals(2, schema.path("type").size(), schema.toString());
                assertEquals("null", schema.path("type").get(1).asText(), schema.toString());
            }
        }
        document()
                .at("/components/schemas")
                .properties()
                .forEach(component -> assertTrue(
                        component.getValue().path("type").asText().equals("object")
                                || component.getValue().has("enum"),
                        component.getKey()));
    }

    private static void collect(JsonNode node, List<JsonNode> schemas) {
        if (node.isObject()
                && (node.path("type").isTextual()
                        || node.path("type").isArray()
                        || node.has("$ref")
                        || node.has("anyOf")
                        || node.has("oneOf"))) {
            schemas.add(node);
        }
        if (!node.isTextual()) {
            node.properties().stream()
                    .filter(member -> !member.getKey().startsWith("example"))
                    .forEach(member -> collect(member.getValue(), schemas));
            if (node.isArray()) {
                node.forEach(element -> collect(element, schemas));
            }
        }
    }

    @Test
    void nothingIsThereThatIsNotUsed() {
        Set<String> used = new HashSet<>(document().findValuesAsText("$ref"));
        for (String kind : List.of("schemas", "parameters", "responses")) {
            document()
                    .at("/components/" + kind)
                    .fieldNames()
                    .forEachRemaining(
                            name -> assertTrue(used.contains("#/components/" + kind + "/" + name), kind + " " + name));
        }
    }

    @Test
    void everyInputHasABound() {
        Contract.served().operations().forEach(o -> {
            o.node().path("parameters").forEach(parameter -> {
                JsonNode resolved = resolve(parameter);
                JsonNode schema = resolved.path("schema");
                assertTrue(schema.has("type") || schema.has("$ref"), o + ": " + resolved);
                isBounded(schema, o + " " + resolved.path("name"), new HashSet<>());
            });
            o.node()
                    .at("/requestBody/content")
                    .forEach(media -> isBounded(media.path("schema"), o.toString(), new HashSet<>()));
        });
    }

    private void isBounded(JsonNode declared, String where, Set<String> seen) {
        if (declared.has("$ref") && !seen.add(declared.get("$ref").asText())) {
            return;
        }
        JsonNode schema = resolve(declared);
        String type = schema.path("type").isArray()
                ? schema.path("type").get(0).asText()
                : schema.path("type").asText();
        switch (type) {
            case "string" ->
                assertTrue(
                        Stream.of("maxLength", "pattern", "format", "enum").anyMatch(schema::has),
                        where + ": " + schema);
            case "integer", "number" -> assertTrue(schema.has("maximum"), where + ": " + schema);
            case "array" -> {
                assertTrue(schema.has("maxItems"), where + ": " + schema);
                isBounded(schema.path("items"), where, seen);
            }
            default ->
                schema.path("properties")
                        .properties()
                        .forEach(field -> isBounded(field.getValue(), where + "." + field.getKey(), seen));
        }
    }

    @Test
    void operationsStandInTheOrderOfTheirUse() {
        List<String> order = List.of("get", "post", "put", "patch", "delete");
        document().path("paths").forEach(path -> {
            List<String> methods = new ArrayList<>();
            path.fieldNames().forEachRemaining(methods::add);
            assertEquals(order.stream().filter(methods::contains).toList(), methods);
        });
    }

    @Test
    void onlyTheUsefulConditionIsDocumented() {
        assertTrue(document()
                .at("/paths/~1api~1v1~1goals~1{id}/get/parameters")
                .toString()
                .contains("ifNoneMatch"));
        assertTrue(document()
                .at("/paths/~1api~1v1~1goals~1{id}/patch/parameters")
                .toString()
                .contains("ifMatch"));
        Contract.served().operations().forEach(o -> {
            List<String> refs = o.node().path("parameters").findValuesAsText("$ref");
            assertFalse(
                    refs.contains("#/components/parameters/ifMatch")
                            && o.method().equals("GET"),
                    o.toString());
            assertFalse(
                    refs.contains("#/components/parameters/ifNoneMatch")
                            && !o.method().equals("GET"),
                    o.toString());
        });
    }

    @Test
    void aPatchSpeaksOfPatches() {
        document().at("/components/schemas").properties().stream()
                .filter(schema ->
                        schema.getKey().endsWith("Patch") || schema.getKey().equals("TransactionChange"))
                .forEach(schema -> assertFalse(
                        schema.getValue().path("properties").toString().contains("left out"), schema.getKey()));
    }

    @Test
    void everyAmountThatIsSentSaysThatNumbersAreTaken() {
        document().at("/components/schemas").properties().stream()
                .filter(schema -> schema.getKey().matches(".*(Input|Patch|Change)"))
                .forEach(schema -> schema.getValue().path("properties").properties().stream()
                        .filter(field -> field.getKey().matches("amount|targetAmount"))
                        .forEach(field -> assertTrue(
                                field.getValue().path("description").asText().contains("JSON number"),
                                schema.getKey() + "." + field.getKey())));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        document()
                .findValuesAsText("$ref")
                .forEach(ref -> assertFalse(document().at(ref.substring(1)).isMissingNode(), ref));
    }

    @Test
    void theDocumentIsServedAtAllItsAddresses() {
        String json = RestAssured.get("/api/openapi.json")
                .then()
                .contentType(startsWith("application/json"))
                .extract()
                .asString();
        RestAssured.get("/api/swagger.json")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .body(equalTo(json));
        RestAssured.get("/api/openapi.yaml").then().statusCode(200).body(containsString("openapi: 3.1"));
        RestAssured.get("/api/openapi").then().statusCode(200).body(containsString("openapi: 3.1"));
        RestAssured.given()
                .accept("application/json")
                .get("/api/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"));
    }

    @Test
    void swaggerUiIsServedOverIt() {
        RestAssured.get("/api/docs/").then().statusCode(200).body(containsString("/api/openapi"));
        RestAssured.get("/api/docs/swagger-ui-bundle.js").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/openapi", "/api/openapi.json", "/api/openapi.yaml", "/api/swagger.json"})
    void whatBrowsersLoadIsCompressedAndValidated(String path) throws IOException, InterruptedException {
        // With a client that decodes nothing by itself.
        HttpClient client = HttpClient.newHttpClient();
        URI uri = URI.create("http://localhost:" + RestAssured.port + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
        HttpResponse<byte[]> plain = client.send(request.build(), BodyHandlers.ofByteArray());
        HttpResponse<byte[]> zipped =
                client.send(request.header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
        assertEquals(Optional.of("gzip"), zipped.headers().firstValue("Content-Encoding"));
        assertTrue(zipped.body().length < plain.body().length, zipped.body().length + " of " + plain.body().length);
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes());
        assertEquals(Optional.of("no-cache"), plain.headers().firstValue("Cache-Control"));
        assertTrue(plain.headers().firstValue("Vary").orElse("").contains("Accept-Encoding"));
        assertEquals(plain.headers().firstValue("ETag"), zipped.headers().firstValue("ETag"));
        String tag = zipped.headers().firstValue("ETag").orElseThrow().replace("W/", "");
        HttpResponse<byte[]> known = client.send(
                request.header("If-None-Match", "\"another\"")
                        .header("If-None-Match", tag)
                        .build(),
                BodyHandlers.ofByteArray());
        assertEquals(304, known.statusCode());
        assertEquals(zipped.headers().allValues("Vary"), known.headers().allValues("Vary"));
        assertEquals(0, known.body().length);
    }

    @Test
    void theTagOfOneFormIsNotThatOfTheOther() {
        String yaml = RestAssured.get("/api/openapi").header("ETag");
        RestAssured.given()
                .header("If-None-Match", yaml)
                .accept("application/json")
                .get("/api/openapi")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"));
        RestAssured.given()
                .header("If-None-Match", "\"x\", " + yaml)
                .get("/api/openapi")
                .then()
                .statusCode(304);
        RestAssured.given().get("/api/openapi?format=JSON").then().contentType(startsWith("application/json"));
        RestAssured.given()
                .accept("application/json;q=0.1, application/yaml")
                .get("/api/openapi")
                .then()
                .contentType(startsWith("application/yaml"));
        RestAssured.given().get("/api/openapi.yaml?format=json").then().contentType(startsWith("application/yaml"));
        RestAssured.post("/api/openapi").then().statusCode(405).header("Allow", "GET, HEAD");
    }

    @Test
    void operationIdsAreUnique() {
        Set<String> seen = new HashSet<>();
        Contract.served()
                .operations()
                .forEach(o -> assertTrue(seen.add(o.node().path("operationId").asText()), o.toString()));
    }

    @TestFactory
    List<DynamicTest> everyOperationIsComplete() {
        return Contract.served().operations().stream()
                .map(o -> DynamicTest.dynamicTest(o.toString(), () -> isComplete(o)))
                .toList();
    }

    private void isComplete(Operation operation) {
        JsonNode node = operation.node();
        assertFalse(node.path("operationId").asText().isBlank());
        assertFalse(node.path("summary").asText().isBlank());
        assertEquals(1, node.path("tags").size());
        if (node.has("requestBody")) {
            node.at("/requestBody/content").forEach(this::hasExample);
        }
        node.path("parameters").forEach(parameter -> {
            JsonNode resolved = resolve(parameter);
            assertTrue(resolved.has("schema"), resolved.toString());
            assertTrue(resolved.path("in").asText().equals("path") || resolved.has("description"), resolved.toString());
        });
        node.path("responses").properties().forEach(entry -> {
            JsonNode response = resolve(entry.getValue());
            assertFalse(response.path("description").asText().isBlank());
            if (!List.of("204", "304").contains(entry.getKey())) {
                assertFalse(response.path("content").isEmpty(), entry.toString());
                response.path("content").forEach(this::hasExample);
            }
        });
    }

    private void hasExample(JsonNode media) {
        assertTrue(media.has("schema"), media.toString());
        assertTrue(media.has("example") || media.has("examples") || anything(media.get("schema")), media.toString());
    }

    private static boolean anything(JsonNode schema) {
        return !schema.has("$ref") && !schema.has("type");
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document().at(node.get("$ref").asText().substring(1)) : node;
    }

    @Test
    void everyExampleObeysItsSchema() {
        Contract.served().operations().forEach(o -> {
            String pointer = "/paths/" + o.path().replace("~", "~0").replace("/", "~1") + "/"
                    + o.method().toLowerCase();
            check(pointer + "/requestBody/content");
            o.node()
                    .path("responses")
                    .fieldNames()
                    .forEachRemaining(status -> check(pointer + "/responses/" + status + "/content"));
        });
    }

    private void check(String pointer) {
        for (Map.Entry<String, JsonNode> media : document().at(pointer).properties()) {
            JsonNode example = media.getValue().path("example");
            if (media.getKey().endsWith("json") && !example.isMissingNode()) {
                String schema = pointer + "/" + media.getKey().replace("/", "~1") + "/schema";
                assertEquals(Optional.empty(), Contract.served().invalid(schema, example.toString()));
            }
        }
    }

    @TestFactory
    List<DynamicTest> whatNeedsATokenSaysSoAndIsClosedWithoutOne() {
        return Contract.served().operations().stream()
                .map(o -> DynamicTest.dynamicTest(o.toString(), () -> {
                    var request = o.node().has("requestBody")
                            ? api().contentType("application/json").body("{}")
                            : api();
                    int status = request.request(o.method(), o.samplePath()).statusCode();
                    assertEquals(!o.node().path("security").isEmpty(), status == 401, o + " answered " + status);
                }))
                .toList();
    }
}
