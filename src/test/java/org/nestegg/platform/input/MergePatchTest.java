package org.nestegg.platform.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Contract;
import org.nestegg.support.Contract.Operation;
import org.nestegg.support.World;

/** The rules of RFC 7396, for everything that can be patched. */
@QuarkusTest
class MergePatchTest extends ApiTest {

    /** What stays or comes back where null clears it. */
    private static final Map<String, List<Object>> DEFAULTS = Map.ofEntries(
            Map.entry("tags", List.of(List.of())),
            Map.entry("categories", List.of(List.of())),
            Map.entry("accountIds", List.of(List.of())),
            Map.entry("currency", List.of("EUR")),
            Map.entry("done", List.of(false)),
            Map.entry("closed", List.of(false)),
            Map.entry("kind", List.of("checking")),
            Map.entry("openingBalance", List.of("0.00")),
            Map.entry("recurrence", List.of("FREQ=MONTHLY")),
            Map.entry("rollover", List.of("none")),
            Map.entry("weekend", List.of("keep")),
            Map.entry("mode", List.of("post")),
            Map.entry("tolerance", List.of(0)),
            Map.entry("paused", List.of(false)),
            Map.entry("stop", List.of(false)));

    private static final List<String> NEVER_EMPTY = List.of("date", "start", "position");

    @TestFactory
    Stream<DynamicTest> whatIsLeftOutStays() {
        return patches((operation, world) -> {
            patch(operation, world, world.example(operation)).then().statusCode(200);
            Response before = world.request(operation).get(world.path(operation));
            Response after = patch(operation, world, "{}");
            after.then().statusCode(200).header("ETag", before.header("ETag"));
            assertEquals(before.asString(), after.asString());
        });
    }

    @TestFactory
    Stream<DynamicTest> nullClearsAndTouchesNothingElse() {
        return patches((operation, world) -> {
            String example = world.example(operation);
            Set<String> fields =
                    JsonPath.from(example).<Map<String, Object>>get("$").keySet();
            for (String field : fields) {
                patch(operation, world, example).then().statusCode(200);
                Map<String, Object> before = shown(operation, world);
                Response answer = patch(operation, world, "{\"" + field + "\": null}");
                Map<String, Object> after = shown(operation, world);
                if (answer.statusCode() == 200) {
                    Object value = after.get(field);
                    assertTrue(
                            value == null
                                    || NEVER_EMPTY.contains(field)
                                    || DEFAULTS.getOrDefault(field, List.of()).contains(value),
                            field + " is " + value);
                    before.remove(field);
                    after.remove(field);
                } else {
                    answer.then().statusCode(422);
                    assertEquals(List.of("/" + field), answer.path("errors.pointer"));
                    assertEquals(List.of("required"), answer.path("errors.code"));
                }
                fields.forEach(other -> assertEquals(before.get(other), after.get(other), field + ", " + other));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> listsAreReplacedWhole() {
        return patches((operation, world) -> {
            if (operation.path().startsWith("/api/v1/transactions/")) {
                patch(operation, world, "{\"tags\": [\"a\", \"b\", \"c\"]}")
                        .then()
                        .statusCode(200);
                assertEquals(
                        List.of("c", "d"),
                        patch(operation, world, "{\"tags\": [\"c\", \"d\"]}").path("tags"));
                assertEquals(
                        List.of(), patch(operation, world, "{\"tags\": []}").path("tags"));
            }
        });
    }

    private static Map<String, Object> shown(Operation operation, World world) {
        Map<String, Object> shown = new HashMap<>(
                world.request(operation).get(world.path(operation)).<Map<String, Object>>path("$"));
        shown.remove("updatedAt");
        return shown;
    }

    private static Response patch(Operation operation, World world, String body) {
        return raw(world.request(operation), "application/merge-patch+json", body.getBytes(StandardCharsets.UTF_8))
                .patch(world.path(operation));
    }

    private interface PatchTest {
        void accept(Operation operation, World world);
    }

    private static Stream<DynamicTest> patches(PatchTest test) {
        return Contract.served().operations().stream()
                .filter(o -> o.method().equals("PATCH") && !o.path().contains("echo"))
                // What is said of a plan is not what is shown of it.
                .filter(o -> !o.path().startsWith("/api/v1/imports"))
                .map(o -> DynamicTest.dynamicTest(o.path(), () -> test.accept(o, new World())));
    }
}
