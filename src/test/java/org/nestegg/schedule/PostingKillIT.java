package org.nestegg.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.nestegg.support.Await;
import org.nestegg.support.FreshDatabase;
import org.nestegg.support.PackagedSurroundings;
import org.nestegg.support.Replica;
import org.nestegg.support.Sql;
import org.postgresql.ds.PGSimpleDataSource;

/** Two replicas that post what was missed in years, of which one after the other is killed without warning. */
@DisabledIfSystemProperty(named = "quarkus.http.test-host", matches = ".+", disabledReason = "starts its own processes")
class PostingKillIT {

    private static final int SCHEDULES = 12;
    private static final int DAYS = 900;
    private static final long ALL = SCHEDULES * (DAYS + 1L);

    @Test
    void eachOccurrenceIsPostedOnceWhoeverDies() throws Exception {
        PGSimpleDataSource database = FreshDatabase.create();
        Map<String, String> environment =
                new HashMap<>(Replica.environment(database.getUrl(), PackagedSurroundings.keys()));
        environment.put("NESTEGG_LIMITS_ENABLED", "false");
        environment.put("NESTEGG_SCHEDULES_EVERY", "off");
        Sql sql = new Sql(database);
        String token;
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try (Replica replica = Replica.serve(environment)) {
            token = replica.register();
            for (int i = 0; i < SCHEDULES; i++) {
                var made = replica.post(
                        "/api/v1/schedules",
                        token,
                        ("{'start': '%s', 'recurrence': 'FREQ=DAILY', 'transaction': {'type': 'expense',"
                                        + " 'description': 'Coffee %d', 'amount': '2.50'}}")
                                .formatted(today, i));
                assertEquals(201, made.statusCode(), made.body());
            }
        }
        for (String table : new String[] {
            "schedule set start = start - %d, live_from = live_from - %d",
            "schedule_occurrence set date = date - %d",
            "transaction set date = date - %d",
            "agenda set due_on = due_on - %d"
        }) {
            sql.execute("update " + table.replace("%d", Integer.toString(DAYS)));
        }
        environment.put("NESTEGG_SCHEDULES_EVERY", "1s");
        int killed = 0;
        for (int moment : new int[] {0, 100, 250, 500}) {
            try (Replica dying = Replica.serve(environment);
                    Replica other = Replica.serve(environment)) {
                long before = sql.count("transaction");
                Await.until("something is posted", () -> sql.count("transaction") != before || before == ALL);
                Thread.sleep(moment);
                dying.kill();
                killed += sql.count("transaction") < ALL ? 1 : 0;
                other.kill();
            }
            assertEquals(
                    sql.count("schedule_occurrence"),
                    sql.count("transaction where schedule_id is not null"),
                    "half done");
        }
        assertTrue(killed > 0, "everything was posted before the first one died");
        try (Replica replica = Replica.serve(environment)) {
            var answer = replica.get("/api/v1/transactions/summary", token);
            assertEquals(200, answer.statusCode());
            assertEquals(ALL, JsonPath.from(answer.body()).getLong("totals[0].count"));
        }
        assertEquals(ALL, sql.count("(select distinct schedule_id, date from transaction) once"));
    }
}
