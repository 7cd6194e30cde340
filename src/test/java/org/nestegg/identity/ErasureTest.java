package org.nestegg.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.nestegg.platform.operation.Purge;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Await;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.Sql;

/** What is deleted is gone, from every table that there is. */
@QuarkusTest
class ErasureTest extends ApiTest {

    private static final List<String> SLICED = List.of(
            "transaction",
            "contribution",
            "bucketlist",
            "bucketlist_item",
            "activity",
            "idempotency_key",
            "change",
            "change_item");

    @Inject
    AgroalDataSource database;

    @Inject
    Erasure erasure;

    @Inject
    Purge purge;

    @Test
    void nothingIsLeftOfWhoeverGoes() throws SQLException {
        Sql sql = new Sql(database);
        Person person = Person.signUp();
        json(person.request(), "{'description': 'Salary', 'amount': 100000}")
                .header("Idempotency-Key", "salary")
                .post("/api/v1/incomes")
                .then()
                .statusCode(201);
        String income = person.get("/api/v1/incomes").extract().path("items[0].id");
        String goal = person.create("/api/v1/goals", "{'name': 'A'}");
        person.create(goal + "/contributions", "{'amount': 5, 'transactionId': '%s'}".formatted(income));
        String list = person.create("/api/v1/bucketlists", "{'name': 'A'}");
        person.create(list + "/items", "{'name': 'A'}");
        person.patch(list, "{'name': 'B'}").statusCode(200);
        person.create("/api/v1/me/tokens", "{'name': 'A', 'scope': 'read'}");
        person.create("/api/v1/budgets", "{'name': 'Food', 'amount': 400}");
        String schedule = person.create(
                "/api/v1/schedules",
                "{'start': '2026-01-31', 'recurrence': 'FREQ=MONTHLY', 'transaction': {'type': 'expense',"
                        + " 'description': 'Rent', 'amount': 950}}");
        person.post(schedule + "/occurrences/2026-02-28/post", "{}").statusCode(200);
        person.create("/api/v1/rules", "{'when': {'type': 'income'}, 'set': {'category': 'work'}}");
        person.put("/api/v1/me/rates/2026-11-20", "{'rates': {'USD': '1.0842'}}")
                .statusCode(204);
        String plan = raw(
                        person.request(),
                        "text/csv",
                        "Date;Text;Amount\n03/04/2026;Coffee;-2.50\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        person.patch(plan, "{'layout': {'dateFormat': 'dmy'}}").statusCode(200);
        String[] accounts = new String[2];
        for (int i = 0; i < 2; i++) {
            accounts[i] = person.post("/api/v1/accounts", "{'name': 'account %d'}".formatted(i))
                    .extract()
                    .path("id");
        }
        person.create(
                "/api/v1/transfers",
                "{'fromAccountId': '%s', 'toAccountId': '%s', 'amount': 1}".formatted(accounts[0], accounts[1]));
        sql.execute("insert into outside_identity values ('issuer', '%1$s', '%1$s')".formatted(person.id));
        sql.execute("""
                begin;
                set local statement_timeout = 0;
                insert into transaction (id, user_id, description, amount, currency, date, tags, version, created_at, updated_at)
                select gen_random_uuid(), '%s', 'row ' || i, i, 'EUR', date '2026-01-01', '{}', 0, now(), now()
                from generate_series(1, 20000) i;
                commit
                """.formatted(person.id));
        List<String> tables = List.of(sql.text("""
                        select string_agg(table_name, ' ' order by table_name) from information_schema.columns
                        where table_schema = 'public' and column_name = 'user_id'
                        """).split(" "));
        for (String table : tables) {
            assertTrue(rows(sql, table, person.id) > 0, "the test leaves " + table + " out");
        }

        person.delete("/api/v1/me").statusCode(204);

        for (String table : List.of(sql.text("""
                        select string_agg(table_name, ' ') from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                        """).split(" "))) {
            assertEquals(0, mentions(sql, table, person.id), table);
            assertEquals(0, mentions(sql, table, person.email), table);
        }
    }

    /** Slices of contributions come to any sums, which none of the checks on sums may keep. */
    @Test
    void muchGoesInSlices() throws SQLException {
        Sql sql = new Sql(database);
        Person person = Person.signUp();
        fill(sql, person, 12_000);
        sql.execute("""
                create function at_most_5000() returns trigger language plpgsql as $$
                begin
                    if (select count(*) from gone) > 5000 then
                        raise exception 'too many at once';
                    end if;
                    return null;
                end
                $$
                """);
        try {
            for (String table : SLICED) {
                sql.execute("""
                        create trigger at_most_5000 after delete on %s referencing old table as gone
                        for each statement execute function at_most_5000()
                        """.formatted(table));
            }
            person.delete("/api/v1/me").statusCode(204);
        } finally {
            sql.execute("drop function at_most_5000 cascade");
        }
        isGone(sql, person);
    }

    @Test
    void whatWasCutShortIsEndedByThePurge() throws SQLException {
        Sql sql = new Sql(database);
        Person person = Person.signUp();
        Person admin = Person.admin();
        String token = person.post("/api/v1/me/tokens", "{'name': 'A', 'scope': 'read'}")
                .extract()
                .path("token");
        fill(sql, person, 2_500);

        erasure.begin(UUID.fromString(person.id), _ -> {});

        // To everybody the account is gone by now, and its address is free.
        for (String secret : List.of(person.accessToken, token)) {
            api().header("Authorization", "Bearer " + secret)
                    .get("/api/v1/me")
                    .then()
                    .statusCode(401);
        }
        json("{'refreshToken': '%s'}".formatted(person.refreshToken))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);
        String user = "/api/v1/users/" + person.id;
        admin.get(user).statusCode(404);
        admin.get(user + "/goals/tree").statusCode(404);
        admin.patch(user, "{'disabled': false}").statusCode(404);
        admin.get("/api/v1/users?limit=100").body("items.id", not(hasItem(person.id)));
        String credentials = "{'email': '%s', 'password': '%s'}".formatted(person.email, Person.PASSWORD);
        json(credentials).post("/api/v1/auth/login").then().statusCode(401).body("code", equalTo("bad-credentials"));
        json(credentials).post("/api/v1/auth/register").then().statusCode(201);
        assertEquals(1, sql.count("users where id = '%s'".formatted(person.id)));

        assertTrue(purge.run());

        isGone(sql, person);
        json(credentials).post("/api/v1/auth/login").then().statusCode(200);
    }

    /** What comes while it goes on goes, too. */
    @Test
    void requestsInFlightLeaveNothing() throws Exception {
        Sql sql = new Sql(database);
        Person person = Person.signUp();
        fill(sql, person, 6_000);
        try (Connection late = database.getConnection();
                Statement statement = late.createStatement();
                var threads =
                        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            late.setAutoCommit(false);
            statement.execute(
                    ("insert into contribution select gen_random_uuid(), user_id, id, (select id from transaction"
                                    + " where user_id = '%1$s' limit 1), 1, 'EUR', now(), null, 0, now(), now() from goal"
                                    + " where user_id = '%1$s' limit 1")
                            .formatted(person.id));
            statement.execute(transactions(person, 10));
            Future<Integer> status =
                    threads.submit(() -> person.request().delete("/api/v1/me").statusCode());
            // It waits for the rows that were inserted before.
            Await.until("a lock is waited for", () -> sql.count("pg_locks where not granted") > 0);
            late.commit();
            assertEquals(204, status.get(60, TimeUnit.SECONDS));
        }
        isGone(sql, person);
    }

    @Test
    void twiceAtOnceIsOnce() throws SQLException {
        Sql sql = new Sql(database);
        Person person = Person.signUp();
        fill(sql, person, 6_000);
        List<Integer> statuses =
                Race.of(3, _ -> person.request().delete("/api/v1/me").statusCode());
        assertEquals(1, Collections.frequency(statuses, 204), statuses.toString());
        assertEquals(2, Collections.frequency(statuses, 401), statuses.toString());
        isGone(sql, person);
        // Nor do several who go on with it get into each other's way.
        Person other = Person.signUp();
        fill(sql, other, 3_000);
        erasure.begin(UUID.fromString(other.id), _ -> {});
        assertEquals(List.of(true, true, true), Race.of(3, _ -> purge.run()));
        isGone(sql, other);
    }

    /**
     * Many incomes, and on goals contributions of them, half of which take back what the other half gives; those that give
     * come first.
     */
    private static void fill(Sql sql, Person person, int rows) throws SQLException {
        String goal = id(person.create("/api/v1/goals", "{'name': 'A'}"));
        sql.execute(transactions(person, rows));
        sql.execute("""
                insert into contribution
                select (lpad(to_hex(i), 8, '0') || right(t.user_id::text, -8))::uuid, t.user_id, '%1$s', t.id,
                    case when i <= %2$d / 2 then 1 else -1 end, 'EUR', now(), null, 0, now(), now()
                from generate_series(1, %2$d) i, (select user_id, id from transaction where user_id = '%3$s' limit 1) t
                """.formatted(goal, rows, person.id));
    }

    private static String transactions(Person person, int rows) {
        return """
                insert into transaction (id, user_id, description, amount, currency, date, tags, version, created_at, updated_at)
                select gen_random_uuid(), '%s', 'row', 100000, 'EUR', date '2026-01-01', '{}', 0, now(), now()
                from generate_series(1, %d) i
                """.formatted(person.id, rows);
    }

    private static void isGone(Sql sql, Person person) throws SQLException {
        for (String table : List.of("transaction", "contribution", "goal", "activity", "session")) {
            assertEquals(0, rows(sql, table, person.id), table);
        }
        assertEquals(0, sql.count("users where id = '%s'".formatted(person.id)));
    }

    private static long rows(Sql sql, String table, String user) throws SQLException {
        return sql.count("%s where user_id = '%s'".formatted(table, user));
    }

    private static long mentions(Sql sql, String table, String what) throws SQLException {
        return sql.count("%s t where t::text like '%%%s%%'".formatted(table, what));
    }
}
