package org.nestegg.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.nestegg.platform.security.TestKeys;

/** Two replicas of the packaged application on one database. */
@DisabledIfSystemProperty(named = "quarkus.http.test-host", matches = ".+", disabledReason = "starts its own processes")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Path KEYS = PackagedSurroundings.keys();

    private static Replica one;
    private static Replica other;

    @BeforeAll
    static void start() {
        Map<String, String> environment =
                Replica.environment(FreshDatabase.create().getUrl(), KEYS);
        one = Replica.serve(environment);
        other = Replica.serve(environment);
    }

    @AfterAll
    static void stop() {
        Stream.of(one, other).filter(Objects::nonNull).forEach(Replica::close);
    }

    @Test
    void healthMetricsAndInfoLiveOnTheManagementPortOnly() {
        for (String path : List.of("/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics", "/q/info")) {
            assertEquals(200, one.get(one.managementPort, path).statusCode(), path);
            assertEquals(404, one.get(one.port, path).statusCode(), path);
        }
        for (String path :
                List.of("/", "/app/sw.js", "/api/v1", "/api/docs/", "/api/openapi.json", "/.well-known/jwks.json")) {
            assertEquals(200, one.get(one.port, path).statusCode(), path);
            assertEquals(404, one.get(one.managementPort, path).statusCode(), path);
        }
    }

    @Test
    void signingOutOnOneReplicaEndsTheSessionOnAll() {
        String token = one.register();
        assertEquals(200, other.get("/api/v1/me", token).statusCode());
        assertEquals(204, one.post("/api/v1/auth/logout", token, "").statusCode());
        assertEquals(401, one.get("/api/v1/me", token).statusCode());
        forgets(() -> other.get("/api/v1/me", token).statusCode());
    }

    @Test
    void signingOutAtThePageEndsTheSessionOnAllReplicas() {
        HttpResponse<String> signedUp = one.send(page(one, "https://money.example")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"register\": {\"email\": \"page@example.com\", \"password\": \"a walk by the river\"}}"))
                .build());
        String cookie = signedUp.headers().firstValue("Set-Cookie").orElse("");
        assertTrue(
                cookie.matches("__Host-nestegg=[\\w-]{64}; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Strict"),
                signedUp::toString);
        String secret = cookie.split(";")[0];
        assertEquals(200, session(other, secret));
        assertEquals(
                204,
                one.send(page(one, "https://money.example")
                                .header("Cookie", secret)
                                .DELETE()
                                .build())
                        .statusCode());
        assertEquals(401, session(one, secret));
        forgets(() -> session(other, secret));
        assertFalse(one.output().contains(secret.substring(secret.length() - 40)), one.output());
    }

    /** After the tenth of a second that is promised, and what a busy machine adds: nothing that is asked for later is answered. */
    private static void forgets(IntSupplier asked) {
        long end = System.nanoTime() + 1_000_000_000L;
        boolean late;
        int status;
        do {
            late = System.nanoTime() > end;
            status = asked.getAsInt();
        } while (status == 200 && !late);
        assertEquals(401, status);
    }

    /** A request of the page's script, as a browser sends it that has the page from this origin. */
    private static HttpRequest.Builder page(Replica replica, String origin) {
        return replica.to(replica.port, Visitor.SESSION)
                .header("Origin", origin)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Nestegg-Page", "1");
    }

    private static int session(Replica replica, String cookie) {
        return replica.send(replica.to(replica.port, Visitor.SESSION)
                        .header("Cookie", cookie)
                        .build())
                .statusCode();
    }

    @Test
    void failedSignInsCountOnAllReplicasTogether() throws IOException {
        String email = JSON.readTree(one.get("/api/v1/me", one.register()).body())
                .path("email")
                .asText();
        String wrong = "{'email': '%s', 'password': 'wrong'}".formatted(email);
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    401,
                    (i % 2 == 0 ? one : other)
                            .post("/api/v1/auth/login", null, wrong)
                            .statusCode());
        }
        // Each failure doubles the time to wait: where requests take longer than the first second, a later one is
        // told.
        for (int more = 0; more < 6; more++) {
            HttpResponse<String> answer = (more % 2 == 0 ? one : other).post("/api/v1/auth/login", null, wrong);
            if (answer.statusCode() == 429) {
                int seconds = Integer.parseInt(
                        answer.headers().firstValue("Retry-After").orElse("0"));
                assertTrue(seconds >= 1 && seconds <= 1 << more, "Retry-After: " + seconds);
                return;
            }
            assertEquals(401, answer.statusCode());
        }
        throw new AssertionError("nobody was slowed down");
    }

    /** The last one: what one of them signs then is unknown to the other until it has looked for keys, too. */
    @Order(Integer.MAX_VALUE)
    @Test
    void aNewKeyIsPickedUpWithinAMinuteAndOldTokensStayGood() throws Exception {
        String before = one.register();
        TestKeys.write(KEYS, "2.pem", TestKeys.generate("RSA", 2048));
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (JSON.readTree(one.get(one.port, "/.well-known/jwks.json").body())
                        .path("keys")
                        .size()
                < 2) {
            assertTrue(System.nanoTime() < deadline, "the new key was not picked up");
            Thread.sleep(500);
        }
        String after = one.register();
        assertNotEquals(header(before).path("kid"), header(after).path("kid"));
        assertEquals("ES256", header(before).path("alg").asText());
        assertEquals("RS256", header(after).path("alg").asText());
        assertEquals(200, one.get("/api/v1/me", before).statusCode());
        assertEquals(200, one.get("/api/v1/me", after).statusCode());
    }

    private static JsonNode header(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[0]));
    }
}
