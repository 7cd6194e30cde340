package org.nestegg.platform.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.nestegg.platform.database.EmbeddedDatabase;
import org.nestegg.support.PackagedSurroundings;
import org.nestegg.support.Replica;
import org.nestegg.support.Sql;
import org.postgresql.ds.PGSimpleDataSource;

/** The packaged application, killed without warning in the middle of keyed requests, again and again. */
@DisabledIfSystemProperty(named = "quarkus.http.test-host", matches = ".+", disabledReason = "starts its own processes")
class KillIT {

    private static final int KILLS = 5;
    private static final int WRITERS = 8;

    @Test
    void everyKeyIsDoneOnceHoweverOftenTheServiceDies() throws Exception {
        String url = EmbeddedDatabase.start(Optional.empty());
        Map<String, String> environment = new HashMap<>(Replica.environment(url, PackagedSurroundings.keys()));
        environment.put("NESTEGG_LIMITS_ENABLED", "false");
        Map<String, String> answered = new ConcurrentHashMap<>();
        Queue<String> unanswered = new ConcurrentLinkedQueue<>();
        String token = null;
        for (int kill = 0; kill < KILLS; kill++) {
            try (Replica replica = Replica.serve(environment)) {
                String caller = token == null ? replica.register() : token;
                token = caller;
                List<String> again = drain(unanswered);
                again.forEach(key -> answered.put(key, send(replica, caller, key)));
                List<Thread> writers = IntStream.range(0, WRITERS)
                        .mapToObj(_ -> Thread.ofPlatform().start(() -> write(replica, caller, answered, unanswered)))
                        .toList();
                Thread.sleep(700);
                replica.kill();
                for (Thread writer : writers) {
                    assertTrue(writer.join(Duration.ofSeconds(60)), "still waiting for an answer");
                }
            }
        }
        try (Replica replica = Replica.serve(environment)) {
            for (String key : drain(unanswered)) {
                answered.put(key, send(replica, token, key));
            }
            // Whoever asks again gets the same answer from another process.
            for (String key : answered.keySet().stream().limit(50).toList()) {
                assertEquals(answered.get(key), send(replica, token, key));
            }
        }
        assertTrue(answered.size() > KILLS * WRITERS, "only " + answered.size() + " requests");
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        Sql sql = new Sql(database);
        String rows = "transaction where description like 'kill %'";
        assertEquals(answered.size(), sql.count(rows));
        assertEquals(answered.size(), Long.parseLong(sql.text("select count(distinct description) from " + rows)));
    }

    private static List<String> drain(Queue<String> keys) {
        List<String> drained = new ArrayList<>(keys);
        keys.clear();
        return drained;
    }

    /** One request after another, until the service is gone. */
    private static void write(Replica replica, String token, Map<String, String> answered, Queue<String> unanswered) {
        while (true) {
            String key = UUID.randomUUID().toString();
            try {
                answered.put(key, send(replica, token, key));
            } catch (AssertionError e) {
                unanswered.add(key);
                return;
            }
        }
    }

    private static String send(Replica replica, String token, String key) {
        var answer = replica.postKeyed(
                "/api/v1/expenses", token, key, "{'description': 'kill %s', 'amount': 1}".formatted(key));
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
