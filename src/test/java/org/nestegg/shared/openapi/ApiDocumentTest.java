package org.nestegg.shared.openapi;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
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
                    assertEquals(o.node().has("security"), status == 401, o + " answered " + status);
                }))
                .toList();
    }
}
