package org.nestegg.platform.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Contract;
import org.nestegg.support.Person;
import org.nestegg.support.RawHttp;
import org.nestegg.support.RawHttp.Answer;
import org.nestegg.support.World;

/** What bends or breaks HTTP: none of it is our fault, and none of it lets a request slip in behind another. */
@QuarkusTest
class EdgeTest extends ApiTest {

    static final String FILE = "/api/docs/swagger-ui.css";

    private static final String GOALS = "/api/v1/goals";
    private static final String TRANSACTIONS = "/api/v1/transactions";
    private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String CLOSE = "Connection: close\r\n\r\n";

    private final Queue<LogRecord> errors = new ConcurrentLinkedQueue<>();
    private final Handler watch = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.SEVERE.intValue() || line.getThrown() != null) {
                errors.add(line);
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void watchTheLog() {
        Logger.getLogger("").addHandler(watch);
    }

    @AfterEach
    void nothingIsOurFault() {
        Logger.getLogger("").removeHandler(watch);
        assertEquals(List.of(), errors.stream().map(LogRecord::getMessage).toList());
    }

    static List<String> malformedTypes() {
        return List.of("/", ";", "application", "a/", "/a", "a/b/c", ",", "\"", "*", "a b/c");
    }

    @ParameterizedTest
    @MethodSource("malformedTypes")
    void aMalformedContentTypeOfNoBodyIsAsGoodAsNone(String type) throws IOException {
        Person person = Person.signUp();
        String field = "Content-Type: " + type + "\r\n";
        assertEquals(
                200,
                get(TRANSACTIONS, field + "Authorization: Bearer " + person.accessToken + "\r\n")
                        .status());
        get(TRANSACTIONS, field).isProblem(401, "unauthenticated");
        get("/nowhere", field).isProblem(404, "not-found");
        assertEquals(200, get("/api/openapi.json", field).status());
        assertEquals(200, get("/api/docs/", field).status());
    }

    @ParameterizedTest
    @MethodSource("malformedTypes")
    void aMalformedContentTypeOfABodyIsNotTaken(String type) throws IOException {
        Person person = Person.signUp();
        for (String method : List.of("POST", "PUT", "PATCH")) {
            String path = method.equals("POST") ? GOALS : method.equals("PATCH") ? "/api/v1/me" : "/api/v1/me/password";
            only(RawHttp.send(method + " " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                            + person.accessToken + "\r\nContent-Type: " + type + "\r\nContent-Length: 2\r\n" + CLOSE
                            + "{}"))
                    .isProblem(415, "unsupported-media-type");
        }
        only(RawHttp.send("POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: " + type
                        + "\r\nContent-Length: 2\r\n" + CLOSE + "{}"))
                .isProblem(415, "unsupported-media-type");
    }

    @Test
    void noMalformedContentTypeIsOurFaultAnywhere() throws IOException {
        World world = new World();
        for (Contract.Operation operation : Contract.served().operations()) {
            for (String type : List.of("/", ";", "application")) {
                for (String rest : List.of(CLOSE, "Content-Length: 1\r\n" + CLOSE + "x")) {
                    Answer answer = only(RawHttp.send(operation.method() + " " + operation.samplePath()
                            + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type + "\r\nAuthorization: Bearer "
                            + world.person().accessToken + "\r\n" + rest));
                    assertTrue(answer.status() < 500 || answer.status() == 503, operation + " " + answer);
                }
            }
        }
    }

    @Test
    void theEchoShowsAContentTypeAsItCame() throws IOException {
        Person person = Person.signUp();
        Answer answer = get(
                "/api/v1/diagnostics/echo",
                "Content-Type: application\r\nAuthorization: Bearer " + person.accessToken + "\r\n");
        assertEquals("application", JsonPath.from(answer.body()).getString("contentType"));
        raw(person.request(), "/", "x".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/diagnostics/echo")
                .then()
                .statusCode(200)
                .body("contentType", equalTo("/"))
                .body("headers.content-type", equalTo("/"))
                .body("body", equalTo("eA=="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XX\r\n{}\r\n0\r\n\r\n",
                "\r\n\r\n",
                "-1\r\n{}\r\n0\r\n\r\n",
                "+2\r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n",
                "ffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}0\r\n\r\n",
                "2\r\n{}garbage\r\n0\r\n\r\n",
                "2\n{}\n0\n\n",
                "2;a=\n{}\r\n0\r\n\r\n",
                "2\r\n{}\r\n0\r\nno colon\r\n\r\n",
                "2\r\n{}\r\nGET / HTTP/1.1\r\n\r\n"
            })
    void aBrokenChunkIsRefusedAndTheConnectionClosed(String chunks) throws IOException {
        String token = Person.signUp().accessToken;
        for (String path : List.of(GOALS, "/api/v1/diagnostics/echo", "/api/v1/auth/logout", "/nowhere")) {
            List<Answer> answers = RawHttp.send("POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + token + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks
                    + SMUGGLED);
            Answer answer = only(answers);
            if (path.equals("/nowhere")) {
                assertTrue(answer.status() == 400 || answer.status() == 404, answer::toString);
            } else {
                answer.isProblem(400, "bad-request");
                assertEquals(path, JsonPath.from(answer.body()).getString("instance"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host: a\r\nHost: b\r\n",
                "Host: a\r\nHost: a\r\n",
                "Host: a b\r\n",
                "Host: a, b\r\n",
                "Host: u@a\r\n",
                "Host: a/b\r\n",
                "Host: a:b\r\n",
                "Host: [::1\r\n"
            })
    void aRequestHasOneHost(String hosts) throws IOException {
        refused("GET /api/v1 HTTP/1.1\r\n" + hosts + "\r\n", 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "localhost:8080",
                "127.0.0.1:1",
                "[::1]:8080",
                "a_b.example",
                "xn--e1afmkfd.example"
            })
    void everyHostIsWelcome(String host) throws IOException {
        assertEquals(
                200,
                only(RawHttp.send("GET /api/v1 HTTP/1.1\r\nHost: " + host + "\r\n" + CLOSE))
                        .status());
    }

    @Test
    void theOldVersionNeedsNoHost() throws IOException {
        assertEquals(200, only(RawHttp.send("GET /api/v1 HTTP/1.0\r\n\r\n")).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: cats",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked;a=b",
                "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding:",
                "Transfer-Encoding: cats\r\nContent-Length: 5",
                "Content-Length: 5\r\nTransfer-Encoding: identity"
            })
    void anotherTransferCodingIsNotImplemented(String fields) throws IOException {
        refused(
                "POST " + GOALS + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + fields + "\r\n\r\n",
                501,
                "not-implemented");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.0|Transfer-Encoding: chunked",
                "HTTP/1.0|Transfer-Encoding: chunked\r\nContent-Length: 5",
                "HTTP/1.1|Transfer-Encoding: chunked\r\nContent-Length: 5",
                "HTTP/1.1|Content-Length: 5\r\nTransfer-Encoding: chunked",
                "HTTP/1.1|Transfer-Encoding : chunked",
                "HTTP/1.1|Transfer-Encoding\t: chunked",
                "HTTP/1.1| Transfer-Encoding: chunked\r\nContent-Length: 5",
                "HTTP/1.1|Transfer-Encoding: \u000bchunked",
                "HTTP/1.1|Transfer-Encoding: chunked\u0000",
                "HTTP/1.1|Content-Length: 5\r\nContent-Length: 6",
                "HTTP/1.1|Content-Length: 5\r\nContent-Length: 5",
                "HTTP/1.1|Content-Length: 5, 5",
                "HTTP/1.1|Content-Length: 5, 6",
                "HTTP/1.1|Content-Length: +5",
                "HTTP/1.1|Content-Length: -1",
                "HTTP/1.1|Content-Length: 5x",
                "HTTP/1.1|Content-Length: 0x5",
                "HTTP/1.1|Content-Length: 5.0",
                "HTTP/1.1|Content-Length:",
                "HTTP/1.1|Content-Length: 99999999999999999999",
                "HTTP/1.1|Content-Length : 5",
                "HTTP/1.1|Content-Length: 5\nX: y",
                "HTTP/1.1|X: a\u0000b",
                "HTTP/1.1|X: a\rb",
                "HTTP/1.1|X\u0000: a",
                "HTTP/1.1|X Y: a",
                "HTTP/1.1|: a",
                "HTTP/1.1|no colon",
                "HTTP/1.0|Host: a\r\nHost: b"
            })
    void whatLeavesOpenWhereARequestEndsIsRefused(String request) throws IOException {
        String[] parts = request.split("\\|");
        String host = request.contains("Host: ") ? "" : "Host: x\r\n";
        refused("POST " + GOALS + " " + parts[0] + "\r\n" + host + parts[1] + "\r\n\r\n", 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /\r\n\r\n",
                "GET / HTTP/x\r\n\r\n",
                "GET / HTTP/1.1 \r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\nHost: x\n\n",
                "\u0016\u0003\u0001\u0002x\r\n\r\n",
                "G@T / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n",
                "PRI * HTTP/x.0\r\n\r\nSM\r\n\r\n"
            })
    void aBrokenRequestLineIsRefused(String request) throws IOException {
        refused(request, 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/2.0", "HTTP/3.0", "HTTP/1.2", "HTTP/0.9", "ICAP/1.0"})
    void anotherVersionIsNotSpoken(String version) throws IOException {
        refused("GET /api/v1 " + version + "\r\nHost: x\r\n\r\n", 505, "version-not-supported");
    }

    /** It has no rule for two lengths, so there is nothing behind such a body. */
    @Test
    void theOldVersionIsNotBelievedWhereABodyEnds() throws IOException {
        for (String lengths :
                List.of("Content-Length: 5\r\nContent-Length: 6", "Content-Length: 0\r\nContent-Length: 50")) {
            Answer answer = only(RawHttp.send("POST " + GOALS + " HTTP/1.0\r\nConnection: keep-alive\r\n" + lengths
                    + "\r\n\r\n12345" + SMUGGLED + SMUGGLED));
            answer.isProblem(answer.status(), answer.status() == 401 ? "unauthenticated" : "bad-request");
        }
        only(RawHttp.send("POST " + GOALS
                        + " HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: 0\r\nContent-Length: 50" + "\r\n\r\n"
                        + SMUGGLED + SMUGGLED))
                .isProblem(401, "unauthenticated");
    }

    @Test
    void nothingCountsBehindTheLastRequest() throws IOException {
        assertEquals(
                200,
                only(RawHttp.send("GET /api/v1 HTTP/1.1\r\nHost: x\r\n" + CLOSE + SMUGGLED))
                        .status());
        assertEquals(
                200,
                only(RawHttp.send("GET /api/v1 HTTP/1.1\r\nHost: x\r\n" + CLOSE + "nonsense\r\n\r\n"))
                        .status());
    }

    @Test
    void theBackstopsAnswerToo() throws IOException {
        refused("GET /" + "a".repeat(70_000) + " HTTP/1.1\r\nHost: x\r\n\r\n", 414, "uri-too-long");
        refused("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(70_000) + "\r\n\r\n", 431, "headers-too-large");
        refused("GET / HTTP/1.1\r\nHost: x\r\n" + "X: a\r\n".repeat(20_000) + "\r\n", 431, "headers-too-large");
    }

    @Test
    void whatCameBeforeIsAnsweredFirst() throws IOException {
        String good = "GET /api/v1 HTTP/1.1\r\nHost: x\r\n\r\n";
        List<Answer> answers = RawHttp.send(good + good + "nonsense\r\n\r\n" + good);
        assertEquals(
                List.of(200, 200, 400), answers.stream().map(Answer::status).toList());
        answers =
                RawHttp.send(good + "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nXX\r\n" + good);
        assertEquals(List.of(200, 400), answers.stream().map(Answer::status).toList());
    }

    @Test
    void anEarlyProblemCarriesTheTraceIdOfTheCallerAndKeepsItsHeadersSafe() throws IOException {
        String id = "4bf92f3577b34da6a3ce929d0e0e4736";
        Answer answer = only(RawHttp.send("GET " + GOALS + "?a=b HTTP/1.1\r\nTransfer-Encoding: cats\r\nHost: x\r\n"
                + "traceparent: 00-" + id + "-00f067aa0ba902b7-01\r\n\r\n"));
        answer.isProblem(501, "not-implemented");
        assertTrue(answer.body().contains(id));
        assertTrue(answer.body().contains("\"instance\":\"/api/v1/goals\""));
        assertEquals(Optional.of("nosniff"), answer.header("X-Content-Type-Options"));
        assertEquals(Optional.of("en"), answer.header("Content-Language"));
        assertEquals(Optional.of("close"), answer.header("Connection"));
        Answer head = only(RawHttp.send("HEAD / HTTP/1.1\r\n\r\n"));
        assertEquals(400, head.status());
        assertEquals("", head.body());
    }

    /** For which eight bytes after the head would be read as a body. */
    @Test
    void aDraftOfWebSocketsIsRefused() throws IOException {
        refused(
                "GET /api/v1 HTTP/1.1\r\nHost: x\r\nSec-WebSocket-Key1: 1\r\nSec-WebSocket-Key2: 2\r\n\r\n",
                400,
                "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: a\r\n b", "X: a\r\n\tb"})
    void aFoldedFieldIsOneField(String field) throws IOException {
        assertEquals(200, get("/api/v1", field + "\r\n").status());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, http://localhost/api/v1, 200",
        "GET, http://localhost/nowhere, 404",
        "GET, http://localhost, 200",
        "GET, http://, 400",
        "GET, http://[/, 400",
        "GET, ftp://x/, 200",
        "GET, urn:x, 404",
        "GET, api/v1, 404",
        "GET, ?a, 400",
        "GET, *, 404",
        "GET, //, 400",
        "GET, //api/v1, 200",
        "GET, /api//v1, 200",
        "GET, /..;/, 404",
        "GET, /../../etc/passwd, 404",
        "GET, /api/docs/..%2f..%2fapplication.properties, 404",
        "GET, /%00, 404",
        "GET, /api/docs/%00, 404",
        "GET, /api/v1/goals/%00, 401",
        "GET, /problems/%00, 404",
        "GET, /problems/%ff, 404",
        "GET, /%ff, 404",
        "GET, /api/v1/hello?name=%ff, 200",
        "GET, /api/v1;matrix=1, 200",
        "GET, /api/v1/goals;matrix=1, 401",
        "GET, /problems/not-found;a=b, 200",
        "CONNECT, localhost:443, 404",
        "CONNECT, *, 404",
        "OPTIONS, *, 404",
        "TRACE, /api/v1, 405",
        "TRACE, /nowhere, 404",
        "FOO, *, 404"
    })
    void everyTargetHasItsAnswer(String method, String target, int status) throws IOException {
        Answer answer = only(RawHttp.send(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + CLOSE));
        assertEquals(status, answer.status(), answer::toString);
        if (status >= 400) {
            assertEquals(Optional.of("application/problem+json"), answer.header("Content-Type"), answer::toString);
        }
    }

    @Test
    void manySlashesAreAPath() throws IOException {
        assertEquals(200, get("/".repeat(8_000), "").status());
        get("/".repeat(8_000) + "x", "").isProblem(404, "not-found");
        get("/".repeat(10_000), "").isProblem(414, "uri-too-long");
        get("/\u00ff\u00e4", "").isProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Expect: cats",
                "Expect: 100-continue",
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
                "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Connection: Upgrade\r\nUpgrade: cats",
                "Upgrade:",
                "TE: cats",
                "Trailer: X",
                "Max-Forwards: 0",
                "Keep-Alive: cats",
                "Accept-Encoding: cats;q=cats",
                "Accept-Language: ;;;",
                "Accept-Charset: cats",
                "Cookie: =;=;\u0001",
                "Content-Encoding: cats",
                "If-None-Match: cats",
                "If-Modified-Since: cats",
                "Range: cats",
                "Forwarded: ;;;",
                "X-Forwarded-For: cats",
                "X-Forwarded-Host: [",
                "Authorization: cats",
                "Authorization:",
                "Authorization: Basic ====",
                "Origin: cats",
                "traceparent: cats",
                "X-HTTP-Method-Override: DELETE"
            })
    void whatIsNotUnderstoodIsNotOurFault(String field) throws IOException {
        for (String path : List.of("/api/v1", TRANSACTIONS, "/api/docs/", "/api/openapi.json", "/nowhere")) {
            List<Answer> answers = RawHttp.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + field + "\r\n"
                    + "X: y\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: x\r\n" + CLOSE);
            Answer first =
                    answers.stream().filter(a -> a.status() != 100).findFirst().orElseThrow();
            assertTrue(first.status() < 500, first::toString);
            assertNotEquals(101, first.status());
        }
    }

    @Test
    void headIsGetWithoutTheBodyBesideTheDocumentToo() {
        for (String path : List.of(
                "/api/openapi",
                "/api/openapi.json",
                "/api/openapi.yaml",
                "/api/swagger.json",
                "/api/docs",
                "/api/docs/",
                "/api/docs/index.html",
                "/api/docs/swagger-ui.css",
                "/api/docs/nowhere",
                "/problems/not-found",
                "/problems/nowhere",
                "/.well-known/jwks.json",
                "/q/health",
                "/q/health/live",
                "/q/health/ready",
                "/q/health/started",
                "/q/metrics",
                "/q/info",
                "/nowhere",
                "/")) {
            Response get = RestAssured.given().redirects().follow(false).get(path);
            Response head = RestAssured.given().redirects().follow(false).head(path);
            assertEquals(get.statusCode(), head.statusCode(), path);
            for (String header : List.of(
                    "Content-Type", "ETag", "Last-Modified", "Cache-Control", "Vary", "Content-Language", "Location")) {
                // The handler of files knows the type only as it sends one, which HEAD may do without (RFC 9110,
                // 9.3.2).
                if (!path.startsWith("/api/docs") || head.header(header) != null) {
                    assertEquals(
                            String.valueOf(get.header(header)).toLowerCase(Locale.ROOT),
                            String.valueOf(head.header(header)).toLowerCase(Locale.ROOT),
                            path + " " + header);
                }
            }
            assertEquals("", head.asString(), path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cats", "bytes", "bytes=", "bytes=a-b", "bytes=5-2", "cats=0-5", "bytes=0-1,3-4", "bytes=-", "-1"
            })
    void whatIsNoRangeIsIgnored(String range) {
        RestAssured.given()
                .header("Range", range)
                .get(FILE)
                .then()
                .statusCode(200)
                .header("Content-Range", nullValue());
    }

    private static Answer get(String target, String fields) throws IOException {
        return only(RawHttp.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n" + fields + CLOSE));
    }

    /** The one answer is a problem, and what comes behind the request is not answered. */
    private static void refused(String request, int status, String code) throws IOException {
        only(RawHttp.send(request + SMUGGLED + SMUGGLED)).isProblem(status, code);
        only(RawHttp.send(request)).isProblem(status, code);
    }

    private static Answer only(List<Answer> answers) {
        assertEquals(1, answers.size(), answers::toString);
        return answers.getFirst();
    }
}
