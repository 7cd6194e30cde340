package org.nestegg.change;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Differing;
import org.nestegg.support.Person;
import org.nestegg.support.Sql;

/** Whatever was done, and however much: it can be undone, and read as it was. */
@QuarkusTest
class UndoPropertiesTest extends ApiTest {

    @Inject
    AgroalDataSource database;

    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
    }

    /** Random histories: undone newest first, everything is as it was, byte for byte; and could be read so all along. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsUndoneIsAsItWas(long seed) {
        Random random = new Random(seed);
        List<Map<String, String>> states = new ArrayList<>(List.of(Ledger.collections(person)));
        Map<Long, Integer> stateBefore = new HashMap<>();
        Acts acts = new Acts(person, random);
        while (stateBefore.size() < 20) {
            ValidatableResponse answer = acts.next();
            if (answer.extract().header("Change-Seq") != null) {
                stateBefore.put(Ledger.seq(answer), states.size() - 1);
                states.add(Ledger.collections(person));
            }
        }
        for (long seq : stateBefore.keySet()) {
            assertPast(seq - 1, states.get(stateBefore.get(seq)));
        }
        List<Long> newestFirst = stateBefore.keySet().stream().sorted().toList().reversed();
        for (long seq : newestFirst) {
            Ledger.undo(person, standingFor(seq)).statusCode(201);
            assertEquals(states.get(stateBefore.get(seq)), Ledger.collections(person), "undid " + seq);
        }
        // And all of it again.
        long last = Ledger.latest(person);
        for (long seq = last; seq > last - newestFirst.size(); seq--) {
            Ledger.undo(person, standingFor(seq)).statusCode(201);
        }
        assertEquals(states.getLast(), Ledger.collections(person));
        assertEquals(Map.of(), Differing.of(person));
    }

    /** A change that was undone, and whose undoing was undone, has been done again by that. */
    private long standingFor(long seq) {
        Integer undoneBy = person.get("/api/v1/changes/" + seq).extract().path("undoneBy");
        if (undoneBy == null) {
            return seq;
        }
        int doneAgain = person.get("/api/v1/changes/" + undoneBy).extract().path("undoneBy");
        return standingFor(doneAgain);
    }

    private void assertPast(long seq, Map<String, String> state) {
        for (String path : List.of("/transactions?limit=100", "/goals/tree")) {
            String then = person.get("/api/v1" + path + (path.contains("?") ? "&" : "?") + "asOf=" + seq)
                    .statusCode(200)
                    .extract()
                    .asString();
            String was = state.get(path);
            assertEquals(was.substring(0, was.lastIndexOf(' ')), then, path + " as of " + seq);
        }
    }

    @Test
    void limitsHoldForWhatComesBack() throws SQLException {
        String list = person.create("/api/v1/bucketlists", "{'name': 'first'}");
        person.delete(list).statusCode(204);
        new Sql(database).execute("""
                insert into bucketlist (id, user_id, name, version, created_at, updated_at)
                select uuidv7(), '%s', 'list ' || i, 0, now(), now() from generate_series(1, 1000) i
                """.formatted(person.id));
        Ledger.undo(person, 2).statusCode(422).body("code", equalTo("limit-reached"));
        Ledger.undo(person, 3).statusCode(201).body("count", equalTo(1000));
        Ledger.undo(person, 2).statusCode(201);
        person.get("/api/v1/bucketlists?count=true").body("total", equalTo(1));
    }

    /** Statements past the service make a change by themselves, one for each user. */
    @Test
    void whatIsDoneByHandIsAChangeToo() throws SQLException {
        String pizza = person.record("expense", "Pizza", "50", "");
        Person other = Person.signUp();
        String salary = other.record("income", "Salary", "100", "");
        var before = Ledger.everything(person);
        new Sql(database)
                .execute("update transaction set notes = 'checked' where id in ('%s', '%s')"
                        .formatted(id(pizza), id(salary)));
        for (Person owner : List.of(person, other)) {
            owner.get("/api/v1/changes?after=1")
                    .body("latest", equalTo(2))
                    .body("items[0].kind", equalTo("direct"))
                    .body("items[0].actor.type", equalTo("service"))
                    .body("items[0].items.op", equalTo(List.of("changed")));
        }
        Ledger.undo(person, 2).statusCode(201);
        assertEquals(before, Ledger.everything(person));
        new Sql(database)
                .execute("delete from transaction where user_id in ('%s', '%s')".formatted(person.id, other.id));
        Ledger.undo(person, 4).statusCode(201);
        assertEquals(before, Ledger.everything(person));
        new Sql(database).execute("delete from users where id = '%s'".formatted(other.id));
        assertEquals(
                "0", new Sql(database).text("select count(*) from feed_head where user_id = '%s'".formatted(other.id)));
    }

    /** A goal with thousands below it goes, and comes back, and is read as it was. */
    @Test
    void muchIsUndoneAtOnce() throws SQLException {
        String top = person.create("/api/v1/goals", "{'name': 'top'}");
        new Sql(database).execute("""
                insert into goal (id, user_id, parent_id, name, start_at, currency, version, created_at, updated_at)
                select uuidv7(), '%s', '%s', 'goal ' || i, now(), 'EUR', 0, now(), now() from generate_series(1, 5000) i;
                insert into contribution (id, user_id, goal_id, amount, currency, date, version, created_at, updated_at)
                select uuidv7(), user_id, id, 2, 'EUR', date '2026-11-20', 0, now(), now() from goal where parent_id = '%s'
                """.formatted(person.id, id(top), id(top)));
        String before = person.get("/api/v1/goals/tree").extract().asString();
        person.delete(top + "?cascade=true").statusCode(204).header("Change-Seq", "3");
        person.get("/api/v1/goals/tree").body("items.size()", equalTo(0));
        assertEquals(before, person.get("/api/v1/goals/tree?asOf=2").extract().asString());
        person.get("/api/v1/changes/3").body("count", equalTo(10_001)).body("items.size()", equalTo(25));
        Ledger.undo(person, 3).statusCode(201).body("count", equalTo(10_001));
        assertEquals(before, person.get("/api/v1/goals/tree").extract().asString());
        person.get(top).body("savedAmount", equalTo("10000.00"));
    }
}
