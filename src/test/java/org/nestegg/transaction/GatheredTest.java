package org.nestegg.transaction;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.Sql;

/** What many create or read at the same time is as if each had done it alone. */
@QuarkusTest
class GatheredTest extends ApiTest {

    private static final int PEOPLE = 6;
    private static final int WRITERS = 3 * PEOPLE;
    private static final int ROUNDS = 12;

    /** With what a text, an array and JSON within SQL have to escape. */
    private static final String BODY =
            "{'description': 'Writer %d, \\u0022round\\u0022 %d, \\\\ \u00fc', 'amount': '%d.%02d',"
                    + " 'date': '2026-%02d-11', 'category': %s, 'accountId': %s, 'tags': ['a \\u0022b\\u0022', 'null', 'x,y', '{}'], 'notes': 'one\\ntwo'}";

    /** What the sums say and the rows do not, or the other way round. */
    private static final String WRONG_SUMS = """
            (with sums as (
                select month, account_id, currency, category, type, amount, count from transaction_month where user_id = '%1$s'),
            rows as (
                select date_trunc('month', date)::date, account_id, currency, category, case when amount > 0 then 'income' else 'expense' end,
                        sum(amount), count(*)
                    from transaction where user_id = '%1$s' group by 1, 2, 3, 4, 5)
            (table sums except table rows) union all (table rows except table sums)) wrong""";

    private static final String WRONG_ACCOUNTS = """
            account a where user_id = '%s' and (moved, transaction_count) is distinct from
                (select row(coalesce(sum(amount), 0), count(*)) from transaction t where t.account_id = a.id)""";

    @Inject
    AgroalDataSource pool;

    @Test
    void eachIsAChangeOfItsOwn() throws SQLException {
        List<Person> people =
                IntStream.range(0, PEOPLE).mapToObj(_ -> Person.signUp()).toList();
        List<String> accounts = people.stream()
                .map(person -> person.create("/api/v1/accounts", "{'name': 'Giro'}"))
                .map(path -> "'" + path.substring(path.lastIndexOf('/') + 1) + "'")
                .toList();
        List<List<ExtractableResponse<?>>> answers = Race.of(WRITERS, i -> {
            List<ExtractableResponse<?>> made = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                String path = round % 2 == 0 ? "/api/v1/expenses" : "/api/v1/incomes";
                made.add(people.get(i % PEOPLE)
                        .post(
                                path,
                                BODY.formatted(
                                        i,
                                        round,
                                        i + 1,
                                        round,
                                        1 + round % 3,
                                        round % 4 == 0 ? "null" : "'c%d'".formatted(round % 5),
                                        round % 3 == 0 ? accounts.get(i % PEOPLE) : "null"))
                        .statusCode(201)
                        .extract());
            }
            return made;
        });
        Sql sql = new Sql(pool);
        assertNotEquals(0, sql.count("""
                (select from change c join users u on u.id = user_id where email in ('%s') group by c.xmin::text
                    having count(distinct user_id) > 1) together""".formatted(
                        people.stream().map(person -> person.email).collect(Collectors.joining("', '")))));
        for (int i = 0; i < PEOPLE; i++) {
            Person person = people.get(i);
            List<ExtractableResponse<?>> made = new ArrayList<>();
            for (int writer = i; writer < WRITERS; writer += PEOPLE) {
                made.addAll(answers.get(writer));
            }
            List<Long> seqs = made.stream()
                    .map(answer -> Long.valueOf(answer.header("Change-Seq")))
                    .sorted()
                    .toList();
            assertEquals(LongStream.rangeClosed(2, made.size() + 1).boxed().toList(), seqs);
            for (ExtractableResponse<?> answer : made) {
                assertEquals(
                        answer.<Object>path("$"),
                        person.get(answer.header("Location")).extract().path("$"));
            }
            ExtractableResponse<?> one = made.get(ROUNDS / 2);
            person.get("/api/v1/changes/" + one.header("Change-Seq"))
                    .body("kind", equalTo("createExpense"))
                    .body("actor.type", equalTo("session"))
                    .body("items", hasSize(1))
                    .body("items[0].after", equalTo(one.path("$")));
            assertEquals(0, sql.count(WRONG_SUMS.formatted(person.id)));
            assertEquals(0, sql.count(WRONG_ACCOUNTS.formatted(person.id)));
            person.post("/api/v1/changes/" + one.header("Change-Seq") + "/undo", "{}")
                    .statusCode(201);
            person.get(one.header("Location")).statusCode(404);
            assertEquals(0, sql.count(WRONG_SUMS.formatted(person.id)));
            assertEquals(0, sql.count(WRONG_ACCOUNTS.formatted(person.id)));
        }
    }

    /** An account that is closed takes nothing more, however many are about to put something into it. */
    @Test
    void whatIsClosedMeanwhileTakesNothing() {
        Person person = Person.signUp();
        for (int round = 0; round < 10; round++) {
            String account = person.create("/api/v1/accounts", "{'name': 'Giro %d'}".formatted(round));
            String expense = "{'description': 'x', 'amount': 1, 'accountId': '%s'}"
                    .formatted(account.substring(account.lastIndexOf('/') + 1));
            List<Long> seqs = Race.of(9, i -> {
                if (i == 0) {
                    return seq(person.patch(account, "{'closed': true}").statusCode(200));
                }
                long last = 0;
                for (long seq = 1; seq > 0; last = Math.max(last, seq)) {
                    ValidatableResponse answer = person.post("/api/v1/expenses", expense);
                    seq = answer.extract().statusCode() == 201 ? seq(answer) : 0;
                    if (seq == 0) {
                        answer.statusCode(409).body("code", equalTo("account-closed"));
                    }
                }
                return last;
            });
            assertEquals(Collections.max(seqs), seqs.getFirst());
        }
    }

    @Test
    void ofThoseThatGoTogetherOnlyTheOneAtFaultIsRefused() throws SQLException {
        Sql sql = new Sql(pool);
        List<Person> people =
                IntStream.range(0, PEOPLE).mapToObj(_ -> Person.signUp()).toList();
        sql.execute("""
                create function refuse() returns trigger language plpgsql as $$ begin
                    raise exception 'no' using errcode = 'lock_not_available'; end $$;
                create trigger refuse before insert on transaction for each row when (new.description = 'refused')
                    execute function refuse()""");
        try {
            Race.of(WRITERS, i -> {
                for (int round = 0; round < ROUNDS; round++) {
                    boolean refused = i == 0;
                    people.get(i % PEOPLE)
                            .post(
                                    "/api/v1/incomes",
                                    "{'description': '%s', 'amount': 1}".formatted(refused ? "refused" : "fine"))
                            .statusCode(refused ? 503 : 201);
                }
                return null;
            });
        } finally {
            sql.execute("drop trigger refuse on transaction; drop function refuse()");
        }
        assertEquals(0, sql.count("transaction where description = 'refused'"));
    }

    /** Each gets what is theirs, and nobody what is another's. */
    @Test
    void whatManyReadAtTheSameTime() {
        List<Person> people =
                IntStream.range(0, PEOPLE).mapToObj(_ -> Person.signUp()).toList();
        List<String> paths = people.stream()
                .map(person ->
                        person.create("/api/v1/expenses", "{'description': 'of %s', 'amount': 1}".formatted(person.id)))
                .toList();
        Race.of(WRITERS, i -> {
            Person person = people.get(i % PEOPLE);
            for (int round = 0; round < 3 * ROUNDS; round++) {
                if (round % 3 == 0) {
                    person.get(paths.get((i + 1) % PEOPLE)).statusCode(404);
                } else {
                    person.get(paths.get(i % PEOPLE)).statusCode(200).body("description", equalTo("of " + person.id));
                }
            }
            return null;
        });
    }

    private static long seq(ValidatableResponse answer) {
        return Long.parseLong(answer.extract().header("Change-Seq"));
    }
}
