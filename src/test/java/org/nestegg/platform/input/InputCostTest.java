package org.nestegg.platform.input;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.validator.constraints.CodePointLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** No body costs more than its size is worth, and what is wrong with it is named all the same. */
@QuarkusTest
class InputCostTest extends ApiTest {

    private static final String ECHO = "/api/v1/diagnostics/echo";
    private static final int MANY = 90_000;

    @Inject
    Binder binder;

    @Inject
    ObjectMapper mapper;

    record Probe(
            @NotNull String name, @Size(max = 20) List<@NotNull @CodePointLength(min = 1, max = 30) String> tags) {}

    /** Counts what is read of a body. */
    private static final class Counting extends JsonParserDelegate {

        final AtomicInteger tokens = new AtomicInteger();

        Counting(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            tokens.incrementAndGet();
            return super.nextToken();
        }
    }

    private static String fields(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"field%d\": %d".formatted(i, i))
                .collect(Collectors.joining(","));
    }

    @Test
    void noTokenIsReadTwiceHoweverManyFaultsThereAre() throws IOException {
        ObjectNode json = (ObjectNode) mapper.readTree("{" + fields(MANY) + ", \"name\": 5}");
        Counting parser = new Counting(mapper.treeAsTokens(json));
        ProblemException refused =
                assertThrows(ProblemException.class, () -> binder.bind(parser, Probe.class, List.of()));
        assertEquals(ProblemException.MAX_ERRORS, refused.errors().size());
        assertTrue(parser.tokens.get() <= 2 * MANY + 6, "tokens read: " + parser.tokens);
    }

    @Test
    void ofAListNoMoreIsKeptThanShowsThatItIsTooLong() throws IOException {
        String blanks = String.join(",", Collections.nCopies(10_000, "\"\""));
        ObjectNode json = (ObjectNode) mapper.readTree("{\"name\": \"x\", \"tags\": [" + blanks + "], \"more\": 1}");
        Counting parser = new Counting(mapper.treeAsTokens(json));
        List<FieldError> errors = assertThrows(
                        ProblemException.class, () -> binder.bind(parser, Probe.class, List.of()))
                .errors();
        assertTrue(
                errors.stream().anyMatch(e -> e.pointer().equals("/tags") && e.fault() == CommonFieldError.TOO_MANY));
        assertTrue(errors.stream()
                .anyMatch(e -> e.pointer().equals("/more") && e.fault() == CommonFieldError.UNKNOWN_FIELD));
        assertEquals(
                21,
                errors.stream()
                        .filter(e -> e.fault() == CommonFieldError.TOO_SHORT)
                        .count());
    }

    @Test
    void aBodyOfVeryManyPartsIsNotMadeATreeOf() {
        String blanks = String.join(",", Collections.nCopies(300_000, "''"));
        Person person = Person.signUp();
        String goal = person.create("/api/v1/goals", "{'name': 'x'}");
        person.patch(goal, "{'x': [%s]}".formatted(blanks))
                .statusCode(422)
                .body("errors.code", contains("too-many-parts"));
        person.post("/api/v1/expenses", "{'description': 'x', 'amount': 1, 'tags': [%s]}".formatted(blanks))
                .statusCode(422)
                .body("errors.code", contains("too-many-parts"));
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 10_000, 100_000})
    void aListOfBlanksIsTooLong(int count) {
        String blanks = String.join(",", Collections.nCopies(count, "''"));
        Person.signUp()
                .post("/api/v1/expenses", "{'description': 'x', 'amount': 1, 'tags': [%s]}".formatted(blanks))
                .statusCode(422)
                .body("errors.pointer", hasItem("/tags"))
                .body("errors.code", hasItem("too-many"));
    }

    @Test
    void atMostFiftyFaultsAreNamed() {
        json("{" + fields(40_000) + "}")
                .post("/api/v1/auth/login")
                .then()
                .statusCode(422)
                .body("errors", hasSize(50))
                .body("errors[0].pointer", equalTo("/field0"));
        String wrong = String.join(",", Collections.nCopies(500, "{'amount': 0, 'x': 1, 'type': 1}"));
        Person.signUp()
                .post("/api/v1/transactions/batch", "{'create': [%s]}".formatted(wrong))
                .statusCode(422)
                .body("errors", hasSize(50));
    }

    @Test
    void allFaultsOfOneBodyAreNamedTogether() {
        Person.signUp()
                .post(
                        "/api/v1/transactions",
                        "{'type': 'gift', 'description': {'a': [1]}, 'amount': 'x', 'currency': '', 'date': '2026-02-30',"
                                + " 'category': [], 'tags': '', 'notes': 7, 'when': {'deep': [{}]}}")
                .statusCode(422)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        contains(
                                "/type not-one-of",
                                "/description wrong-type",
                                "/amount wrong-type",
                                "/currency unknown-currency",
                                "/date invalid-date",
                                "/category wrong-type",
                                "/tags wrong-type",
                                "/notes wrong-type",
                                "/when unknown-field"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'type': 10000000000000 | /type | not-one-of",
                "'type': 123456789012345678901234567890 | /type | not-one-of",
                "'type': 1e400 | /type | not-one-of",
                "'type': true | /type | not-one-of",
                "'type': ['income'] | /type | not-one-of",
                "'description': 10000000000000 | /description | wrong-type",
                "'description': 123456789012345678901234567890 | /description | wrong-type",
                "'amount': 1e99999 | /amount | out-of-range",
                "'amount': 1e-99999 | /amount | too-many-decimals",
                "'amount': 123456789012345678901234567890 | /amount | out-of-range",
                "'tags': 123456789012345678901234567890 | /tags | wrong-type",
                "'tags': [99999999999999999999] | /tags/0 | wrong-type",
                "'date': 99999999999999999999 | /date | wrong-type",
            })
    void aNumberOfAnySizeIsNamedWhereItDoesNotBelong(String field, String pointer, String code) {
        String others = "'type': 'expense', 'description': 'x', 'amount': 1";
        String rest = java.util.Arrays.stream(others.split(", "))
                .filter(other -> !other.startsWith(field.split(":")[0]))
                .collect(Collectors.joining(", "));
        Person.signUp()
                .post("/api/v1/transactions", "{" + rest + ", " + field + "}")
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9999", "1e99999", "-1e-99999", "1e2147483648", "0.1", "12345678901234567890123"})
    void theEchoIsNoLongerThanWhatItEchoes(String number) {
        Person person = Person.signUp();
        String body = "[" + String.join(", ", Collections.nCopies(10_000, number)) + "]";
        String answer = json(person.request(), body)
                .post(ECHO)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(answer.contains("\"body\":" + body), "as it came");
        assertTrue(answer.length() < body.length() + 2_000, "length " + answer.length());
    }

    /** Names whose hashes are the same, as Java and Jackson make them: 33 h + c. */
    @Test
    void namesThatCollideAreRefusedLikeOthers() {
        String colliding = IntStream.range(0, 1 << 12)
                .mapToObj(i -> "\""
                        + IntStream.range(0, 12)
                                .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "B@")
                                .collect(Collectors.joining())
                        + "\": 1")
                .collect(Collectors.joining(","));
        json("{" + colliding + "}")
                .post("/api/v1/auth/login")
                .then()
                .statusCode(422)
                .body("errors", hasSize(50));
    }
}
