package org.nestegg.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
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
    private final PGSimpleDataSource database = FreshDatabase.create();
    private Sql sql;

    @BeforeEach
    void configure() {
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
        migrate();
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
    void checkSaysWhatDiffersAndExits() throws Exception {
        environment.remove("NESTEGG_TOKEN_KEYS_DIR");
        assertTrue(run(1, "check").contains("Could not check savings-of-goals"));
        assertEquals(0, sql.count("pg_tables where schemaname = 'public'"), "a check migrates nothing");
        migrate();
        sql.execute("""
                insert into users (id, email, currency, locale, role, password_hash, version, created_at, updated_at)
                    values (uuidv7(), 'p@example.com', 'EUR', 'en', 'user', 'hash', 0, now(), now());
                insert into goal (id, user_id, name, start_at, currency, version, created_at, updated_at)
                    select uuidv7(), id, 'goal ' || i, now(), 'EUR', 0, now(), now() from users, generate_series(1, 150) i;
                insert into contribution (id, user_id, goal_id, amount, currency, date, version, created_at, updated_at)
                    select uuidv7(), user_id, id, 20, 'EUR', date '2026-01-01', 0, now(), now() from goal;
                """);
        String sound = run(0, "check");
        assertTrue(sound.contains("Checked savings-of-goals: 0 differences"), sound);
        assertFalse(sound.contains("WARN"), sound);

        spoil("update goal set saved = 30 where name = 'goal 7'");
        String spoilt = run(1, "check");
        String id = sql.text("select id from goal where name = 'goal 7'");
        String owner = sql.text("select id from users");
        assertTrue(
                spoilt.contains(
                        "savings-of-goals: goal %s of user %s: kept 30.0000, found 20.0000".formatted(id, owner)),
                spoilt);
        assertTrue(spoilt.contains("Checked savings-of-goals: 1 differences"), spoilt);
        assertTrue(spoilt.contains("Checked gapless-changes: 0 differences"), spoilt);

        spoil("update goal set saved = 30");
        String many = run(1, "check");
        assertEquals(100, many.split("kept 30.0000", -1).length - 1, many);
        assertTrue(many.contains("these are the first 100 of 150"), many);
        assertEquals(150, sql.count("goal where saved = 30"), "a check mends nothing");
    }

    @Test
    void ratesLoadsAFileOrSaysWhyNot() throws Exception {
        environment.remove("NESTEGG_TOKEN_KEYS_DIR");
        String table = "src/test/resources/rates/history.csv";
        assertTrue(run(1, "rates", table).contains("Could not load " + table), "there is no table yet");
        migrate();
        String first = run(0, "rates", table);
        assertTrue(first.contains("Loaded 12 rates of 4 days: 12 new, 0 changed"), first);
        assertEquals(12, sql.count("reference_rate"));
        assertEquals(
                "1.1711", sql.text("select rate from reference_rate where currency = 'USD' and day = '2026-04-10'"));
        String xml = run(0, "rates", "src/test/resources/rates/day.xml");
        assertTrue(xml.contains("Loaded 3 rates of 1 days: 1 new, 1 changed"), xml);
        String none = run(1, "rates", "README.md");
        assertTrue(none.contains("Could not load README.md: it is neither eurofxref-hist.csv, nor its zip"), none);
        assertFalse(none.contains("Exception"), none);
        assertTrue(run(1, "rates", "no-such-file").contains("there is no such file"));
        assertEquals(13, sql.count("reference_rate"));
    }

    /** As the command does, in less time. */
    private void migrate() {
        Flyway.configure().dataSource(database).load().migrate();
    }

    private void spoil(String statement) throws SQLException {
        sql.execute("begin; set local session_replication_role = replica; " + statement + "; commit");
    }

    @Test
    void whatIsNoCommandIsRefused() throws Exception {
        assertEquals(
                "Usage: nestegg [serve|migrate|purge|check|rates <file>]",
                run(2, "start").strip());
        run(2, "rates");
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
