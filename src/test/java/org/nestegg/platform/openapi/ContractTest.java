package org.nestegg.platform.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Contract;
import org.nestegg.support.Contract.Operation;
import org.nestegg.support.Person;
import org.nestegg.support.Wire;
import org.nestegg.support.Wire.Answer;
import org.nestegg.support.World;

/**
 * Tries every operation of the OpenAPI document with what callers get wrong. No answer may be a 5xx, or one that the
 * document does not have, or an error that is not a well-formed problem; and each names what is at fault.
 */
@QuarkusTest
class ContractTest extends ApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> VALUES = List.of(
            "true",
            "0",
            "-1",
            "1e400",
            "\"\"",
            "\" \"",
            "\"\\ud800\"",
            "\"🥚\"",
            "[]",
            "[[]]",
            "[null]",
            "{}",
            "\"' or 1=1 --\"");
    private static final List<String> BODIES = List.of(
            "", " ", "{", "[]", "null", "5", "\"x\"", "{\"a\":1,\"a\":2}", "{\"__proto__\":1}", "\ufeff{", "{} {}");
    private static final List<String> PARAMETERS = List.of(
            "", "%00", "%F0%9F%A5%9A", "-1", "99999999999999999999", "x".repeat(1000), "%27", "null", "a&NAME=b");

    private static final Pattern LEAKS = Pattern.compile("Exception|org\\.|java\\.|select |insert |\\.java:");

    private static World shared;

    /** Who asks, until something has been done that may have ended them. */
    private static Person caller;

    /** Whether anything has been done in it, by what may leave less to the next. */
    private static boolean done;

    @TestFactory
    Stream<DynamicTest> withoutAToken() {
        return each((operation, world) -> {
            if (isClosed(operation)) {
                Answer answer = send(operation, world.path(operation), Map.of(), example(operation));
                assertEquals(401, answer.status());
                assertEquals("unauthenticated", answer.json().path("code").asText());
                List<String> challenges = answer.header("WWW-Authenticate");
                assertTrue(
                        challenges.stream().anyMatch(c -> c.equals("Bearer realm=\"nestegg\"")), challenges.toString());
                assertTrue(challenges.stream().anyMatch(c -> c.startsWith("Basic realm=\"nestegg\"")));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> withABrokenToken() {
        return each((operation, world) -> {
            for (String credentials : List.of("Bearer nonsense", "Bearer a.b.c", "Bearer", "Basic eDo=", "Digest x")) {
                Answer answer = send(
                        operation, world.path(operation), Map.of("Authorization", credentials), example(operation));
                if (isClosed(operation)) {
                    assertEquals(401, answer.status());
                    assertEquals("invalid-token", answer.json().path("code").asText());
                } else {
                    assertTrue(answer.status() != 401 || operation.path().contains("/auth/"), answer.body());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> withMalformedIds() {
        return each((operation, world) -> {
            for (String id : List.of(
                    "-1",
                    "not-an-id",
                    "%00",
                    "%F0%9F%A5%9A",
                    "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6",
                    "..%2F..",
                    "%27--",
                    "x".repeat(500))) {
                if (operation.path().contains("{")) {
                    String path = operation.path().replaceAll("\\{[^}]*}", id);
                    Answer answer = send(operation, path, token(operation, world), example(operation));
                    assertTrue(List.of(400, 404).contains(answer.status()), id + ": " + answer.body());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> withBodiesThatAreNoInput() {
        return eachWithBody((operation, world) -> BODIES.forEach(body -> {
            Answer answer = send(operation, world, body);
            assertTrue(
                    List.of(400, 422).contains(answer.status())
                            || List.of("", "null").contains(body) && isOptional(operation),
                    body + " was answered " + answer.status());
        }));
    }

    @TestFactory
    Stream<DynamicTest> withAnUnknownField() {
        return eachWithBody((operation, world) ->
                assertNames("/nobody knows", send(operation, world, with(operation, "nobody knows", "null"))));
    }

    @TestFactory
    Stream<DynamicTest> withoutARequiredField() {
        return eachWithBody((operation, world) -> {
            for (String field : required(operation)) {
                if (!operation.method().equals("PATCH")) {
                    ObjectNode body = shown(operation);
                    body.remove(field);
                    assertNames("/" + field, send(operation, world, body.toString()));
                }
                assertNames("/" + field, send(operation, world, with(operation, field, "null")));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> withEveryFieldNull() {
        return eachWithField(
                (operation, world, field, schema) -> send(operation, world, with(operation, field, "null")));
    }

    @TestFactory
    Stream<DynamicTest> withEveryFieldOfAWrongType() {
        return eachWithField((operation, world, field, schema) -> {
            assertNames("/" + field, send(operation, world, with(operation, field, "{\"a\":{}}")));
            VALUES.forEach(value -> send(operation, world, with(operation, field, value)));
        });
    }

    @TestFactory
    Stream<DynamicTest> withEveryTextTooLong() {
        return eachWithField((operation, world, field, schema) -> {
            if (!hasType(schema, "array")) {
                int length = schema.path("maxLength").asInt(100_000);
                assertNames("/" + field, send(operation, world, with(operation, field, text("🥚".repeat(length + 1)))));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> withEveryTextHoldingNul() {
        return eachWithField((operation, world, field, schema) -> {
            if (!hasType(schema, "array")) {
                assertNames("/" + field, send(operation, world, with(operation, field, "\"a\\u0000b\"")));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> withABodyOfAnotherMediaType() {
        return eachWithBody((operation, world) -> {
            for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
                Answer answer = send(
                        operation,
                        world.path(operation),
                        with(token(operation, world), "Content-Type", type),
                        example(operation));
                assertEquals(415, answer.status(), type);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> withStrangeParameters() {
        return each((operation, world) -> operation.node().path("parameters").forEach(node -> {
            JsonNode parameter = resolve(node);
            String name = parameter.get("name").asText();
            if (parameter.get("in").asText().equals("query")) {
                PARAMETERS.forEach(value -> send(
                        operation,
                        world.path(operation) + "?" + name + "=" + value.replace("NAME", name),
                        token(operation, world),
                        example(operation)));
            } else if (parameter.get("in").asText().equals("header")) {
                for (String value : List.of("", "\"", "W/", "*", "x".repeat(1000), "a\tb", "é")) {
                    send(
                            operation,
                            world.path(operation),
                            with(token(operation, world), name, value),
                            example(operation));
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> withAnAnswerThatCannotBeHad() {
        return each((operation, world) -> {
            boolean answersWithABody = operation.node().path("responses").properties().stream()
                    .anyMatch(entry ->
                            entry.getKey().startsWith("2") && entry.getValue().has("content"));
            if (answersWithABody) {
                Answer answer = send(
                        operation,
                        world.path(operation),
                        with(token(operation, world), "Accept", "image/png"),
                        example(operation));
                assertEquals(406, answer.status());
            }
        });
    }

    private static Stream<DynamicTest> each(BiConsumer<Operation, World> test) {
        return Contract.served().operations().stream()
                .map(o -> DynamicTest.dynamicTest(o.toString(), () -> tryOut(test, o)));
    }

    private static Stream<DynamicTest> eachWithBody(BiConsumer<Operation, World> test) {
        return Contract.served().operations().stream()
                .filter(ContractTest::hasJsonBody)
                .map(o -> DynamicTest.dynamicTest(o.toString(), () -> tryOut(test, o)));
    }

    /** In the world of all, which is another one once somebody has taken something away: what is refused takes nothing. */
    private static void tryOut(BiConsumer<Operation, World> test, Operation operation) {
        if (shared == null) {
            shared = new World();
        }
        done = false;
        caller = null;
        try {
            test.accept(operation, shared);
        } finally {
            if (done && World.takesAway(operation)) {
                shared = null;
            }
        }
    }

    private interface FieldTest {
        void accept(Operation operation, World world, String field, JsonNode schema);
    }

    private static Stream<DynamicTest> eachWithField(FieldTest test) {
        return eachWithBody((operation, world) -> schema(operation)
                .path("properties")
                .properties()
                .forEach(field -> test.accept(operation, world, field.getKey(), resolve(field.getValue()))));
    }

    private static boolean hasJsonBody(Operation operation) {
        return operation.node().at("/requestBody/content").has("application/json");
    }

    private static boolean isOptional(Operation operation) {
        return !operation.node().at("/requestBody/required").asBoolean();
    }

    private static boolean isClosed(Operation operation) {
        return !operation.node().path("security").isEmpty();
    }

    private static JsonNode resolve(JsonNode node) {
        return node.has("$ref")
                ? resolve(Contract.served()
                        .document()
                        .at(node.get("$ref").asText().substring(1)))
                : node;
    }

    private static JsonNode schema(Operation operation) {
        return resolve(operation.node().at("/requestBody/content/application~1json/schema"));
    }

    /** What cannot be null: of a patch, what the whole object needs. */
    private static List<String> required(Operation operation) {
        String reference = operation
                .node()
                .at("/requestBody/content/application~1json/schema/$ref")
                .asText()
                .replaceAll("Patch$", "Input");
        List<String> names = new ArrayList<>();
        Contract.served()
                .document()
                .at(reference.substring(1))
                .path("required")
                .forEach(name -> names.add(name.asText()));
        return names;
    }

    private static boolean hasType(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        return types.asText().equals(type)
                || StreamSupport.stream(types.spliterator(), false)
                        .anyMatch(t -> t.asText().equals(type));
    }

    private static ObjectNode shown(Operation operation) {
        return operation
                .node()
                .at("/requestBody/content/application~1json/example")
                .deepCopy();
    }

    /** The document's example, or nothing. */
    private static String example(Operation operation) {
        return hasJsonBody(operation) ? shown(operation).toString() : "";
    }

    private static String with(Operation operation, String field, String value) {
        try {
            return shown(operation).set(field, JSON.readTree(value)).toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return more;
    }

    private static Map<String, String> token(Operation operation, World world) {
        if (caller == null) {
            caller = world.caller(operation);
        }
        return caller.authorization();
    }

    private static Answer send(Operation operation, World world, String body) {
        return send(
                operation,
                world.path(operation),
                with(token(operation, world), "Content-Type", "application/json"),
                body);
    }

    private static Answer send(Operation operation, String path, Map<String, String> headers, String body) {
        Answer answer = Wire.send(operation.method(), path, headers, body.getBytes(StandardCharsets.UTF_8));
        if (answer.status() < 300) {
            done = true;
            caller = World.takesAway(operation) ? null : caller;
        }
        judge(answer);
        return answer;
    }

    private static void assertNames(String pointer, Answer answer) {
        assertEquals(422, answer.status(), pointer + ": " + answer.body());
        List<String> pointers = answer.json().path("errors").findValuesAsText("pointer");
        assertTrue(
                pointers.stream().anyMatch(p -> p.equals(pointer) || p.startsWith(pointer + "/")),
                pointer + ": " + answer.body());
    }

    /** That the answer is one of the document is checked with every answer; here, what every problem has. */
    private static void judge(Answer answer) {
        assertTrue(answer.status() < 500, answer.body());
        if (answer.status() >= 400) {
            assertEquals(
                    "application/problem+json",
                    answer.header("Content-Type").getFirst().split(";")[0]);
            JsonNode problem = answer.json();
            String code = problem.path("code").asText();
            assertEquals(answer.status(), problem.path("status").asInt());
            assertEquals("/problems/" + code, problem.path("type").asText());
            assertTrue(problem.path("traceId").asText().matches("[0-9a-f]{32}"));
            assertEquals(1, answer.header("Content-Language").size());
            assertTrue(answer.header("Vary").stream().anyMatch(value -> value.contains("Accept-Language")));
            assertEquals(List.of("invalid-input", "unknown-parameter").contains(code), problem.has("errors"));
            assertFalse(LEAKS.matcher(answer.body()).find(), answer.body());
        }
    }
}
