package org.nestegg.change;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

/** Undoing, looking back, and histories of single objects. */
@QuarkusTest
class UndoTest extends ApiTest {

    private static final String GOALS = "/api/v1/goals";
    private static final String LISTS = "/api/v1/bucketlists";

    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
    }

    private String goal(String name, String parent) {
        return person.create(
                GOALS,
                "{'name': '%s', 'parentId': %s}".formatted(name, parent == null ? null : "'" + id(parent) + "'"));
    }

    private void assertConflict(long seq, String type, String path, Long last) {
        var before = Ledger.everything(person);
        long latest = Ledger.latest(person);
        Ledger.undo(person, seq)
                .statusCode(409)
                .header("Change-Seq", nullValue())
                .body("code", equalTo("undo-conflict"))
                .body("conflicts.type", equalTo(List.of(type)))
                .body("conflicts.id", equalTo(List.of(id(path))))
                .body("conflicts[0].seq", last == null ? nullValue() : equalTo(last.intValue()));
        assertEquals(before, Ledger.everything(person));
        assertEquals(latest, Ledger.latest(person));
    }

    @Test
    void anUndoIsAChangeThatCanBeUndone() {
        String pizza = person.record("expense", "Pizza", "50", "'tags': ['a'], 'notes': 'b'");
        var first = Ledger.everything(person);
        person.delete(pizza).statusCode(204);
        var gone = Ledger.everything(person);
        Ledger.undo(person, 2)
                .statusCode(201)
                .header("Location", "/api/v1/changes/3")
                .header("Change-Seq", "3")
                .body("kind", equalTo("undoChange"))
                .body("undoes", equalTo(2))
                .body("items.op", equalTo(List.of("created")));
        assertEquals(first, Ledger.everything(person));
        person.get("/api/v1/changes/2").body("undoneBy", equalTo(3));
        Ledger.undo(person, 2).statusCode(409).body("code", equalTo("already-undone"));
        Ledger.undo(person, 3).statusCode(201).body("undoes", equalTo(3)).body("items.op", equalTo(List.of("deleted")));
        assertEquals(gone, Ledger.everything(person));
        Ledger.undo(person, 4).statusCode(201);
        assertEquals(first, Ledger.everything(person));
        Ledger.undo(person, 1).statusCode(201);
        person.get(pizza).statusCode(404);
        person.get(pizza + "/history")
                .body("items.seq", equalTo(List.of(6, 5, 4, 3, 2, 1)))
                .body("items.op", equalTo(List.of("deleted", "created", "deleted", "created", "deleted", "created")));
    }

    @Test
    void oneInTheMiddleIsUndoneAlone() {
        String pizza = person.record("expense", "Pizza", "50", "");
        String salary = person.record("income", "Salary", "1000", "");
        person.patch(pizza, "{'amount': 60}").statusCode(200);
        person.patch(salary, "{'description': 'Wages'}").statusCode(200);
        String goal = goal("A", null);
        person.create(goal + "/contributions", "{'amount': 5}");
        Ledger.undo(person, 3).statusCode(201);
        person.get(pizza).body("amount", equalTo("-50.00"));
        person.get(salary).body("description", equalTo("Wages"));
        // What has been undone since does not count: the object is as the change has left it.
        person.patch(salary, "{'amount': 2000}").statusCode(200);
        Ledger.undo(person, 8).statusCode(201);
        Ledger.undo(person, 4).statusCode(201);
        person.get(salary).body("description", equalTo("Salary")).body("amount", equalTo("1000.00"));
        // Nor do savings, which only follow.
        Ledger.undo(person, 6).statusCode(201);
        person.create(goal + "/contributions", "{'amount': 7}");
        person.get(goal).body("savedAmount", equalTo("7.00"));
    }

    @Test
    void whatWasChangedSinceIsNamed() {
        String pizza = person.record("expense", "Pizza", "50", "");
        person.patch(pizza, "{'amount': 60}").statusCode(200);
        person.patch(pizza, "{'amount': 70}").statusCode(200);
        assertConflict(2, "transaction", pizza, 3L);
        assertConflict(1, "transaction", pizza, 3L);
        person.delete(pizza);
        assertConflict(3, "transaction", pizza, 4L);
        assertConflict(1, "transaction", pizza, 4L);
    }

    @Test
    void whatStandsInTheWayIsNamed() {
        String a = goal("A", null);
        String b = goal("B", a); // 2
        assertConflict(1, "goal", b, 2L);
        String contribution = person.create(b + "/contributions", "{'amount': 5}"); // 3
        assertConflict(2, "contribution", contribution, 3L);
        person.patch(b, "{'name': 'C'}").statusCode(200); // 4
        String taken = goal("B", a); // 5
        assertConflict(4, "goal", taken, 5L);
        person.delete(taken).statusCode(204); // 6
        person.patch(b, "{'parentId': null}").statusCode(200); // 7
        person.delete(a).statusCode(204); // 8
        assertConflict(7, "goal", a, 8L);
        String list = person.create(LISTS, "{'name': 'L'}"); // 9
        String item = person.create(list + "/items", "{'name': 'I'}"); // 10
        assertConflict(9, "bucketlist-item", item, 10L);
        person.delete(item); // 11
        person.delete(list); // 12
        assertConflict(11, "bucketlist", list, 12L);
        String same = person.create(LISTS, "{'name': 'l'}"); // 13
        assertConflict(12, "bucketlist", same, 13L);
        String income = person.record("income", "Salary", "100", ""); // 14
        String other = person.create(
                b + "/contributions", "{'amount': 90, 'transactionId': '%s'}".formatted(id(income))); // 15
        assertConflict(14, "contribution", other, 15L);
    }

    /** What only the database knows of. */
    @Test
    void sumsStandInTheWayToo() {
        String goal = goal("A", null);
        String first = person.create(goal + "/contributions", "{'amount': 50}"); // 2
        person.post(goal + "/contributions", "{'amount': -20}").statusCode(201);
        assertConflict(2, "contribution", first, null);
        String income = person.record("income", "Salary", "100", ""); // 4
        person.patch(income, "{'amount': 200}").statusCode(200); // 5
        person.post(goal + "/contributions", "{'amount': 150, 'transactionId': '%s'}".formatted(id(income)))
                .statusCode(201);
        assertConflict(5, "transaction", income, null);
        String dollars = goal("B", null); // 7
        person.patch(dollars, "{'currency': 'USD'}").statusCode(200); // 8
        person.post(dollars + "/contributions", "{'amount': 1}").statusCode(201);
        assertConflict(8, "goal", dollars, null);
    }

    @Test
    void movesThatWouldMakeACircleAreRefused() {
        String a = goal("A", null);
        String b = goal("B", a); // 2
        person.patch(b, "{'parentId': null}").statusCode(200); // 3
        person.patch(a, "{'parentId': '%s'}".formatted(id(b))).statusCode(200); // 4
        assertConflict(3, "goal", b, null);
        Ledger.undo(person, 4).statusCode(201);
        Ledger.undo(person, 3).statusCode(201);
        person.get(b).body("parentId", equalTo(id(a)));
    }

    @Test
    void aPromotionIsUndoneWithItsGoal() {
        String list = person.create(LISTS, "{'name': 'L'}");
        String item = person.create(list + "/items", "{'name': 'I'}");
        var before = Ledger.everything(person);
        String goal = person.request()
                .post(item + "/promote")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        var promoted = Ledger.everything(person);
        person.request().post(goal + "/complete").then().statusCode(200);
        person.get("/api/v1/changes/4").body("items.type", equalTo(List.of("bucketlist-item", "goal")));
        var done = Ledger.everything(person);
        person.delete(goal).statusCode(204);
        person.get("/api/v1/changes/5").body("items.op", equalTo(List.of("changed", "deleted")));
        Ledger.undo(person, 5).statusCode(201);
        assertEquals(done, Ledger.everything(person));
        Ledger.undo(person, 4).statusCode(201);
        assertEquals(promoted, Ledger.everything(person));
        Ledger.undo(person, 3).statusCode(201);
        assertEquals(before, Ledger.everything(person));
    }

    /** An item comes back only to a goal that is done as it is. */
    @Test
    void anItemAndItsGoalStayInStep() {
        String list = person.create(LISTS, "{'name': 'L'}");
        String item = person.create(list + "/items", "{'name': 'I'}");
        String goal = person.request()
                .post(item + "/promote")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        person.delete(list).statusCode(204); // 4
        person.request().post(goal + "/complete").then().statusCode(200); // 5
        assertConflict(4, "bucketlist-item", item, null);
        Ledger.undo(person, 5).statusCode(201);
        Ledger.undo(person, 4).statusCode(201);
        person.request().post(goal + "/complete").then().statusCode(200);
        person.get(item).body("done", equalTo(true));
    }

    @Test
    void aReadTokenLooksAndUndoesNothing() {
        person.record("expense", "Pizza", "50", "");
        String token = person.post("/api/v1/me/tokens", "{'name': 'R', 'scope': 'read'}")
                .extract()
                .path("token");
        api().header("Authorization", "Bearer " + token)
                .get("/api/v1/changes/1")
                .then()
                .statusCode(200);
        api().header("Authorization", "Bearer " + token)
                .post("/api/v1/changes/1/undo")
                .then()
                .statusCode(403);
    }

    @Test
    void anObjectsHistoryIsKept() {
        String list = person.create(LISTS, "{'name': 'L'}");
        String item = person.create(list + "/items", "{'name': 'I'}");
        Object first = person.get(item).extract().path("");
        person.patch(item, "{'done': true}").statusCode(200);
        Object second = person.get(item).extract().path("");
        person.delete(list).statusCode(204);
        person.get(item + "/history?limit=2")
                .statusCode(200)
                .body("items.op", equalTo(List.of("deleted", "changed")))
                .body("items[0].object", nullValue())
                .body("items[1].object", equalTo(second));
        String next = person.get(item + "/history?limit=2").extract().path("next");
        person.get(next).body("items.op", equalTo(List.of("created"))).body("items[0].object", equalTo(first));
        person.get(list + "/history?count=true")
                .body("total", equalTo(2))
                .body("items[1].object.itemCount", equalTo(0));
        String goal = goal("G", null);
        person.post(goal + "/contributions", "{'amount': 5}");
        person.patch(goal, "{'targetAmount': 10}");
        goal("H", goal);
        person.patch(goal, "{'name': 'GG'}");
        person.get(goal + "/history")
                .body("items.object.savedAmount", equalTo(List.of("5.00", "5.00", "0.00")))
                .body("items.object.childCount", equalTo(List.of(1, 0, 0)))
                .body("items.object.name", equalTo(List.of("GG", "G", "G")));
        Person other = Person.signUp();
        other.get(goal + "/history").statusCode(404);
        person.get(GOALS + "/019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e/history").statusCode(404);
        String elsewhere = person.create(LISTS, "{'name': 'M'}");
        person.get(elsewhere + "/items/" + id(item) + "/history").statusCode(404);
        person.get(list + "/history").statusCode(200);
    }

    @Test
    void thePastIsFilteredAndSorted() {
        for (int i = 1; i <= 30; i++) {
            person.record(
                    "expense",
                    "t" + i,
                    String.valueOf(i),
                    "'date': '2026-11-%02d', 'tags': ['%s']".formatted(i, i % 2 == 0 ? "even" : "odd"));
        }
        String path = "/api/v1/transactions?asOf=30&tag=even&minAmount=-20&sort=amount&limit=4";
        List<String> before = pages(path);
        assertEquals(10, before.size());
        List<String> ids =
                person.get("/api/v1/transactions?limit=100").extract().path("items.id");
        for (int i = 0; i < 30; i += 3) {
            person.delete("/api/v1/transactions/" + ids.get(i));
            person.patch("/api/v1/transactions/" + ids.get(i + 1), "{'tags': [], 'amount': 1000}");
        }
        person.record("expense", "new", "2", "'tags': ['even']");
        assertEquals(before, pages(path));
        person.get("/api/v1/transactions?asOf=30&count=true&type=expense").body("total", equalTo(30));
        person.get("/api/v1/transactions?asOf=30&type=income&q=t").body("items", hasSize(0));
        person.request()
                .accept("text/csv")
                .get("/api/v1/transactions?asOf=30&sort=date")
                .then()
                .statusCode(200)
                .body(containsString("\"t1\",-1.00"));
        person.get("/api/v1/transactions?asOf=0").body("items", hasSize(0));
        person.get("/api/v1/transactions?asOf=52").statusCode(422).body("errors[0].parameter", equalTo("asOf"));
        person.get("/api/v1/transactions?asOf=-1").statusCode(422);
        person.get("/api/v1/goals/tree?asOf=x").statusCode(422);
        person.get("/api/v1/transactions/" + ids.get(0) + "?asOf=30")
                .statusCode(200)
                .body("description", equalTo("t30"));
        person.get("/api/v1/transactions/" + ids.get(0) + "?asOf=29").statusCode(404);
        person.get("/api/v1/transactions/" + ids.get(0)).statusCode(404);
    }

    private List<String> pages(String path) {
        List<String> seen = new ArrayList<>();
        for (String at = path; at != null; ) {
            var page = person.get(at).statusCode(200).extract();
            seen.addAll(page.<List<Object>>path("items").stream()
                    .map(Object::toString)
                    .toList());
            at = page.path("next");
        }
        return seen;
    }

    /** Of an undo and a change of the same object at once, whichever is first wins, and nothing is lost. */
    @Test
    void undoingRacesWithChanging() {
        for (int round = 0; round < 8; round++) {
            String pizza = person.record("expense", "Pizza", "50", "");
            person.patch(pizza, "{'amount': 60}").statusCode(200);
            long seq = Ledger.latest(person);
            List<Integer> statuses = Race.of(
                    6,
                    i -> i < 3
                            ? Ledger.undo(person, seq).extract().statusCode()
                            : person.patch(pizza, "{'notes': 'n%d'}".formatted(i))
                                    .extract()
                                    .statusCode());
            long undone = statuses.subList(0, 3).stream()
                    .filter(status -> status == 201)
                    .count();
            assertTrue(undone <= 1, statuses.toString());
            assertTrue(
                    statuses.subList(0, 3).stream().allMatch(status -> status == 201 || status == 409),
                    statuses.toString());
            assertEquals(List.of(200, 200, 200), statuses.subList(3, 6));
            person.get(pizza).body("amount", equalTo(undone == 1 ? "-50.00" : "-60.00"));
            assertEquals(seq + undone + 3, Ledger.latest(person));
        }
    }

    @Test
    void aCascadeOfManyComesBack() {
        String top = goal("top", null);
        List<String> level = new ArrayList<>(List.of(top));
        for (int i = 0; i < 30; i++) {
            String parent = level.get(i / 3);
            String child = goal("g" + i, parent);
            level.add(child);
            person.create(child + "/contributions", "{'amount': %d}".formatted(i + 1));
        }
        var before = Ledger.everything(person);
        long deleted = Ledger.seq(person.delete(top + "?cascade=true").statusCode(204));
        person.get("/api/v1/changes/" + deleted).body("count", equalTo(61));
        Ledger.undo(person, deleted).statusCode(201).body("count", equalTo(61)).body("items.op", hasItem("created"));
        assertEquals(before, Ledger.everything(person));
    }
}
