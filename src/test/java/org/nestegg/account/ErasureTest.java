package org.nestegg.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Sql;

/** What is deleted is gone, from every table that there is. */
@QuarkusTest
class ErasureTest extends ApiTest {

    @Inject
    AgroalDataSource database;

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
        String goal = person.post("/api/v1/goals", "{'name': 'A'}").extract().header("Location");
        person.post(goal + "/contributions", "{'amount': 5, 'transactionId': '%s'}".formatted(income))
                .statusCode(201);
        String list =
                person.post("/api/v1/bucketlists", "{'name': 'A'}").extract().header("Location");
        person.post(list + "/items", "{'name': 'A'}").statusCode(201);
        person.post("/api/v1/me/tokens", "{'name': 'A', 'scope': 'read'}").statusCode(201);
        sql.execute("insert into outside_identity values ('issuer', '%1$s', '%1$s')".formatted(person.id));
        sql.execute("""
                insert into transaction (id, user_id, description, amount, currency, date, tags, version, created_at, updated_at)
                select gen_random_uuid(), '%s', 'row ' || i, i, 'EUR', date '2026-01-01', '{}', 0, now(), now()
                from generate_series(1, 100000) i
                """.formatted(person.id));
        List<String> tables = List.of(sql.text("""
                        select string_agg(table_name, ' ' order by table_name) from information_schema.columns
                        where table_schema = 'public' and column_name = 'user_id'
                        """).split(" "));
        for (String table : tables) {
            assertTrue(rows(sql, table, person.id) > 0, "the test leaves " + table + " out");
        }

        // Generously: what takes long by mistake takes minutes.
        assertTimeout(Duration.ofSeconds(20), () -> person.delete("/api/v1/me").statusCode(204));

        for (String table : List.of(sql.text("""
                        select string_agg(table_name, ' ') from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                        """).split(" "))) {
            assertEquals(0, mentions(sql, table, person.id), table);
            assertEquals(0, mentions(sql, table, person.email), table);
        }
    }

    private static long rows(Sql sql, String table, String user) throws SQLException {
        return sql.count("%s where user_id = '%s'".formatted(table, user));
    }

    private static long mentions(Sql sql, String table, String what) throws SQLException {
        return sql.count("%s t where t::text like '%%%s%%'".formatted(table, what));
    }
}
