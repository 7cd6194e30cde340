package org.nestegg.platform.problem;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Wire;
import org.nestegg.support.Wire.Answer;

@QuarkusTest
class ProblemTest extends ApiTest {

    private static final String TRANSACTIONS = "/api/v1/transactions";

    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /app, 404, not-found",
        "GET, /nope, 404, not-found",
        "GET, /api/v1/nope, 404, not-found",
        "POST, /api/v1/transactions/x/y, 404, not-found",
        "GET, /problems/nope, 404, not-found",
        "DELETE, /api/v1, 405, method-not-allowed",
        "PATCH, /api/v1/transactions, 405, method-not-allowed",
        "FOO, /api/v1/transactions, 405, method-not-allowed",
        "GET, /api/v1/auth/login, 405, method-not-allowed",
        "GET, /api/v1/me, 401, unauthenticated"
    })
    void whatTheFrameworkRefusesIsAProblem(String method, String path, int status, String code) {
        problem(api().request(method, path).then(), status, code).body("instance", equalTo(path));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1, 'GET, HEAD, OPTIONS'",
        "PATCH, /api/v1/transactions, 'GET, HEAD, OPTIONS, POST'",
        "POST, /api/v1/transactions/019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'",
        "POST, /api/v1/me, 'DELETE, GET, HEAD, OPTIONS, PATCH'",
        "GET, /api/v1/auth/login, 'OPTIONS, POST'"
    })
    void aWrongMethodIsToldTheRightOnes(String method, String path, String allow) {
        person.request().request(method, path).then().statusCode(405).header("Allow", allow);
        api().options(path).then().statusCode(204).header("Allow", allow);
    }

    @Test
    void optionsAnnounceThePatchFormats() {
        api().options("/api/v1/me").then().header("Accept-Patch", "application/merge-patch+json, application/json");
        assertEquals(null, api().options(TRANSACTIONS).header("Accept-Patch"));
        problem(api().options("/nope").then(), 404, "not-found");
    }

    @Test
    void headIsGetWithoutABody() {
        assertEquals(
                "",
                person.request()
                        .head(TRANSACTIONS)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        assertEquals(
                "", api().head(TRANSACTIONS).then().statusCode(401).extract().asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{'a': }", "nonsense", "{'type': 'income'} x", "{'a': 1, 'a': 2}", "{'a': 01}", "{'a': NaN}"
            })
    void brokenJsonIsRefused(String body) {
        problem(person.post(TRANSACTIONS, body), 400, "malformed-json");
    }

    @Test
    void jsonThatIsNotUtf8IsRefused() {
        problem(
                person.request()
                        .contentType("application/json")
                        .body(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
                        .post(TRANSACTIONS)
                        .then(),
                400,
                "malformed-json");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        problem(person.post(TRANSACTIONS, "[".repeat(100_000)), 400, "malformed-json");
    }

    @Test
    void anEmptyBodyIsRefused() {
        problem(
                person.request()
                        .contentType("application/json")
                        .post(TRANSACTIONS)
                        .then(),
                400,
                "empty-body");
        problem(person.post(TRANSACTIONS, "  "), 400, "empty-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "'text'", "5", "null", "true"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        problem(person.post(TRANSACTIONS, body), 422, "invalid-input").body("errors[0].pointer", equalTo(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "application/merge-patch+json"
            })
    void anotherMediaTypeIsRefused(String mediaType) {
        problem(
                raw(person.request(), mediaType, "{}".getBytes(StandardCharsets.UTF_8))
                        .post(TRANSACTIONS)
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void aCharsetParameterIsTaken() {
        person.request()
                .header("Content-Type", "application/json; charset=utf-8")
                .body("{\"type\": \"income\", \"amount\": 1, \"description\": \"ñ\"}".getBytes(StandardCharsets.UTF_8))
                .post(TRANSACTIONS)
                .then()
                .statusCode(201)
                .body("description", equalTo("ñ"));
    }

    @Test
    void aPatchOfAnotherMediaTypeIsToldTheRightOnes() {
        problem(
                        person.request()
                                .contentType("text/plain")
                                .body("x")
                                .patch("/api/v1/me")
                                .then(),
                        415,
                        "unsupported-media-type")
                .header("Accept-Patch", containsString("application/merge-patch+json"));
    }

    @Test
    void anAnswerInAnotherMediaTypeIsNotToBeHad() {
        problem(person.request().accept("image/png").get("/api/v1/me").then(), 406, "not-acceptable");
        problem(api().accept("image/png").get("/api/v1").then(), 406, "not-acceptable");
    }

    @Test
    void aBodyOverOneMebibyteIsRefused() {
        String fits = "{'type': 'income', 'amount': 1, 'description': 'x'}" + " ".repeat(1024 * 1024 - 51);
        assertEquals(1024 * 1024, fits.length());
        person.create(TRANSACTIONS, fits);
        problem(person.post(TRANSACTIONS, fits + " "), 413, "body-too-large");
    }

    @Test
    void aChunkedBodyOverOneMebibyteIsRefused() throws IOException {
        String answer =
                send("POST " + TRANSACTIONS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + person.accessToken
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                        + ("10000\r\n" + " ".repeat(0x10000) + "\r\n").repeat(17) + "0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 413") && answer.contains("body-too-large"), answer);
    }

    @Test
    void whatCannotBeDecodedIsRefused() throws IOException {
        for (String target : new String[] {"/api/v1/%zz", "/api/v1/hello?name=%zz", "/%"}) {
            String answer = send("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 400") && answer.contains("\"code\":\"bad-request\""), answer);
        }
    }

    @Test
    void aLongPathAndLongHeadersAreRefused() throws IOException {
        String path = send("GET /" + "a".repeat(9000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(path.startsWith("HTTP/1.1 414") && path.contains("uri-too-long"), path.substring(0, 100));
        String headers =
                send("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(17_000) + "\r\nConnection: close\r\n\r\n");
        assertTrue(
                headers.startsWith("HTTP/1.1 431") && headers.contains("headers-too-large"), headers.substring(0, 100));
    }

    @Test
    void aProblemCarriesTheTraceIdOfTheCaller() {
        String id = "4bf92f3577b34da6a3ce929d0e0e4736";
        api().header("traceparent", "00-" + id + "-00f067aa0ba902b7-01")
                .get("/nope")
                .then()
                .body("traceId", equalTo(id));
        for (String bad : new String[] {"x", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01", "00-xyz-1-01"}) {
            api().header("traceparent", bad)
                    .get("/nope")
                    .then()
                    .body("traceId", matchesPattern("[0-9a-f]{32}"))
                    .body("traceId", not(equalTo("0".repeat(32))));
        }
    }

    @Test
    void everyCodeIsExplained() {
        List<ProblemCode> codes = codes();
        assertTrue(codes.size() > 40, "codes: " + codes.size());
        for (ProblemCode code : codes) {
            Answer answer = Wire.send("GET", code.type(), Map.of(), new byte[0]);
            assertEquals(200, answer.status());
            assertEquals(code.code(), answer.json().path("code").asText());
            assertEquals("/problems/" + code.code(), answer.json().path("type").asText());
            assertEquals(code.status(), answer.json().path("status").asInt());
            for (String text : List.of("title", "detail", "remedy")) {
                assertNotEquals("", answer.json().path(text).asText(), code + " " + text);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
                "text/html;q=0.5, application/json | application/json",
                "text/html | text/html",
                "*/* | application/json",
                "application/problem+json | application/json",
                "text/html, application/json;q=0 | text/html",
                "text/html;q=0, */* | application/json"
            })
    void whoeverPrefersAPageIsShownOne(String accept, String mediaType) {
        Response answer =
                api().header("Accept", accept).header("Accept-Language", "fr").get("/problems/limit-reached");
        answer.then().statusCode(200).contentType(startsWith(mediaType)).header("Vary", containsString("accept, "));
        String detail = "Il peut y avoir au plus";
        assertTrue(answer.asString().contains(detail) || mediaType.endsWith("json"), answer.asString());
        if (mediaType.equals("text/html")) {
            assertTrue(answer.asString().contains("<html lang=\"fr\">"), answer.asString());
            String policy = answer.header("Content-Security-Policy");
            assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
        }
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code))
                .body("code", equalTo(code))
                .body("status", is(status))
                .body("title", not(emptyOrNullString()))
                .body("detail", not(emptyOrNullString()))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    /** What comes back for bytes that no HTTP client would send. */
    private static String send(String request) throws IOException {
        URI base = URI.create(RestAssured.baseURI);
        int port = base.getPort() > 0 ? base.getPort() : RestAssured.port;
        try (Socket socket = new Socket(base.getHost(), port)) {
            socket.setSoTimeout(10_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                // refused before all of it was sent; the answer is there all the same
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Of all rooms, also where the service runs elsewhere and cannot be asked. */
    private static List<ProblemCode> codes() {
        return new ClassFileImporter()
                .importPackages("org.nestegg").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ProblemCode.class))
                        .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                        .map(ProblemCode.class::cast)
                        .toList();
    }
}
