package org.nestegg.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.nestegg.support.CountingProxy;
import org.nestegg.support.FreshDatabase;
import org.nestegg.support.PackagedSurroundings;
import org.nestegg.support.Replica;
import org.postgresql.ds.PGSimpleDataSource;

/** How often a request waits for the database, as their protocol says. */
@DisabledIfSystemProperty(named = "quarkus.http.test-host", matches = ".+", disabledReason = "starts its own processes")
class RoundTripIT {

    /** Of so many the least: connections are looked after, too, and the driver learns what it is often asked. */
    private static final int TRIES = 10;

    private CountingProxy proxy;
    private Replica replica;
    private String token;

    @BeforeEach
    void start() {
        PGSimpleDataSource database = FreshDatabase.create();
        proxy = new CountingProxy(database.getPortNumbers()[0]);
        Map<String, String> environment = new HashMap<>(Replica.environment(
                "jdbc:postgresql://localhost:%d/%s".formatted(proxy.port(), database.getDatabaseName()),
                PackagedSurroundings.keys()));
        // What was idle is asked whether it is there, which is no part of a request.
        environment.put("QUARKUS_DATASOURCE_JDBC_FOREGROUND_VALIDATION_INTERVAL", "1h");
        replica = Replica.serve(environment);
        token = replica.register();
    }

    @AfterEach
    void stop() {
        replica.close();
        proxy.close();
    }

    @Test
    void aRequestWaitsForTheDatabaseThisOften() {
        // The session. Then: begin the change, insert, commit.
        assertEquals(4, roundTrips(() -> post("/api/v1/expenses", "{'description': 'x', 'amount': 1}")));
        String path = post("/api/v1/expenses", "{'description': 'x', 'amount': 1}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        // The session. Then: begin the change, read it, update, commit.
        long[] amount = {2};
        assertEquals(5, roundTrips(() -> patch(path, "{'amount': %d}".formatted(amount[0]++))));
        // The session. Then: begin the change, read it, take the change back, commit.
        assertEquals(5, roundTrips(() -> patch(path, "{'amount': %d}".formatted(amount[0] - 1))));
        // Of one kind of object, whatever else there is.
        assertEquals(17, roundTrips(this::undoOfACreate));
    }

    @Test
    void ofABatchTheyDoNotGrowWithIt() {
        long few = roundTrips(() -> post("/api/v1/transactions/batch", batch(5)));
        assertTrue(roundTrips(() -> post("/api/v1/transactions/batch", batch(50))) <= few + 1, "few: " + few);
    }

    private static String batch(int size) {
        return "{'create': [%s]}"
                .formatted(String.join(
                        ",", Collections.nCopies(size, "{'type': 'income', 'description': 'x', 'amount': 1}")));
    }

    private HttpResponse<String> undoOfACreate() {
        String seq = post("/api/v1/expenses", "{'description': 'x', 'amount': 1}")
                .headers()
                .firstValue("Change-Seq")
                .orElseThrow();
        return post("/api/v1/changes/" + seq + "/undo", "{}");
    }

    private long roundTrips(Supplier<HttpResponse<String>> request) {
        return LongStream.range(0, TRIES)
                .map(_ -> {
                    long before = proxy.roundTrips();
                    HttpResponse<String> answer = request.get();
                    assertTrue(answer.statusCode() < 300, answer.body());
                    return proxy.roundTrips() - before;
                })
                .min()
                .orElseThrow();
    }

    private HttpResponse<String> post(String path, String body) {
        return replica.post(path, token, body);
    }

    private HttpResponse<String> patch(String path, String body) {
        return replica.send(HttpRequest.newBuilder(URI.create("http://localhost:" + replica.port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build());
    }
}
