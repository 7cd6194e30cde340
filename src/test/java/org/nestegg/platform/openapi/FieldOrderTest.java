package org.nestegg.platform.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Contract;
import org.nestegg.support.World;

/** Objects show their fields in the order of the contract, which is that of the document, and not by name. */
@QuarkusTest
class FieldOrderTest extends ApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> fieldsAreShownInTheOrderOfTheDocument() {
        World world = new World();
        return Contract.served().operations().stream()
                .filter(operation -> operation.method().equals("GET")
                        && operation
                                .node()
                                .at("/responses/200/content/application~1json/schema")
                                .has("$ref")
                        // which the JOSE library writes
                        && !operation.path().endsWith("/jwks.json")
                        && !operation.path().startsWith("/api/v1/users"))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    String shown =
                            world.request(operation).get(world.path(operation)).asString();
                    compare(
                            operation.node().at("/responses/200/content/application~1json/schema"),
                            JSON.readTree(shown));
                }));
    }

    @TestFactory
    Stream<DynamicTest> theFirstFieldsAreThoseOfTheContract() {
        World world = new World();
        return Stream.of(
                        List.of("/api/v1/transactions", "id,type,description,amount,currency,date,category,tags,notes"),
                        List.of("/api/v1/goals", "id,parentId,name,description,start,end,targetAmount,currency"),
                        List.of("/api/v1/goals/tree", "id,parentId,name,description,start,end,targetAmount,currency"),
                        List.of("/api/v1/bucketlists", "id,name,itemCount,doneCount,createdAt,updatedAt"))
                .map(expected -> DynamicTest.dynamicTest(expected.getFirst(), () -> {
                    JsonNode item = JSON.readTree(world.person()
                                    .get(expected.getFirst())
                                    .extract()
                                    .asString())
                            .at("/items/0");
                    String fields = String.join(",", names(item));
                    assertEquals(
                            expected.getLast(),
                            fields.substring(0, expected.getLast().length()));
                }));
    }

    private static void compare(JsonNode schema, JsonNode shown) throws IOException {
        JsonNode resolved = schema.has("$ref")
                ? Contract.served().document().at(schema.get("$ref").asText().substring(1))
                : schema;
        if (shown.isArray() && resolved.has("items")) {
            for (JsonNode item : shown) {
                compare(resolved.get("items"), item);
            }
        } else if (shown.isObject() && resolved.has("properties")) {
            List<String> documented = names(resolved.get("properties"));
            documented.retainAll(names(shown));
            assertFalse(documented.isEmpty());
            assertEquals(documented, names(shown));
            for (String name : documented) {
                compare(resolved.get("properties").get(name), shown.get(name));
            }
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
