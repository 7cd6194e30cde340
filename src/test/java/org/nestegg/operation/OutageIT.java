package org.nestegg.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.nestegg.support.OwnDatabase;
import org.nestegg.support.PackagedSurroundings;
import org.nestegg.support.Replica;

/** The packaged application under load while its database is stopped and started, and while it hangs. */
@DisabledIfSystemProperty(named = "quarkus.http.test-host", matches = ".+", disabledReason = "starts its own processes")
class OutageIT {

    /** More than the pool has connections: in haste, or where nobody is answered, some wait for one. */
    private static final int CALLERS = 30;

    /** Less than the driver waits for the database by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final OwnDatabase database = new OwnDatabase();
    private Replica replica;
    private String token;
    private Load load;

    @BeforeEach
    void serve() {
        Map<String, String> environment =
                new HashMap<>(Replica.environment(database.url(), PackagedSurroundings.keys()));
        environment.put("NESTEGG_LIMITS_ENABLED", "false");
        replica = Replica.serve(environment);
        token = replica.register();
    }

    @AfterEach
    void stop() throws InterruptedException {
        database.thaw();
        if (load != null) {
            load.stop();
        }
        replica.close();
        database.close();
    }

    @Test
    void aDatabaseThatIsStoppedAndStartedLosesNothingAcknowledged() throws Exception {
        load = new Load(CALLERS, Load.HASTE, token, () -> replica);
        Thread.sleep(2_000);
        database.stop();
        checkOutage();
        database.start();
        checkRecovery(load);
        load.stop();
        assertRefusedWell(load.failed());
        assertTrue(load.acknowledged.size() > CALLERS, "only " + load.acknowledged.size() + " writes");
        // Of the others some may have been committed before the connection broke.
        assertEquals(
                load.acknowledged.size(),
                database.sql()
                        .count("transaction where description = any('{%s}')"
                                .formatted(String.join(",", load.acknowledged))));
    }

    @Test
    void aDatabaseThatHangsKeepsNobodyWaiting() throws Exception {
        load = new Load(CALLERS, Load.CALM, token, () -> replica);
        Thread.sleep(2_000);
        database.freeze();
        checkOutage();
        database.thaw();
        checkRecovery(load);
        load.stop();
        assertRefusedWell(load.failed());
    }

    /** Its connections have been idle for so long that the pool asks them first whether they live. */
    @Test
    void aDatabaseThatHangsKeepsNobodyWaitingOnAQuietDay() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertEquals(200, replica.get("/api/v1/me", token).statusCode());
        }
        Thread.sleep(2_000);
        database.freeze();
        load = new Load(3, Load.CALM, token, () -> replica);
        checkAnswers();
        database.thaw();
        load.stop();
        assertRefusedWell(load.failed());
    }

    /** The service answers everybody, lives, is not ready, and goes on saying so for some seconds. */
    private void checkOutage() throws InterruptedException {
        checkAnswers();
        for (int i = 0; i < 6; i++) {
            assertEquals(200, replica.health("live"));
            Thread.sleep(1_000);
        }
        assertEquals(503, replica.health("ready"));
        assertEquals(503, replica.get("/api/v1/me", token).statusCode());
        assertEquals(200, replica.get(replica.port, "/api/v1").statusCode());
    }

    /** Nobody waits for the database to come back: all are answered, and what they ask then is answered, too. */
    private void checkAnswers() throws InterruptedException {
        long start = System.nanoTime();
        while (!load.hasAnsweredAllSince(start)) {
            assertTrue(System.nanoTime() - start < PATIENCE.toNanos(), "waiting for the database");
            Thread.sleep(100);
        }
    }

    /** Before long every request succeeds again, and goes on to. */
    private void checkRecovery(Load load) throws InterruptedException {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        long well;
        do {
            assertTrue(System.nanoTime() < deadline, "not well again");
            well = System.nanoTime();
            Thread.sleep(2_000);
        } while (!isWellSince(load, well) || replica.health("ready") != 200);
        Thread.sleep(2_000);
        assertTrue(isWellSince(load, well), "well only for a while");
    }

    private static boolean isWellSince(Load load, long time) {
        List<Load.Answer> since =
                load.answers.stream().filter(answer -> answer.sentAt() > time).toList();
        return since.stream().anyMatch(answer -> answer.status() == 201)
                && since.stream().allMatch(answer -> answer.status() / 100 == 2);
    }

    private static void assertRefusedWell(List<Load.Answer> failed) {
        assertTrue(!failed.isEmpty());
        assertEquals(
                List.of(),
                failed.stream()
                        .filter(answer -> answer.status() != 503 || !answer.hasRetryAfter())
                        .limit(5)
                        .toList());
    }
}
