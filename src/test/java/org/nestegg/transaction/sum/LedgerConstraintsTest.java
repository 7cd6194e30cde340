package org.nestegg.transaction.sum;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Differing;
import org.nestegg.support.Person;
import org.nestegg.support.Sql;

/** What the database refuses, whoever asks for it: no defect can store it. */
@QuarkusTest
class LedgerConstraintsTest extends ApiTest {

    private static final String INSERT =
            "insert into transaction (id, user_id, description, amount, currency, date, tags,"
                    + " version, created_at, updated_at, account_id, transfer_id) values (uuidv7(), ':me', 'x', %s, '%s',"
                    + " date '2026-11-20', '{}', 0, now(), now(), %s, %s)";

    @Inject
    AgroalDataSource database;

    private Sql sql;
    private Person person;
    private Map<String, String> ids;

    @BeforeEach
    void fill() {
        sql = new Sql(database);
        person = Person.signUp();
        String account = open(person, "A");
        String other = open(person, "B");
        String transfer = id(person.create(
                "/api/v1/transfers",
                "{'fromAccountId': '%s', 'toAccountId': '%s', 'amount': 5}".formatted(account, other)));
        ids = Map.of(
                ":me", person.id,
                ":account", account,
                ":other", other,
                ":theirs", open(Person.signUp(), "A"),
                ":transfer", transfer);
    }

    private static String open(Person owner, String name) {
        return id(owner.create("/api/v1/accounts", "{'name': '%s'}".formatted(name)));
    }

    private String filled(String statement) {
        String filled = statement;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace(id.getKey(), id.getValue());
        }
        return filled;
    }

    private record Refused(String statement, String constraint) {}

    @TestFactory
    Stream<DynamicTest> whatCannotBeIsRefused() {
        String side = " where user_id = ':me' and transfer_id = ':transfer' and amount < 0";
        return Stream.of(
                        new Refused(INSERT.formatted(1, "EUR", "':theirs'", "null"), "transaction_account_fkey"),
                        new Refused(INSERT.formatted(1, "USD", "':account'", "null"), "transaction_account_fkey"),
                        new Refused(
                                "update account set currency = 'USD' where id = ':account'",
                                "transaction_account_fkey"),
                        new Refused("delete from account where id = ':account'", "transaction_account_fkey"),
                        new Refused(
                                INSERT.formatted(1, "EUR", "':account'", "':transfer'"), "transaction_transfer_key"),
                        new Refused(INSERT.formatted(1, "EUR", "':account'", "uuidv7()"), "transaction_transfer_fkey"),
                        new Refused("update transaction set amount = amount - 1" + side, "transfer_sides_check"),
                        new Refused("update transaction set amount = -amount" + side, "transaction_transfer_key"),
                        new Refused(
                                "update transaction set account_id = null" + side,
                                "transaction_transfer_account_check"),
                        new Refused("update transaction set account_id = ':other'" + side, "transfer_sides_check"),
                        new Refused("update transaction set transfer_id = null" + side, "transfer_sides_check"),
                        new Refused("delete from transaction" + side, "transfer_sides_check"),
                        new Refused("delete from transfer where id = ':transfer'", "transaction_transfer_fkey"),
                        new Refused(
                                "update transfer set out_id = in_id where id = ':transfer'", "transfer_sides_check"),
                        new Refused(
                                "insert into transfer (user_id, id, out_id, in_id, version, created_at, updated_at)"
                                        + " values (':me', uuidv7(), uuidv7(), uuidv7(), 0, now(), now())",
                                "transfer_sides_check"),
                        new Refused(
                                "update transaction set allocated = 1 where user_id = ':me' and amount > 0",
                                "transaction_transfer_allocated_check"))
                .map(refused -> DynamicTest.dynamicTest(refused.statement, () -> {
                    SQLException answer =
                            assertThrows(SQLException.class, () -> sql.execute(filled(refused.statement)));
                    assertTrue(
                            answer.getMessage().contains(refused.constraint)
                                    || refused.constraint.equals("transfer_sides_check")
                                            && answer.getMessage().contains("a transfer has two sides"),
                            answer.getMessage());
                    assertEquals(Map.of(), Differing.of(person));
                }));
    }

    /** A user whose sums are not whole yet is read from rows, and shown the same. */
    @Test
    void whoeverHasNoWholeSumsIsReadFromRows() throws SQLException {
        String account = "/api/v1/accounts/" + ids.get(":account");
        person.record("expense", "x", "3", "'date': '2026-01-31'");
        person.record("income", "x", "8", "'date': '2026-02-01', 'accountId': '%s'".formatted(ids.get(":account")));
        List<String> paths = List.of(
                "/api/v1/transactions/summary?groupBy=month",
                "/api/v1/transactions/summary?groupBy=account&from=2026-01-10&to=2026-12-31",
                account + "/balances?from=2025-12-15&to=2026-12-31",
                "/api/v1/balances?date=2026-02-28");
        List<String> kept = paths.stream()
                .map(path -> person.get(path).statusCode(200).extract().asString())
                .toList();
        sql.execute(filled("update feed_head set summed = false where user_id = ':me';"
                + " update transaction_month set amount = amount + 1 where user_id = ':me'"));
        List<String> added = paths.stream()
                .map(path -> person.get(path).statusCode(200).extract().asString())
                .toList();
        assertEquals(kept, added);
        sql.execute(filled("update feed_head set summed = true where user_id = ':me'"));
        person.get("/api/v1/transactions/summary").body("totals.count", equalTo(List.of(4)));
        sql.execute(filled("update transaction_month set amount = amount - 1 where user_id = ':me'"));
    }

    /** Thousands of transfers go with an account, and come back. */
    @Test
    void manyTransfersGoAtOnce() throws SQLException {
        sql.execute(filled("""
                begin;
                create temporary table sides on commit drop as
                    select uuidv7() as id, uuidv7() as out_id, uuidv7() as in_id from generate_series(1, 1000);
                insert into transfer (user_id, id, out_id, in_id, version, created_at, updated_at)
                    select ':me', id, out_id, in_id, 0, now(), now() from sides;
                insert into transaction (id, user_id, description, amount, currency, date, tags, version, created_at,
                        updated_at, account_id, transfer_id)
                    select out_id, cast(':me' as uuid), 'x', -1, 'EUR', date '2026-11-20', cast('{}' as varchar[]), 0, now(), now(),
                            cast(':account' as uuid), id from sides
                    union all
                    select in_id, ':me', 'x', 1, 'EUR', date '2026-11-20', '{}', 0, now(), now(), ':other', id from sides;
                commit
                """));
        String account = "/api/v1/accounts/" + ids.get(":account");
        String other = "/api/v1/accounts/" + ids.get(":other");
        person.get(account).body("balance", equalTo("-1005.00"));
        String seq = person.delete(account + "?cascade=true")
                .statusCode(204)
                .extract()
                .header("Change-Seq");
        person.get(other).body("balance", equalTo("1005.00")).body("transactionCount", equalTo(1001));
        person.request().post("/api/v1/changes/" + seq + "/undo").then().statusCode(201);
        person.get(account).body("balance", equalTo("-1005.00"));
        person.get("/api/v1/transfers?count=true").body("total", equalTo(1001));
        assertEquals(Map.of(), Differing.of(person));
    }

    /** However many rows a statement has, a sum is written once, and one that comes to nothing goes. */
    @Test
    void whatManyRowsComeToIsWrittenOnce() throws SQLException {
        String month = "transaction_month where user_id = ':me' and type = 'income'";
        sql.execute(patient(
                "insert into transaction (id, user_id, description, amount, currency, date, tags, version, created_at,"
                        + " updated_at) select uuidv7(), ':me', 'x', 1, 'EUR', date '2026-11-20', '{}', 0, now(), now()"
                        + " from generate_series(1, 20000)"));
        assertEquals("20000", sql.text(filled("select count from " + month)));
        String written = sql.text(filled("select ctid from " + month));
        sql.execute(patient("update transaction set notes = 'x' where user_id = ':me' and amount = 1"));
        assertEquals(written, sql.text(filled("select ctid from " + month)));
        sql.execute(patient("update transaction set amount = 2 where user_id = ':me' and amount = 1"));
        assertEquals("20000 40000.0000", sql.text(filled("select count || ' ' || amount from " + month)));
        sql.execute(patient("delete from transaction where user_id = ':me' and amount = 2"));
        assertEquals("0", sql.text(filled("select count(*) from " + month)));
        assertEquals(Map.of(), Differing.of(person));
    }

    /** Whatever else the machine has to do: how long it takes is not what is asked. */
    private String patient(String statement) {
        return filled("begin; set local statement_timeout = 0; " + statement + "; commit");
    }
}
