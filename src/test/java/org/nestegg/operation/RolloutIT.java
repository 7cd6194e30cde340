package org.nestegg.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.nestegg.platform.database.EmbeddedDatabase;
import org.nestegg.support.PackagedSurroundings;
import org.nestegg.support.Replica;
import org.nestegg.support.Sql;
import org.postgresql.ds.PGSimpleDataSource;

/** Two replicas of the packaged application, each replaced while requests come in: nobody notices. */
@DisabledIfSystemProperty(named = "quarkus.http.test-host", matches = ".+", disabledReason = "starts its own processes")
class RolloutIT {

    private static final int CALLERS = 8;

    /** How often a balancer looks who is ready, in milliseconds. */
    private static final int PROBE_PERIOD = 500;

    private final String url = EmbeddedDatabase.start(Optional.empty());
    private final Map<String, String> environment =
            new HashMap<>(Replica.environment(url, PackagedSurroundings.keys()));
    private final List<Replica> all = new CopyOnWriteArrayList<>();
    private final List<Replica> ready = new CopyOnWriteArrayList<>();
    private Thread balancer;
    private Load load;

    @Test
    void replicasAreReplacedWithoutOneFailedRequest() throws Exception {
        environment.put("NESTEGG_LIMITS_ENABLED", "false");
        environment.put("QUARKUS_SHUTDOWN_DELAY", "2s");
        add();
        add();
        balancer = Thread.ofPlatform().daemon().start(this::probe);
        load = new Load(CALLERS, Load.CALM, all.getFirst().register(), this::pick);
        for (int i = 0; i < 2; i++) {
            add();
            Thread.sleep(2L * PROBE_PERIOD);
            replace(all.getFirst());
            Thread.sleep(PROBE_PERIOD);
        }
        load.stop();
        assertEquals(List.of(), load.failed());
        assertTrue(load.acknowledged.size() > 100, "only " + load.acknowledged.size() + " writes");
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        assertEquals(
                load.acknowledged.size(),
                new Sql(database)
                        .count("transaction where description = any('{%s}')"
                                .formatted(String.join(",", load.acknowledged))));
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (load != null) {
            load.stop();
            balancer.interrupt();
        }
        all.forEach(Replica::close);
    }

    private void add() {
        Replica replica = Replica.serve(environment);
        all.add(replica);
        ready.add(replica);
    }

    /** It says that it is not ready while it still serves, then goes. */
    private void replace(Replica replica) throws InterruptedException {
        replica.process.destroy();
        Thread.sleep(300);
        assertEquals(503, replica.health("ready"));
        assertEquals(200, replica.health("live"));
        assertEquals(200, replica.get(replica.port, "/api/v1").statusCode());
        assertEquals(0, replica.exitCode(), replica.output());
        all.remove(replica);
    }

    private Replica pick() {
        Replica[] now = ready.toArray(Replica[]::new);
        return now[ThreadLocalRandom.current().nextInt(now.length)];
    }

    private void probe() {
        try {
            while (true) {
                Thread.sleep(PROBE_PERIOD);
                ready.removeIf(replica -> replica.health("ready") != 200);
            }
        } catch (InterruptedException _) {
            // the test is over
        }
    }
}
