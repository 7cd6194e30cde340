package org.nestegg.platform.database;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Await;
import org.nestegg.support.Guarded;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.Sql;
import org.postgresql.ds.PGSimpleDataSource;

/** Nobody waits for the database without end, and nobody has others wait for long. */
@QuarkusTest
@TestProfile(Guarded.class)
class TimeLimitsTest extends ApiTest {

    @Inject
    AgroalDataSource pool;

    @Inject
    DatabaseAddress address;

    @Inject
    PatientMigration migration;

    @Test
    void theServerKeepsTimeForRequests() throws SQLException {
        Sql requests = new Sql(pool);
        assertEquals("10s", requests.text("show statement_timeout"));
        assertEquals("3s", requests.text("show lock_timeout"));
        assertEquals("10s", requests.text("show idle_in_transaction_session_timeout"));
        assertEquals("1.1", requests.text("show random_page_cost"));
        assertEquals("0", new Sql(address.toDataSource()).text("show statement_timeout"));
    }

    /** Twelve wait for one row: one with a connection, until the server ends it, nine for their turn; two are not let in. */
    @Test
    void whoeverWaitsForALockGivesUpAndOneOfAUserHoldsAConnection() throws Exception {
        Person person = Person.signUp();
        Person other = Person.signUp();
        try (Connection connection = address.toDataSource().getConnection();
                Statement lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("select from users where id = '%s' for update".formatted(person.id));
            CompletableFuture<List<Integer>> writers = CompletableFuture.supplyAsync(() -> Race.of(
                    12,
                    i -> json(person.request(), "{'name': 'x'}")
                            .post("/api/v1/bucketlists")
                            .then()
                            .header("Retry-After", notNullValue())
                            .extract()
                            .statusCode()));
            Sql sql = new Sql(address.toDataSource());
            long most = 0;
            for (int i = 0; i < 200 && (i < 20 || most == 0); i++) {
                other.create("/api/v1/bucketlists", "{'name': 'list %d'}".formatted(i));
                most = Math.max(
                        most,
                        sql.count("pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"));
            }
            assertEquals(1, most);
            List<Integer> statuses = writers.orTimeout(60, TimeUnit.SECONDS).join();
            assertEquals(Set.of(429, 503), Set.copyOf(statuses), statuses::toString);
            connection.rollback();
        }
        person.create("/api/v1/bucketlists", "{'name': 'x'}");
    }

    /** Whatever of a user waits for the same row, one waits with a connection. */
    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/me, ",
        "DELETE, /api/v1/me/sessions, ",
        "PATCH, /api/v1/me, {}",
        "PUT, /api/v1/me/password, {'currentPassword': 'PASSWORD'; 'newPassword': 'another walk there'}",
        "POST, /api/v1/me/tokens, {'name': 'x'; 'scope': 'read'}",
        "POST, /api/v1/goals, {'name': 'x'}",
        "POST, /api/v1/expenses, {'description': 'x'; 'amount': 1}"
    })
    void ofWhatWaitsForARowOneHoldsAConnection(String method, String path, String body) throws Exception {
        Person person = Person.signUp();
        try (Connection connection = address.toDataSource().getConnection();
                Statement lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("select from users where id = '%s' for update".formatted(person.id));
            String text = body == null ? "" : body.replace(';', ',').replace("PASSWORD", Person.PASSWORD);
            CompletableFuture<List<Integer>> callers = CompletableFuture.supplyAsync(() -> Race.of(
                    6,
                    _ -> (text.isEmpty() ? person.request() : json(person.request(), text))
                            .request(method, path)
                            .statusCode()));
            Sql sql = new Sql(address.toDataSource());
            String waiting = "pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
            Await.until("one waits", () -> sql.count(waiting) > 0);
            long most = 0;
            for (int i = 0; i < 50 && !callers.isDone(); i++) {
                most = Math.max(most, sql.count(waiting));
                Thread.sleep(20);
            }
            assertEquals(1, most);
            connection.rollback();
            callers.orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    /** What is written together is not written late because of one of them. */
    @ParameterizedTest
    @ValueSource(strings = {"feed_head where user_id", "users where id"})
    void nobodyWaitsForSomebodyElse(String row) throws Exception {
        Person held = Person.signUp();
        String expense = "{'description': 'x', 'amount': 1}";
        held.create("/api/v1/expenses", expense);
        List<Person> others = List.of(Person.signUp(), Person.signUp(), Person.signUp());
        others.forEach(other -> other.create("/api/v1/expenses", expense));
        try (Connection connection = address.toDataSource().getConnection();
                Statement lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("select from %s = '%s' for update".formatted(row, held.id));
            CompletableFuture<List<Integer>> waiting = CompletableFuture.supplyAsync(() -> Race.of(
                    4, _ -> held.post("/api/v1/expenses", expense).extract().statusCode()));
            long begun = System.nanoTime();
            Race.of(6, i -> {
                for (int round = 0; round < 5; round++) {
                    others.get(i % 3).create("/api/v1/expenses", expense);
                }
                return null;
            });
            assertTrue(System.nanoTime() - begun < Duration.ofSeconds(3).toNanos(), "as long as a lock may take");
            assertFalse(waiting.isDone());
            connection.rollback();
            assertEquals(
                    Set.of(201),
                    Set.copyOf(waiting.orTimeout(60, TimeUnit.SECONDS).join()));
        }
    }

    /** As browsers do when a page is left. */
    @Test
    void whoeverHangsUpEarlyGivesThePlaceBack() throws Exception {
        Person person = Person.signUp();
        byte[] request = ("GET /api/v1/transactions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + person.accessToken + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 60; i++) {
            try (Socket socket = new Socket("localhost", RestAssured.port)) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write(request);
            }
        }
        // Nor does one keep it who is refused at the door, where the caller's language is asked for.
        for (int i = 0; i < 30; i++) {
            person.request().get("/api/v1/me?x=" + "y".repeat(9_000)).then().statusCode(414);
        }
        List<Integer> statuses;
        do {
            Thread.sleep(200);
            statuses = Race.of(10, i -> person.request().get("/api/v1/me").statusCode());
        } while (!Set.of(200).equals(Set.copyOf(statuses)));
    }

    @Test
    void aStatementThatTakesTooLongIsUnavailable() {
        RestAssured.get("/test/slow-statement")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("unavailable"));
    }

    /** Somebody reads a table that the migration must change; others go on reading it meanwhile. */
    @Test
    void aMigrationWaitsForALockWithoutKeepingOthersWaiting() throws Exception {
        String name = "locked_" + UUID.randomUUID().toString().replace("-", "");
        new Sql(address.toDataSource()).execute("create database " + name);
        PGSimpleDataSource database = address.toDataSource();
        database.setDatabaseName(name);
        flyway(database, "7").migrate();
        try (Connection connection = database.getConnection();
                Statement reader = connection.createStatement()) {
            connection.setAutoCommit(false);
            reader.execute("select count(*) from users");
            CompletableFuture<Void> migrating =
                    CompletableFuture.runAsync(() -> PatientMigration.run(flyway(database, "8")));
            Sql sql = new Sql(database);
            Await.until("a lock is waited for", () -> sql.count("pg_locks where not granted") > 0);
            PGSimpleDataSource others = address.toDataSource();
            others.setDatabaseName(name);
            others.setSocketTimeout(30);
            assertEquals(0, new Sql(others).count("users"));
            assertTrue(!migrating.isDone());
            connection.rollback();
            migrating.orTimeout(60, TimeUnit.SECONDS).join();
            assertEquals("8", sql.text("select max(version::integer) from flyway_schema_history where success"));
        }
    }

    private Flyway flyway(PGSimpleDataSource database, String target) {
        FluentConfiguration configuration = new FluentConfiguration();
        migration.customize(configuration);
        ((PGSimpleDataSource) configuration.getDataSource()).setDatabaseName(database.getDatabaseName());
        return configuration.target(target).load();
    }
}
