package org.nestegg.change;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

/** What requests leave in the ledger, and how it is read. */
@QuarkusTest
class ChangeTest extends ApiTest {

    private static final String CHANGES = "/api/v1/changes";
    private static final String PIZZA = "{'description': 'Pizza', 'amount': 50}";

    @Test
    void eachRequestThatChangesSomethingIsOneChange() {
        Person person = Person.signUp();
        person.get(CHANGES)
                .statusCode(200)
                .body("items", hasSize(0))
                .body("next", nullValue())
                .body("latest", equalTo(0));
        Response pizza = person.post("/api/v1/expenses", PIZZA)
                .statusCode(201)
                .header("Change-Seq", "1")
                .extract()
                .response();
        person.patch(pizza.header("Location"), "{'amount': 60}").statusCode(200).header("Change-Seq", "2");
        person.delete(pizza.header("Location")).statusCode(204).header("Change-Seq", "3");
        person.get(CHANGES)
                .statusCode(200)
                .body("latest", equalTo(3))
                .body("items.seq", equalTo(List.of(1, 2, 3)))
                .body("items.kind", equalTo(List.of("createExpense", "patchTransaction", "deleteTransaction")))
                .body("items.items.op.flatten()", equalTo(List.of("created", "changed", "deleted")))
                .body("items.items.type.flatten().unique()", equalTo(List.of("transaction")))
                .body("items.items.id.flatten().unique()", equalTo(List.of(pizza.<String>path("id"))))
                .body("items.count", equalTo(List.of(1, 1, 1)))
                .body("items[0].actor.type", equalTo("session"))
                .body("items[0].actor.id", notNullValue())
                .body("items[0].undoneBy", nullValue());
    }

    @Test
    void whatChangesNothingIsNoChange() {
        Person person = Person.signUp();
        String pizza = person.record("expense", "Pizza", "50", "'date': '2026-11-20'");
        String goal = person.create("/api/v1/goals", "{'name': 'A'}");
        person.patch(pizza, "{'amount': -50}").statusCode(200).header("Change-Seq", nullValue());
        person.patch(pizza, "{'amount': 0}").statusCode(422).header("Change-Seq", nullValue());
        person.post("/api/v1/goals", "{'name': 'A'}").statusCode(409).header("Change-Seq", nullValue());
        person.request().post(goal + "/reopen").then().statusCode(200).header("Change-Seq", nullValue());
        person.request()
                .header("Idempotency-Key", "again")
                .post(goal + "/reopen")
                .then()
                .statusCode(200)
                .header("Change-Seq", nullValue());
        person.request().post("/api/v1/me").then().header("Change-Seq", nullValue());
        person.patch("/api/v1/me", "{'name': 'Luis'}").statusCode(200).header("Change-Seq", nullValue());
        assertEquals(2, Ledger.latest(person));
        person.record("expense", "Pizza", "50", "");
        person.get(CHANGES).body("items.seq", equalTo(List.of(1, 2, 3)));
    }

    @Test
    void aBatchAndACascadeAreOneChangeEach() {
        Person person = Person.signUp();
        String entries =
                String.join(",", Collections.nCopies(120, "{'type': 'expense', 'description': 'x', 'amount': 1}"));
        person.post("/api/v1/transactions/batch", "{'create': [%s]}".formatted(entries))
                .statusCode(200)
                .header("Change-Seq", "1");
        person.get(CHANGES)
                .body("items[0].count", equalTo(120))
                .body("items[0].items", hasSize(100))
                .body("items[0].kind", equalTo("changeTransactions"));
        String top = person.post("/api/v1/goals", "{'name': 'A'}").extract().path("id");
        person.post("/api/v1/goals", "{'name': 'B', 'parentId': '%s'}".formatted(top));
        person.create("/api/v1/goals/" + top + "/contributions", "{'amount': 5}");
        person.delete("/api/v1/goals/" + top + "?cascade=true").statusCode(204).header("Change-Seq", "5");
        person.get(CHANGES + "?after=4")
                .body("items[0].count", equalTo(3))
                .body("items[0].items.op.unique()", equalTo(List.of("deleted")))
                .body("items[0].items.type", equalTo(List.of("contribution", "goal", "goal")));
    }

    /** A goal whose savings alone have changed is no item. */
    @Test
    void whatFollowsIsNoItem() {
        Person person = Person.signUp();
        String income = person.record("income", "Salary", "100", "");
        String goal = person.create("/api/v1/goals", "{'name': 'A'}");
        String contribution =
                person.create(goal + "/contributions", "{'amount': 5, 'transactionId': '%s'}".formatted(id(income)));
        person.delete(contribution).statusCode(204);
        person.get(CHANGES + "?after=2")
                .body("items.items.type", equalTo(List.of(List.of("contribution"), List.of("contribution"))))
                .body("items.items.op", equalTo(List.of(List.of("created"), List.of("deleted"))));
    }

    @Test
    void aReplayTellsOfTheFirstChange() {
        Person person = Person.signUp();
        for (String replayed : new String[] {null, "true"}) {
            json(person.request(), PIZZA)
                    .header("Idempotency-Key", "k")
                    .post("/api/v1/expenses")
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", replayed == null ? nullValue() : equalTo(replayed))
                    .header("Change-Seq", "1");
        }
        assertEquals(1, Ledger.latest(person));
    }

    @Test
    void aTokenIsNamed() {
        Person person = Person.signUp();
        Response token = person.post("/api/v1/me/tokens", "{'name': 'Robot', 'scope': 'write'}")
                .extract()
                .response();
        json(api().header("Authorization", "Bearer " + token.path("token")), PIZZA)
                .post("/api/v1/expenses")
                .then()
                .statusCode(201);
        person.get(CHANGES)
                .body("items[0].actor.type", equalTo("token"))
                .body("items[0].actor.id", equalTo(token.<String>path("id")))
                .body("items[0].actor.name", equalTo("Robot"));
    }

    @Test
    void changesAreReadInPages() {
        Person person = Person.signUp();
        for (int i = 0; i < 7; i++) {
            person.post("/api/v1/expenses", PIZZA);
        }
        String path = CHANGES + "?limit=3&kind=createExpense";
        List<Integer> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        while (path != null) {
            Response page = person.get(path)
                    .statusCode(200)
                    .body("latest", equalTo(7))
                    .extract()
                    .response();
            seen.addAll(page.path("items.seq"));
            sizes.add(page.path("items.size()"));
            path = page.path("next");
            assertEquals(path == null ? null : "<" + path + ">; rel=\"next\"", page.header("Link"));
        }
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), seen);
        assertEquals(List.of(3, 3, 1), sizes);
        person.get(CHANGES + "?after=7").body("items", hasSize(0)).body("next", nullValue());
    }

    @Test
    void changesAreOfAKindOrATypeOnRequest() {
        Person person = Person.signUp();
        person.post("/api/v1/expenses", PIZZA);
        String list = person.create("/api/v1/bucketlists", "{'name': 'A'}");
        String item = person.create(list + "/items", "{'name': 'B'}");
        person.create(item + "/promote", "{}");
        person.delete(list).statusCode(204);
        person.get(CHANGES + "?type=goal").body("items.seq", equalTo(List.of(4)));
        person.get(CHANGES + "?type=bucketlist-item").body("items.seq", equalTo(List.of(3, 4, 5)));
        person.get(CHANGES + "?type=bucketlist-item&after=3&kind=deleteBucketlist")
                .body("items.seq", equalTo(List.of(5)))
                .body("items[0].items.type", equalTo(List.of("bucketlist", "bucketlist-item")));
        person.get(CHANGES + "?kind=createIncome").body("items", hasSize(0)).body("next", nullValue());
        person.get(CHANGES + "?type=money")
                .statusCode(422)
                .body("errors[0].parameter", equalTo("type"))
                .body("errors[0].message", containsString("bucketlist-item"));
    }

    @Test
    void aChangeShowsItsObjectsBeforeAndAfter() {
        Person person = Person.signUp();
        String goal = person.create("/api/v1/goals", "{'name': 'A'}");
        person.post("/api/v1/goals", "{'name': 'B', 'parentId': '%s'}".formatted(id(goal)));
        person.post(goal + "/contributions", "{'amount': 5}");
        Object before = person.get(goal).extract().path("");
        person.patch(goal, "{'targetAmount': 10}").statusCode(200);
        Object after = person.get(goal).extract().path("");
        person.post(goal + "/contributions", "{'amount': 5}");
        person.delete(goal + "?cascade=true").statusCode(204);
        person.get(CHANGES + "/4")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].op", equalTo("changed"))
                .body("items[0].before", equalTo(before))
                .body("items[0].after", equalTo(after))
                .body("next", nullValue());
        person.get(CHANGES + "/1")
                .body("items[0].before", nullValue())
                .body("items[0].after.savedAmount", equalTo("0.00"));
        Response deleted = person.get(CHANGES + "/6?limit=2")
                .body("items", hasSize(2))
                .extract()
                .response();
        assertEquals("<" + deleted.path("next") + ">; rel=\"next\"", deleted.header("Link"));
        Response rest =
                person.get(deleted.path("next")).statusCode(200).extract().response();
        assertEquals(4, rest.<Integer>path("count"));
        assertEquals(2, rest.<Integer>path("items.size()"));
        assertNull(rest.path("next"));
        assertNull(rest.path("items[1].after"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2", "x", "01", "1.0", "99999999999999999999", "%20", "9223372036854775807"})
    void aChangeThatThereIsNotIsNotFound(String seq) {
        Person person = Person.signUp();
        person.post("/api/v1/expenses", PIZZA);
        person.request()
                .urlEncodingEnabled(false)
                .get(CHANGES + "/" + seq)
                .then()
                .statusCode(404);
        person.request()
                .urlEncodingEnabled(false)
                .post(CHANGES + "/" + seq + "/undo")
                .then()
                .statusCode(404);
        assertEquals(1, Ledger.latest(person));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=-1",
                "after=x",
                "after=1234567890123456789",
                "limit=0",
                "limit=101",
                "type=x",
                "before=2026-01-01"
            })
    void whatIsAskedForMustMakeSense(String query) {
        Person.signUp().get(CHANGES + "?" + query).statusCode(422);
    }

    @Test
    void nobodySeesTheChangesOfOthers() {
        Person person = Person.signUp();
        Person other = Person.signUp();
        person.post("/api/v1/expenses", PIZZA);
        other.get(CHANGES + "/1").statusCode(404);
        Ledger.undo(other, 1).statusCode(404);
        other.get(CHANGES).body("items", hasSize(0)).body("latest", equalTo(0));
    }

    /** Whoever writes at once is counted one after the other, without a gap, also where some are refused. */
    @Test
    void manyAtOnceAreCountedWithoutGaps() {
        Person person = Person.signUp();
        String goal = person.create("/api/v1/goals", "{'name': 'A'}");
        List<List<Long>> seqs = Race.of(16, i -> {
            List<Long> made = new ArrayList<>();
            for (int round = 0; round < 6; round++) {
                Response answer = switch ((i + round) % 4) {
                    case 0 -> person.post("/api/v1/expenses", PIZZA).extract().response();
                    case 1 ->
                        person.post("/api/v1/goals", "{'name': 'A'}").extract().response();
                    case 2 ->
                        person.post(goal + "/contributions", "{'amount': 5}")
                                .extract()
                                .response();
                    default ->
                        person.patch(goal, "{'description': '%d %d'}".formatted(i, round))
                                .extract()
                                .response();
                };
                if (answer.header("Change-Seq") != null) {
                    made.add(Long.valueOf(answer.header("Change-Seq")));
                } else {
                    assertEquals(409, answer.statusCode());
                }
            }
            return made;
        });
        seqs.forEach(made -> assertEquals(made.stream().sorted().toList(), made));
        List<Long> all = seqs.stream().flatMap(List::stream).sorted().toList();
        assertEquals(LongStream.rangeClosed(2, 16 * 6 * 3 / 4 + 1).boxed().toList(), all);
        List<String> at = new ArrayList<>();
        String path = CHANGES + "?limit=100";
        at.addAll(person.get(path).extract().path("items.at"));
        assertEquals(
                at.stream().map(java.time.Instant::parse).sorted().toList(),
                at.stream().map(java.time.Instant::parse).toList());
        assertEquals(all.size() + 1, at.size());
    }

    @Test
    void whatWasBeforeADayCanBeForgotten() {
        Person person = Person.signUp();
        String pizza = person.record("expense", "Pizza", "50", "");
        person.patch(pizza, "{'amount': 60}");
        String tomorrow = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(2).toString();
        person.delete(CHANGES + "?before=2020-01-01").statusCode(204);
        person.get(CHANGES).body("items", hasSize(2));
        person.delete(CHANGES + "?before=" + tomorrow).statusCode(204).header("Change-Seq", nullValue());
        person.get(CHANGES).body("items", hasSize(0)).body("latest", equalTo(2)).body("next", nullValue());
        person.get(CHANGES + "?after=1").statusCode(410).body("code", equalTo("no-longer-kept"));
        person.get(CHANGES + "?after=2").statusCode(200);
        person.get(CHANGES + "/2").statusCode(410);
        person.get(CHANGES + "/3").statusCode(404);
        Ledger.undo(person, 2)
                .statusCode(409)
                .body("code", equalTo("no-longer-kept"))
                .body("status", equalTo(409));
        person.get("/api/v1/transactions?asOf=1").statusCode(410);
        person.get("/api/v1/transactions?asOf=2").statusCode(200).body("items", hasSize(1));
        person.get(pizza + "/history").statusCode(200).body("items", hasSize(0));
        person.patch(pizza, "{'amount': 70}").header("Change-Seq", "3");
        person.get(pizza + "?asOf=2").body("amount", equalTo("-60.00"));
        person.delete(CHANGES).statusCode(422).body("errors[0].parameter", equalTo("before"));
        person.delete(CHANGES + "?before=tuesday").statusCode(422);
        String token = person.post("/api/v1/me/tokens", "{'name': 'Robot', 'scope': 'write'}")
                .extract()
                .path("token");
        api().header("Authorization", "Bearer " + token)
                .delete(CHANGES + "?before=" + tomorrow)
                .then()
                .statusCode(403);
        assertTrue(person.get(CHANGES).extract().<Integer>path("items.size()") == 1);
    }
}
