package org.nestegg.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.nestegg.platform.database.EmbeddedDatabase;
import org.nestegg.support.PackagedSurroundings;
import org.nestegg.support.Replica;
import org.nestegg.support.Sql;
import org.postgresql.ds.PGSimpleDataSource;

/** The packaged application, killed without warning while it applies and undoes an import, again and again. */
@DisabledIfSystemProperty(named = "quarkus.http.test-host", matches = ".+", disabledReason = "starts its own processes")
class ImportKillIT {

    private static final int ROWS = 4_000;

    /** Milliseconds after the request, from before its first statement to after its commit. */
    private static final int[] MOMENTS = {5, 120, 300, 700};

    private String token;
    private String account;
    private String plan;

    @Test
    void anImportIsAppliedAndUndoneAsAWholeWheneverTheServiceDies() throws Exception {
        String url = EmbeddedDatabase.start(Optional.empty());
        Map<String, String> environment = new HashMap<>(Replica.environment(url, PackagedSurroundings.keys()));
        environment.put("NESTEGG_LIMITS_ENABLED", "false");
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        Sql sql = new Sql(database);
        int unanswered = 0;
        Replica replica = Replica.serve(environment);
        try {
            token = replica.register();
            account = id(replica.post("/api/v1/accounts", token, "{'name': 'Everyday'}")
                    .body());
            for (int moment : MOMENTS) {
                plan = "/api/v1/imports/"
                        + id(replica.post("/api/v1/imports?accountId=" + account, token, file())
                                .body());
                int begun = moment == MOMENTS[0] ? 0 : 1;
                unanswered += begun * kill(replica, "/apply", moment);
                checkWhole(sql);
                replica = Replica.serve(environment);
                settle(replica, "/apply", "applied", ROWS);
                unanswered += begun * kill(replica, "/undo", moment);
                checkWhole(sql);
                replica = Replica.serve(environment);
                settle(replica, "/undo", "undone", 0);
            }
        } finally {
            replica.close();
        }
        assertTrue(unanswered > 0, "whatever had begun was answered before the service died");
    }

    private static String id(String body) {
        return JsonPath.from(body).getString("id");
    }

    private static String file() {
        StringBuilder rows = new StringBuilder("date;description;amount\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("2026-10-%02d;Row %d;-%d.25\n".formatted(1 + i % 31, i, 1 + i % 50));
        }
        return rows.toString();
    }

    /** Asks for something and has the service die meanwhile; says whether it went without answer. */
    private int kill(Replica replica, String what, int after) throws InterruptedException {
        AtomicInteger unanswered = new AtomicInteger();
        Thread asking = Thread.ofPlatform().start(() -> {
            try {
                replica.post(plan + what, token, "{}");
            } catch (AssertionError _) {
                unanswered.incrementAndGet();
            }
        });
        Thread.sleep(after);
        replica.kill();
        assertTrue(asking.join(Duration.ofSeconds(60)), "still waiting for an answer");
        return unanswered.get();
    }

    /** All of it was done, or nothing. */
    private void checkWhole(Sql sql) throws SQLException {
        long rows = sql.count("transaction where import_id = '" + plan.substring(plan.lastIndexOf('/') + 1) + "'");
        assertTrue(rows == 0 || rows == ROWS, "half done: " + rows);
    }

    /** Asking again does the rest. */
    private void settle(Replica replica, String what, String state, int rows) {
        var answer = replica.post(plan + what, token, "{}");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(state, JsonPath.from(answer.body()).getString("state"));
        var lies =
                JsonPath.from(replica.get("/api/v1/accounts/" + account, token).body());
        assertEquals(rows, lies.getInt("transactionCount"));
        assertEquals(rows == 0, "0.00".equals(lies.getString("balance")));
    }
}
