package org.nestegg.platform.condition;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.RawHttp;

@QuarkusTest
class ConditionTest extends ApiTest {

    private static final String STALE = "\"c3RhbGU\"";

    /** Each kind of object that is single, how it is made and what of it can be changed. */
    enum Kind {
        ME("", "", "{'name': '%s'}", "{'name': '%s'}"),
        TRANSACTION(
                "/api/v1/transactions",
                "{'type': 'expense', 'description': 'Pizza', 'amount': '50'}",
                "{'description': '%s'}",
                "{'type': 'expense', 'description': '%s', 'amount': '50'}"),
        GOAL("/api/v1/goals", "{'name': 'A year off'}", "{'name': '%s'}", "{'name': '%s'}"),
        BUCKETLIST("/api/v1/bucketlists", "{'name': 'Wishes'}", "{'name': '%s'}", "{'name': '%s'}"),
        ITEM("/items", "{'name': 'A wish'}", "{'name': '%s'}", "{'name': '%s'}");

        final String collection;
        final String body;
        final String patch;
        final String replacement;

        Kind(String collection, String body, String patch, String replacement) {
            this.collection = collection;
            this.body = body;
            this.patch = patch;
            this.replacement = replacement;
        }

        /** The path of a new object of the kind. */
        String make(Person person) {
            if (this == ME) {
                return "/api/v1/me";
            }
            String path = this == ITEM ? BUCKETLIST.make(person) + collection : collection;
            Response answer = person.post(path, body).statusCode(201).extract().response();
            assertEquals(answer.header("ETag"), tag(person, answer.header("Location")));
            return answer.header("Location");
        }
    }

    private static String tag(Person person, String path) {
        return person.get(path)
                .statusCode(200)
                .header("ETag", matchesPattern("\"[\\w-]{22}\""))
                .header("Cache-Control", "private, no-cache")
                .extract()
                .header("ETag");
    }

    private static RequestSpecification patch(Person person, String body) {
        return json(person.request(), body).contentType("application/merge-patch+json");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKnownIsNotSentAgain(Kind kind) {
        Person person = Person.signUp();
        String path = kind.make(person);
        String tag = tag(person, path);
        for (String known : List.of(tag, "W/" + tag, STALE + ", " + tag, "*", STALE + "," + tag + ",\"x\"")) {
            for (String method : List.of("GET", "HEAD")) {
                person.request()
                        .header("If-None-Match", known)
                        .request(method, path)
                        .then()
                        .statusCode(304)
                        .header("ETag", tag)
                        .header("Cache-Control", "private, no-cache")
                        .body(equalTo(""));
            }
        }
        for (String unknown : List.of(STALE, "nonsense", "", tag.replace("\"", ""))) {
            person.request()
                    .header("If-None-Match", unknown)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", tag);
        }
        person.request().header("If-None-Match", STALE, tag).get(path).then().statusCode(304);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOnConditionTakesOnlyWhatIsThere(Kind kind) {
        Person person = Person.signUp();
        String path = kind.make(person);
        String first = tag(person, path);
        for (String stale : List.of(STALE, "W/" + first, "nonsense", "\"" + first, first.replace("\"", ""))) {
            patch(person, kind.patch.formatted("Lost"))
                    .header("If-Match", stale)
                    .patch(path)
                    .then()
                    .statusCode(412)
                    .body("code", equalTo("precondition-failed"));
        }
        person.request().header("If-Match", STALE).delete(path).then().statusCode(412);
        person.request().header("If-Match", STALE).get(path).then().statusCode(412);
        patch(person, kind.patch.formatted("Lost"))
                .header("If-None-Match", "*")
                .patch(path)
                .then()
                .statusCode(412);
        assertEquals(first, tag(person, path));

        String second = patch(person, kind.patch.formatted("Kept"))
                .header("If-Match", STALE + ", " + first)
                .patch(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertNotEquals(first, second);
        assertEquals(second, tag(person, path));
        person.request().header("If-Match", first).delete(path).then().statusCode(412);
        if (kind != Kind.ME) {
            json(person.request(), kind.replacement.formatted("Lost"))
                    .header("If-Match", first)
                    .put(path)
                    .then()
                    .statusCode(412);
            second = json(person.request(), kind.replacement.formatted("Replaced"))
                    .header("If-Match", second)
                    .put(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("ETag");
        }
        patch(person, kind.patch.formatted("Whatever it is"))
                .header("If-Match", "*")
                .patch(path)
                .then()
                .statusCode(200);
        person.request()
                .header("If-Match", tag(person, path))
                .delete(path)
                .then()
                .statusCode(204);
    }

    /** A condition does not tell whether something that is not the caller's exists. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ME")
    void whatIsNotThereIsNotFoundWhateverTheCondition(Kind kind) {
        String path = kind.make(Person.signUp());
        Person other = Person.signUp();
        for (String condition : List.of("If-Match", "If-None-Match")) {
            other.request().header(condition, "*").get(path).then().statusCode(404);
            other.request().header(condition, "*").delete(path).then().statusCode(404);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofFiftyWritersWithTheSameTagOneWins(Kind kind) {
        Person person = Person.signUp();
        String path = kind.make(person);
        String tag = tag(person, path);
        List<Integer> statuses = Race.of(
                50,
                i -> patch(person, kind.patch.formatted("Writer " + i))
                        .header("If-Match", tag)
                        .patch(path)
                        .statusCode());
        assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
        assertEquals(49, Collections.frequency(statuses, 412), statuses.toString());
    }

    /** Of a deletion on condition and something new below, the one that comes second sees the other. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/bucketlists, /items, {'name': 'A wish'}",
        "/api/v1/goals, /contributions, {'amount': 5}",
        "/api/v1/goals, '', {'name': 'A subgoal'}"
    })
    void nothingIsDeletedThatTheTagDoesNotKnowOf(String collection, String below, String body) {
        Person person = Person.signUp();
        for (int round = 0; round < 20; round++) {
            String path = person.create(collection, "{'name': 'Round %d'}".formatted(round));
            String tag = tag(person, path);
            String child = below.isEmpty() ? body.replace("}", ", 'parentId': '%s'}".formatted(id(path))) : body;
            List<Integer> statuses = Race.of(
                    2,
                    i -> i == 0
                            ? person.request()
                                    .header("If-Match", tag)
                                    .delete(path)
                                    .statusCode()
                            : json(person.request(), child)
                                    .post(below.isEmpty() ? collection : path + below)
                                    .statusCode());
            assertTrue(statuses.getFirst() == 204 != (statuses.getLast() == 201), statuses + " in round " + round);
        }
    }

    @Test
    void aNewPasswordAndTheEndOfAGoalMayBeConditionalToo() {
        Person person = Person.signUp();
        String passwords =
                "{'currentPassword': '%s', 'newPassword': 'another horse battery'}".formatted(Person.PASSWORD);
        json(person.request(), passwords)
                .header("If-Match", STALE)
                .put("/api/v1/me/password")
                .then()
                .statusCode(412);
        json(person.request(), passwords)
                .header("If-Match", tag(person, "/api/v1/me"))
                .put("/api/v1/me/password")
                .then()
                .statusCode(204);
        String goal = Kind.GOAL.make(person);
        for (String act : List.of("/complete", "/reopen")) {
            person.request().header("If-Match", STALE).post(goal + act).then().statusCode(412);
            person.request()
                    .header("If-Match", tag(person, goal))
                    .post(goal + act)
                    .then()
                    .statusCode(200);
        }
    }

    /** Each changes a field of its own: whoever is told 200 finds the change in the end. */
    @Test
    void writersWithoutATagDoNotUndoOneAnother() {
        Person person = Person.signUp();
        String path = Kind.TRANSACTION.make(person);
        List<String> patches = List.of(
                "{'description': 'Lunch'}",
                "{'amount': '51'}",
                "{'category': 'food'}",
                "{'tags': ['a']}",
                "{'notes': 'n'}",
                "{'date': '2026-01-02'}");
        for (int round = 0; round < 5; round++) {
            person.patch(
                            path,
                            "{'description': 'x', 'amount': 1, 'category': null, 'tags': null, 'notes': null, 'date': '2026-01-01'}")
                    .statusCode(200);
            Race.of(patches.size(), i -> person.patch(path, patches.get(i)).statusCode(200));
            person.get(path)
                    .body("description", equalTo("Lunch"))
                    .body("amount", equalTo("-51.00"))
                    .body("category", equalTo("food"))
                    .body("tags", equalTo(List.of("a")))
                    .body("notes", equalTo("n"))
                    .body("date", equalTo("2026-01-02"));
        }
    }

    @Test
    void aGoalsTagChangesWithAllThatIsBelowIt() {
        Person person = Person.signUp();
        String top = Kind.GOAL.make(person);
        String tree = top + "/tree";
        String before = tag(person, top);
        String treeBefore = tag(person, tree);
        String child = person.create("/api/v1/goals", "{'name': 'Visa', 'parentId': '%s'}".formatted(id(top)));
        String withChild = changed(person, top, before);
        String treeWithChild = changed(person, tree, treeBefore);
        Response contribution = person.post(child + "/contributions", "{'amount': 5}")
                .statusCode(201)
                .extract()
                .response();
        String withSavings = changed(person, top, withChild);
        changed(person, tree, treeWithChild);
        person.post(child + "/complete", "").statusCode(200).header("ETag", equalTo(tag(person, child)));
        String withDone = changed(person, top, withSavings);

        String path = contribution.header("Location");
        person.request().header("If-Match", STALE).delete(path).then().statusCode(412);
        person.request()
                .header("If-Match", contribution.header("ETag"))
                .delete(path)
                .then()
                .statusCode(204);
        changed(person, top, withDone);
        patch(person, "{'name': 'Lost'}")
                .header("If-Match", withDone)
                .patch(top)
                .then()
                .statusCode(412);
    }

    @Test
    void aListsTagChangesWithItsItems() {
        Person person = Person.signUp();
        String item = Kind.ITEM.make(person);
        String list = item.substring(0, item.indexOf("/items"));
        String before = tag(person, list);
        person.patch(item, "{'name': 'Another wish'}").statusCode(200);
        assertEquals(before, tag(person, list));
        person.patch(item, "{'done': true}").statusCode(200);
        String done = changed(person, list, before);
        person.delete(item).statusCode(204);
        changed(person, list, done);
    }

    private static String changed(Person person, String path, String before) {
        String now = tag(person, path);
        assertNotEquals(before, now);
        return now;
    }

    /** The tag names the bytes: it would not be true of compressed ones. */
    @Test
    void whatIsTaggedIsNotCompressed() {
        Person person = Person.signUp();
        person.patch("/api/v1/me", "{'name': '%s'}".formatted("x".repeat(100))).statusCode(200);
        Response answer = person.request().header("Accept-Encoding", "gzip").get("/api/v1/me");
        assertTrue(List.of("identity", "null").contains(String.valueOf(answer.header("Content-Encoding"))));
        assertEquals(tag(person, "/api/v1/me"), answer.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/transactions",
                "/api/v1/goals/tree",
                "/api/v1/categories",
                "/api/v1/goals/019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e",
                "/api/v1/nowhere",
                "/problems/not-found"
            })
    void nothingOfTheApiIsKeptByOthers(String path) {
        Person.signUp().get(path).header("Cache-Control", "private, no-cache");
        api().get(path).then().header("Cache-Control", "private, no-cache");
    }

    /** A client that joins paths without care is understood. */
    @Test
    void norWhatIsSpelledInAnotherWay() throws IOException {
        RawHttp.Answer answer = RawHttp.send(
                        "GET //api/v1/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                                + Person.signUp().authorization().get("Authorization") + "\r\n\r\n")
                .getFirst();
        assertEquals(200, answer.status(), answer::head);
        assertEquals(Optional.of("private, no-cache"), answer.header("Cache-Control"));
    }

    @Test
    void norWhatIsRefusedAtTheDoor() {
        String own = "private, no-cache";
        api().get("/api/v1/me?" + "x".repeat(9_000)).then().statusCode(414).header("Cache-Control", own);
        api().header("X", "x".repeat(17_000))
                .get("/api/v1/me")
                .then()
                .statusCode(431)
                .header("Cache-Control", own);
        raw(api(), "application/json", new byte[2_000_000])
                .post("/api/v1/goals")
                .then()
                .statusCode(413)
                .header("Cache-Control", own);
    }

    @Test
    void tokensAreNotKeptAtAll() {
        Person person = Person.signUp();
        json("{'email': '%s', 'password': '%s'}".formatted(person.email, Person.PASSWORD))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");
        // Nor by another name.
        RestAssured.given()
                .contentType("application/json")
                .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(person.email, Person.PASSWORD))
                .urlEncodingEnabled(false)
                .post("/api/docs/%2e%2e/v1/auth/login")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", startsWith("default-src 'none'"));
    }

    @Test
    void theHeadOfAnObjectIsThatOfItsGet() {
        Person person = Person.signUp();
        for (Kind kind : List.of(Kind.ME, Kind.TRANSACTION, Kind.GOAL, Kind.ITEM)) {
            String path = kind.make(person);
            Response get = person.request().get(path);
            Response head = person.request().head(path);
            assertEquals(200, head.statusCode());
            assertEquals("", head.asString());
            for (String header : List.of("ETag", "Content-Type", "Cache-Control")) {
                assertEquals(get.header(header), head.header(header), header);
            }
        }
    }
}
