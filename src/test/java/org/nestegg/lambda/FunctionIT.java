package org.nestegg.lambda;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.platform.database.EmbeddedDatabase;
import org.nestegg.support.ApiTest;
import org.nestegg.support.PackagedSurroundings;
import org.nestegg.support.Person;
import org.nestegg.support.Replica;

/** What the packaged function must not do otherwise than a server, of every part of requests and answers. */
@Tag("lambda")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FunctionIT extends ApiTest {

    private static final String TRANSACTIONS = "/api/v1/transactions";

    @TempDir
    static Path folder;

    private static EventServer server;
    private static PackagedFunction function;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        String url = EmbeddedDatabase.start(Optional.empty());
        Flyway.configure().dataSource(url, null, null).load().migrate();
        Map<String, String> environment = Replica.environment(url, PackagedSurroundings.keys());
        server = new EventServer();
        String api = "localhost:" + server.port() + EventServer.API;
        function = new PackagedFunction(new Template(), api, environment, folder);
        function.awaitStart();
        RestAssured.port = server.port();
    }

    @AfterAll
    static void stop() throws IOException {
        RestAssured.port = RestAssured.UNDEFINED_PORT;
        function.close();
        server.close();
    }

    @Test
    void whatIsWrittenIsRead() {
        Person person = Person.signUp();
        String path = person.record("expense", "Käse & 寿司 🥚", "12.30", "'tags': ['Été']");
        person.get(path)
                .statusCode(200)
                .body("description", equalTo("Käse & 寿司 🥚"))
                .body("amount", equalTo("-12.30"));
        person.get(TRANSACTIONS + "?q={q}&limit=1&count=true", "寿司")
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].tags[0]", equalTo("Été"));
        person.delete(path).statusCode(204).body(is(emptyString()));
        person.get(path).statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void aListIsExported(String coding) {
        Person person = Person.signUp();
        person.record("income", "Löhne, \\\"brutto\\\"", "5000", "");
        person.request()
                .accept("text/csv")
                .header("Accept-Encoding", coding)
                .get(TRANSACTIONS)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Transfer-Encoding", nullValue())
                .body(containsString("\"Löhne, \"\"brutto\"\"\""));
    }

    @Test
    void aChangeIsConditional() {
        Person person = Person.signUp();
        String path = person.record("expense", "Pizza", "50", "");
        String tag = person.get(path).extract().header("ETag");
        person.request().header("If-None-Match", tag).get(path).then().statusCode(304);
        for (int status : new int[] {200, 412}) {
            json(person.request().header("If-Match", tag), "{'amount': 51, 'notes': null}")
                    .contentType("application/merge-patch+json")
                    .patch(path)
                    .then()
                    .statusCode(status);
        }
    }

    @Test
    void aRetryIsDoneOnce() {
        Person person = Person.signUp();
        for (String replayed : new String[] {null, "true"}) {
            json(person.request().header("Idempotency-Key", "once"), "{'description': 'Pizza', 'amount': 5}")
                    .post("/api/v1/expenses")
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", replayed == null ? nullValue() : equalTo(replayed));
        }
    }

    @Test
    void aHeadHasNoBody() {
        Person person = Person.signUp();
        person.request().head(TRANSACTIONS).then().statusCode(200).body(is(emptyString()));
    }

    @Test
    void languagesAreNegotiated() {
        api().header("Accept-Language", "fi, pt-BR;q=0.8", "en;q=0.1")
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .header("Content-Language", startsWith("pt"))
                .body("instance", equalTo("/api/v1/nothing"));
    }

    @Test
    void aBodyOfBytesArrivesAsItIs() {
        byte[] bytes = {0, (byte) 0xff, (byte) 0xfe, 10, 13};
        raw(Person.signUp().request(), "application/octet-stream", bytes)
                .post("/api/v1/diagnostics/echo")
                .then()
                .statusCode(200)
                .body("body", equalTo("AP/+Cg0="));
    }

    /** Lambda says where a request comes from; what the client says of it is not believed. */
    @Test
    void theSourceIsLambdas() {
        api().header("X-Forwarded-For", "192.0.2.1")
                .header("X-Forwarded-Proto", "https")
                .get("/api/v1")
                .then()
                .statusCode(200);
        Person.signUp()
                .request()
                .header("X-Forwarded-For", "192.0.2.1", "192.0.2.2")
                .get("/api/v1/me/sessions")
                .then()
                .statusCode(200)
                .body("items[0].source", equalTo("127.0.0.1"));
    }

    /** Whatever a client says: function URLs speak nothing but TLS. */
    @Test
    void browsersStayWithTls() {
        api().header("X-Forwarded-Proto", "http")
                .get("/api/v1")
                .then()
                .statusCode(200)
                .header("Strict-Transport-Security", startsWith("max-age="));
    }

    @Test
    void operatorsAddressesAreNotThere() throws IOException {
        for (String path : new String[] {"/q/health", "/q/metrics", "/q/info"}) {
            given().get(path).then().statusCode(404);
        }
        assertFalse(function.output().contains("Management interface listening"), function.output());
    }

    @Test
    void anEventMayBeBare() {
        event("""
                {"rawPath": "/api/v1", "requestContext": {"http": {"method": "GET"}}}
                """).body("statusCode", equalTo(200)).body("body", notNullValue());
        event("""
                {"rawPath": "/api/v1/auth/login", "requestContext": {"http": {"method": "POST"}},
                 "headers": {"content-type": "application/json"}, "body": "{}"}
                """).body("statusCode", equalTo(422));
        event("""
                {"rawPath": "/api/v1/auth/login", "requestContext": {"http": {"method": "POST", "sourceIp": "2001:db8::1"}},
                 "headers": {"content-type": "application/json"},
                 "body": "{\\"email\\": \\"nobody@example.com\\", \\"password\\": \\"wrong\\"}"}
                """).body("statusCode", equalTo(401));
    }

    /** The framework's own answer, where nobody keeps it from giving it, has no body. */
    @Test
    void aMalformedPathIsAProblem() {
        String body = event("""
                {"rawPath": "/api/v1/%zz", "requestContext": {"http": {"method": "GET", "sourceIp": "192.0.2.1"}}}
                """).body("statusCode", equalTo(400)).extract().path("body");
        assertTrue(new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                .contains("\"code\":\"bad-request\""));
    }

    /** Sends an event as it is; the answer is Lambda's. */
    private static ValidatableResponse event(String json) {
        return given().contentType("application/json")
                .body(json)
                .post(EventServer.API)
                .then()
                .statusCode(200);
    }
}
