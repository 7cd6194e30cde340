package org.nestegg.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.nestegg.platform.database.EmbeddedDatabase;
import org.nestegg.support.PackagedSurroundings;
import org.nestegg.support.Replica;
import org.nestegg.support.Visitor;

/** What the packaged application lets operators see: logs, traces, metrics. */
@DisabledIfSystemProperty(named = "quarkus.http.test-host", matches = ".+", disabledReason = "starts its own processes")
class WatchIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String EMAIL = "luis.watched@example.com";
    private static final String PASSWORD = "a walk by the river";
    private static final String AMOUNT = "4711.42";

    private static final Queue<byte[]> EXPORTED = new ConcurrentLinkedQueue<>();
    private static HttpServer collector;
    private static Replica replica;
    private static String token;
    private static String cookie;
    private static String userId;
    private static List<JsonNode> lines;
    private static String metrics;

    @BeforeAll
    static void ask() throws Exception {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            EXPORTED.add(zipped ? new GZIPInputStream(new java.io.ByteArrayInputStream(body)).readAllBytes() : body);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        Map<String, String> environment = new HashMap<>(
                Replica.environment(EmbeddedDatabase.start(Optional.empty()), PackagedSurroundings.keys()));
        environment.put(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://localhost:" + collector.getAddress().getPort());
        replica = Replica.serve(environment);
        String credentials = "{'email': '%s', 'password': '%s'}";
        String answer = replica.post("/api/v1/auth/register", null, credentials.formatted(EMAIL, PASSWORD))
                .body();
        token = JSON.readTree(answer).path("accessToken").asText();
        userId = JSON.readTree(answer).path("user").path("id").asText();
        replica.post("/api/v1/auth/login", null, credentials.formatted(EMAIL, PASSWORD));
        replica.post("/api/v1/auth/login", null, credentials.formatted(EMAIL, "a wrong password"));
        replica.post("/api/v1/expenses", token, "{'description': 'x', 'amount': %s}".formatted(AMOUNT));
        replica.post("/api/v1/expenses", token, "{'description': 'x', 'amount': '%s.%s'}".formatted(AMOUNT, AMOUNT));
        replica.post("/api/v1/goals", token, "{'name': 'Visa', 'end': '2026-11-01T00:00:00Z'}");
        replica.get(replica.port, "/api/v1/" + EMAIL + "/" + token + "?q=" + AMOUNT);
        replica.send(replica.to(replica.port, "/api/v1/transactions?q=secret")
                .header("Authorization", "Bearer " + token)
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .build());
        for (String method : List.of("INVENTED", "POST")) {
            replica.send(replica.to(replica.port, "/api/v1/goals/" + userId)
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build());
        }
        replica.get(replica.port, "/api/v1/goals/" + userId);
        for (String path : List.of("/", "/app/sw.js", "/_static/lit/3.3.3/index.js")) {
            replica.get(replica.port, path);
        }
        cookie = replica.send(page().header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                credentials.formatted(EMAIL, PASSWORD).replace('\'', '"')))
                        .build())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceFirst("[^=]*=([^;]+);.*", "$1");
        replica.send(page().header("Cookie", Visitor.COOKIE + "=" + cookie).build());
        metrics = replica.get(replica.managementPort, "/q/metrics").body();
        replica.process.destroy();
        assertEquals(0, replica.exitCode());
        lines = replica.output().lines().map(WatchIT::parse).toList();
    }

    /** A request of the page's script. */
    private static HttpRequest.Builder page() {
        return replica.to(replica.port, Visitor.SESSION)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Nestegg-Page", "1");
    }

    @AfterAll
    static void stop() {
        replica.close();
        collector.stop(0);
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    @Test
    void everyRequestHasOneLine() {
        List<JsonNode> access = lines.stream()
                .filter(line -> line.path("loggerName").asText().equals("nestegg.access"))
                .toList();
        assertEquals(
                List.of(
                        "POST /api/v1/auth/register 201",
                        "POST /api/v1/auth/login 200",
                        "POST /api/v1/auth/login 401",
                        "POST /api/v1/expenses 201",
                        "POST /api/v1/expenses 422",
                        "POST /api/v1/goals 201",
                        "GET /api/v1/*/* 404",
                        "GET /api/v1/transactions 200",
                        "INVENTED /api/v1/goals/%s 405".formatted(userId),
                        "POST /api/v1/goals/%s 405".formatted(userId),
                        "GET /api/v1/goals/%s 401".formatted(userId),
                        "GET / 200",
                        "GET /app/* 200",
                        "GET /*/lit/*/* 200",
                        "POST /app/session 200",
                        "GET /app/session 200"),
                access.stream()
                        .map(line -> line.path("message").asText().replaceAll(" \\d+ ms$", ""))
                        .toList());
        JsonNode last = access.get(7).path("mdc");
        assertEquals(TRACE, last.path("traceId").asText());
        assertEquals(userId, last.path("userId").asText());
        assertTrue(access.getFirst().path("mdc").path("traceId").asText().matches("[0-9a-f]{32}"));
    }

    @Test
    void nothingPrivateIsLogged() {
        String output = replica.output();
        for (String secret :
                List.of(EMAIL, "luis", PASSWORD, "wrong password", AMOUNT, token, cookie, "Visa", "secret")) {
            assertFalse(output.contains(secret), secret);
        }
    }

    @Test
    void tracesGoThroughHttpAndTheDatabase() {
        String exported = EXPORTED.stream()
                .map(body -> new String(body, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
        assertTrue(
                exported.contains(new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1)),
                "the caller's trace goes on");
        assertTrue(exported.contains("GET /api/v1/transactions"), "the request");
        assertTrue(exported.contains("SELECT") && exported.contains("transaction"), "the statement");
        for (String secret : List.of(EMAIL, PASSWORD, AMOUNT, token, cookie, "secret")) {
            assertFalse(exported.contains(secret), secret);
        }
    }

    @Test
    void whatAlertsAndTheDashboardAskForIsThere() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String file : List.of("prometheusrule.yaml", "grafana-dashboard.json")) {
            Matcher names = Pattern.compile("\\b(nestegg|http_server|agroal|jvm|process|system)_[a-z_]+")
                    .matcher(Files.readString(Path.of("k8s", "monitoring", file)));
            while (names.find()) {
                asked.add(names.group());
            }
        }
        assertTrue(asked.size() > 15, asked.toString());
        asked.removeIf(name ->
                Pattern.compile("(?m)^" + name + "[{ ]").matcher(metrics).find());
        // Nothing has been purged in the first minute.
        assertEquals(Set.of("nestegg_purged_total", "nestegg_purges_total"), asked);
    }

    @Test
    void whatCallersInventMakesNoSeries() {
        assertFalse(metrics.contains("INVENTED"));
        assertFalse(metrics.contains(userId));
        assertTrue(metrics.contains("method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"/app/*\""));
        assertFalse(metrics.contains("sw.js") || metrics.contains("lit/"), "the files of the page are one series");
        assertTrue(metrics.contains("method=\"POST\",outcome=\"CLIENT_ERROR\",status=\"405\",uri=\"OTHER\""));
        assertTrue(metrics.contains("status=\"422\",uri=\"/api/v1/expenses\""));
        assertTrue(metrics.contains("status=\"401\",uri=\"/api/v1/goals/{id}\""), "of those who are nobody, too");
    }

    @Test
    void whatHappensIsCounted() {
        for (String line : List.of(
                "nestegg_users_registered_total{source=\"password\"} 1.0",
                "nestegg_sign_ins_total{outcome=\"success\"} 2.0",
                "nestegg_sign_ins_total{outcome=\"failure\"} 1.0",
                "nestegg_transactions_created_total{type=\"expense\"} 1.0",
                "nestegg_goals_created_total 1.0",
                "nestegg_goals_completed_total 1.0",
                "nestegg_problems_total{code=\"bad-credentials\"} 1.0",
                "nestegg_problems_total{code=\"invalid-input\"} 1.0")) {
            assertTrue(metrics.contains(line), line + " in " + metrics.replaceAll("(?m)^(?!nestegg).*\n", ""));
        }
    }
}
