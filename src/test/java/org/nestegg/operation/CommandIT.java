package org.nestegg.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.nestegg.support.FreshDatabase;
import org.nestegg.support.PackagedSurroundings;
import org.nestegg.support.Replica;
import org.nestegg.support.Sql;
import org.postgresql.ds.PGSimpleDataSource;

/** What the packaged application does for each first argument, and how little it does when it starts. */
@DisabledIfSystemProperty(named = "quarkus.http.test-host", matches = ".+", disabledReason = "starts its own processes")
class CommandIT {

    private final Map<String, String> environment = new HashMap<>();
    private Sql sql;

    @BeforeEach
    void createDatabase() {
        PGSimpleDataSource database = FreshDatabase.create();
        sql = new Sql(database);
        environment.putAll(Replica.environment(database.getUrl(), PackagedSurroundings.keys()));
    }

    @Test
    void migrateBringsTheDatabaseUpToDateAndExits() throws Exception {
        environment.remove("NESTEGG_TOKEN_KEYS_DIR");
        environment.put("NESTEGG_MIGRATE_AT_START", "false");
        environment.put("NESTEGG_BOOTSTRAP_ADMIN_EMAIL", "admin@example.com");
        environment.put("NESTEGG_BOOTSTRAP_ADMIN_PASSWORD", "the keeper of all keys");
        run(0, "migrate");
        assertEquals(0, sql.count("flyway_schema_history where not success"));
        assertEquals(1, sql.count("users where role = 'admin'"));
        String said = run(0, "migrate");
        assertEquals(1, sql.count("users"));
        assertFalse(said.contains("SimpleScheduler"), said);
    }

    @Test
    void purgeRemovesWhatHasExpiredAndExits() throws Exception {
        run(0, "migrate");
        sql.execute("""
                insert into sign_in_failure select sha256(i::text::bytea), 3, now() - interval '1 day', now() - interval '1 day'
                from generate_series(1, 2500) i
                """);
        sql.execute("insert into sign_in_failure values (sha256('young'), 3, now(), now())");
        environment.remove("NESTEGG_TOKEN_KEYS_DIR");
        run(0, "purge");
        assertEquals(1, sql.count("sign_in_failure"));
        sql.execute("drop table sign_in_failure");
        assertTrue(run(1, "purge").contains("Could not purge sign-in-failures"));
    }

    @Test
    void whatIsNoCommandIsRefused() throws Exception {
        assertEquals("Usage: nestegg [serve|migrate|purge]", run(2, "start").strip());
    }

    @Test
    void aStartWithoutMigrationOpensOneConnectionAndWaitsForTheSchema() throws Exception {
        environment.put("NESTEGG_MIGRATE_AT_START", "false");
        try (Replica replica = Replica.launch(environment)) {
            replica.await("live");
            assertEquals(503, replica.health("ready"));
            assertEquals("f", sql.text("select exists (select from pg_tables where tablename = 'users')"));
            run(0, "migrate");
            assertEquals(200, replica.health("ready"));
        }
        long own = -sessions() + sessions();
        long before = sessions();
        try (Replica replica = Replica.launch(environment)) {
            replica.await("live");
            assertEquals(1, sessions() - before - own, replica.output());
        }
    }

    /** As on a node that is busy with a rollout. */
    @Test
    void aStartHasPatienceWithItsFirstConnection() throws Exception {
        String url = environment.get("QUARKUS_DATASOURCE_JDBC_URL");
        int server = Integer.parseInt(url.replaceFirst(".*?//[^:]*:(\\d+)/.*", "$1"));
        try (SlowProxy proxy = new SlowProxy(server, 2, Duration.ofSeconds(3))) {
            environment.put(
                    "QUARKUS_DATASOURCE_JDBC_URL", url.replaceFirst(":" + server + "/", ":" + proxy.port() + "/"));
            environment.remove("NESTEGG_TOKEN_KEYS_DIR");
            run(0, "migrate");
        }
        assertEquals(0, sql.count("flyway_schema_history where not success"));
    }

    /** How many connections there have ever been. */
    private long sessions() throws Exception {
        sql.text("select pg_stat_force_next_flush()");
        return Long.parseLong(sql.text("select sessions from pg_stat_database where datname = current_database()"));
    }

    private String run(int exitCode, String... arguments) throws InterruptedException {
        try (Replica process = Replica.command(environment, arguments)) {
            assertEquals(exitCode, process.exitCode(), process.output());
            return process.output();
        }
    }
}
