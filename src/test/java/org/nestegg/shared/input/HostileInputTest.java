package org.nestegg.shared.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Contract;
import org.nestegg.support.Contract.Operation;
import org.nestegg.support.Person;

/** Tries every operation of the OpenAPI document with what no operation should choke on. */
@QuarkusTest
class HostileInputTest extends ApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "\"\"",
            "\" \"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"🥚\"",
            "\"%s\"".formatted("x".repeat(100_000)),
            "[]",
            "[[]]",
            "[null]",
            "{}",
            "{\"a\":{}}",
            "\"' or 1=1 --\"");
    private static final List<String> BODIES = List.of(
            "",
            " ",
            "{",
            "[]",
            "null",
            "5",
            "\"x\"",
            "{}",
            "{\"a\":1,\"a\":2}",
            "{\"__proto__\":1}",
            "\ufeff{}",
            "{} {}");

    private static Person person;

    private static synchronized Person person() {
        if (person == null) {
            person = Person.signUp();
        }
        return person;
    }

    @TestFactory
    Stream<DynamicTest> bodiesThatAreNoInput() {
        return withJsonBody().map(o -> test(o, operation -> BODIES.forEach(body -> refused(operation, body))));
    }

    @TestFactory
    Stream<DynamicTest> everyFieldWithEveryStrangeValue() {
        return withJsonBody()
                .map(o -> test(o, operation -> {
                    ObjectNode example = (ObjectNode) example(operation);
                    example.fieldNames()
                            .forEachRemaining(field -> VALUES.forEach(value -> {
                                Response answer = send(
                                        operation, with(example, field, value).toString());
                                assertTrue(answer.statusCode() < 500, field + "=" + value + ": " + answer.asString());
                            }));
                }));
    }

    @TestFactory
    Stream<DynamicTest> anUnknownField() {
        return withJsonBody()
                .map(o -> test(o, operation -> {
                    Response answer = send(
                            operation,
                            with((ObjectNode) example(operation), "nobody knows", "null")
                                    .toString());
                    assertTrue(List.of(404, 422).contains(answer.statusCode()), answer.asString());
                    if (answer.statusCode() == 422) {
                        assertTrue(
                                answer.<List<String>>path("errors.pointer").contains("/nobody knows"),
                                answer.asString());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> aBodyOfAnotherMediaType() {
        return withJsonBody()
                .map(o -> test(
                        o,
                        operation -> assertEquals(
                                415,
                                raw(request(operation), "text/plain", "x".getBytes(StandardCharsets.UTF_8))
                                        .request(operation.method(), operation.samplePath())
                                        .statusCode())));
    }

    @TestFactory
    Stream<DynamicTest> everyParameterWithStrangeValues() {
        return Contract.served().operations().stream()
                .filter(o -> o.node().has("parameters"))
                .map(o -> test(
                        o,
                        operation -> operation.node().get("parameters").forEach(parameter -> {
                            String name = parameter.has("$ref")
                                    ? parameter.get("$ref").asText().replaceAll(".*/", "")
                                    : parameter.get("name").asText();
                            for (String value : List.of(
                                    "",
                                    "%00",
                                    "%F0%9F%A5%9A",
                                    "-1",
                                    "99999999999999999999",
                                    "x".repeat(1000),
                                    "%27",
                                    "a&" + name + "=b")) {
                                Response answer = request(operation)
                                        .urlEncodingEnabled(false)
                                        .request(operation.method(), operation.samplePath() + "?" + name + "=" + value);
                                assertTrue(answer.statusCode() < 500, name + "=" + value + ": " + answer.asString());
                            }
                        })));
    }

    private static DynamicTest test(Operation operation, Consumer<Operation> body) {
        return DynamicTest.dynamicTest(operation.toString(), () -> body.accept(operation));
    }

    private static Stream<Operation> withJsonBody() {
        return Contract.served().operations().stream()
                .filter(o -> o.node().at("/requestBody/content").has("application/json"));
    }

    private static JsonNode example(Operation operation) {
        return operation.node().at("/requestBody/content/application~1json/example");
    }

    private static ObjectNode with(ObjectNode example, String field, String value) {
        try {
            return example.deepCopy().set(field, JSON.readTree(value));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Deleting, signing out and new passwords would end the caller; those operations get one of their own. */
    private static RequestSpecification request(Operation operation) {
        boolean ends = operation.path().matches(".*/(password|logout)")
                || operation.toString().equals("DELETE /api/v1/me");
        return (ends ? Person.signUp() : person()).request();
    }

    private static Response send(Operation operation, String body) {
        return raw(request(operation), "application/json", body.getBytes(StandardCharsets.UTF_8))
                .request(operation.method(), operation.samplePath());
    }

    private static void refused(Operation operation, String body) {
        int status = send(operation, body).statusCode();
        boolean patched =
                operation.method().equals("PATCH") && body.replace("\ufeff", "").equals("{}");
        assertTrue(
                patched
                        ? status == 200 || status == 404
                        : List.of(400, 404, 422).contains(status),
                body + " was answered " + status);
    }
}
