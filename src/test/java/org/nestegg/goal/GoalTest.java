package org.nestegg.goal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

@QuarkusTest
class GoalTest extends ApiTest {

    private static final String GOALS = "/api/v1/goals";
    private static final String NOBODYS = "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e";

    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
    }

    private String goal(String name, String parent) {
        return person.post(
                        GOALS,
                        "{'name': '%s', 'parentId': %s}".formatted(name, parent == null ? null : "'" + parent + "'"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String path(String id) {
        return GOALS + "/" + id;
    }

    @Test
    void aGoalIsSetWithItsDefaults() {
        Response created = json(person.request(), "{'name': ' A year off '}").post(GOALS);
        created.then()
                .statusCode(201)
                .header("Location", path(created.path("id")))
                .body("name", equalTo("A year off"))
                .body("parentId", nullValue())
                .body("start", not(nullValue()))
                .body("end", nullValue())
                .body("targetAmount", nullValue())
                .body("currency", equalTo("EUR"))
                .body("savedAmount", equalTo("0.00"))
                .body("progress", is(0))
                .body("childCount", is(0));
        assertEquals(
                created.asString(),
                person.get(created.header("Location")).extract().asString());
    }

    @Test
    void goalsNestAndCountTheirChildren() {
        String root = goal("root", null);
        String child = goal("child", root);
        goal("grandchild", child);
        goal("child 2", root);
        person.get(path(root)).body("childCount", is(2)).body("parentId", nullValue());
        person.get(path(child)).body("childCount", is(1)).body("parentId", equalTo(root));
        person.get(GOALS + "/tree")
                .statusCode(200)
                .body("items.name", contains("root"))
                .body("items[0].children.name", contains("child", "child 2"))
                .body("items[0].children[0].children.name", contains("grandchild"))
                .body("items[0].children[0].children[0].children", empty());
        person.get(path(child) + "/tree").body("name", equalTo("child")).body("children.name", contains("grandchild"));
    }

    @Test
    void theTreeIsCutByDepthAndStatus() {
        String root = goal("root", null);
        String child = goal("child", root);
        String leaf = goal("leaf", child);
        goal("other", null);
        person.get(GOALS + "/tree?depth=1")
                .body("items.name", contains("root", "other"))
                .body("items[0].children", empty());
        person.get(GOALS + "/tree?depth=2").body("items[0].children[0].children", empty());
        person.post(path(leaf) + "/complete", "{}").statusCode(200);
        person.get(GOALS + "/tree?status=done")
                .body("items.name", contains("root"))
                .body("items[0].children[0].children.name", contains("leaf"));
        person.get(GOALS + "/tree?status=active")
                .body("items.name", contains("root", "other"))
                .body("items[0].children[0].children", empty());
        person.get(GOALS + "/tree?depth=0").statusCode(422).body("errors.parameter", contains("depth"));
        person.get(GOALS + "/tree?status=x").statusCode(422).body("errors.parameter", contains("status"));
    }

    @Test
    void listsAreFlatAndFiltered() {
        String root = goal("Travel", null);
        goal("Alps", root);
        goal("Andes", root);
        person.post(path(root) + "/complete", "{}").statusCode(200);
        person.get(GOALS).body("items.name", contains("Andes", "Alps", "Travel"));
        person.get(GOALS + "?parentId=none").body("items.name", contains("Travel"));
        person.get(GOALS + "?parentId=" + root).body("items.name", contains("Andes", "Alps"));
        person.get(GOALS + "?status=done").body("items.name", contains("Travel"));
        person.get(GOALS + "?status=active&count=true&limit=1")
                .body("items.name", contains("Andes"))
                .body("total", is(2));
        person.get(GOALS + "?q=AL").body("items.name", contains("Alps"));
        person.get(GOALS + "?parentId=" + NOBODYS).body("items", empty());
        person.get(GOALS + "?parentId=x").statusCode(422).body("errors.parameter", contains("parentId"));
        List<String> names = new ArrayList<>();
        for (String next = GOALS + "?limit=2"; next != null; ) {
            var page = person.get(next).statusCode(200).extract();
            names.addAll(page.path("items.name"));
            next = page.path("next");
        }
        assertEquals(List.of("Andes", "Alps", "Travel"), names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'name': '' | /name | too-short",
                "'name': null | /name | required",
                "'name': 5 | /name | wrong-type",
                "'description': 5 | /description | wrong-type",
                "'parentId': 'x' | /parentId | wrong-type",
                "'parentId': '019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e' | /parentId | unknown-reference",
                "'start': 'yesterday' | /start | invalid-instant",
                "'start': '2026-11-20' | /start | invalid-instant",
                "'start': 5 | /start | wrong-type",
                "'start': '2026-02-30T00:00:00Z' | /start | invalid-instant",
                "'start': '0000-01-01T00:00:00Z' | /start | invalid-instant",
                "'start': '2026-01-02T00:00:00Z', 'end': '2026-01-01T00:00:00Z' | /end | before-start",
                "'targetAmount': 0 | /targetAmount | not-positive",
                "'targetAmount': -1 | /targetAmount | not-positive",
                "'targetAmount': '0.001' | /targetAmount | too-many-decimals",
                "'targetAmount': '1.5', 'currency': 'JPY' | /targetAmount | too-many-decimals",
                "'targetAmount': 1e13 | /targetAmount | out-of-range",
                "'currency': 'XXX' | /currency | unknown-currency",
                "'targetDate': '2026-02-30' | /targetDate | invalid-date",
                "'savedAmount': 5 | /savedAmount | unknown-field",
                "'progress': 1 | /progress | unknown-field"
            })
    void aBadFieldIsRefusedByName(String fields, String pointer, String code) {
        String name = fields.contains("'name'") ? "" : ", 'name': 'x'";
        person.post(GOALS, "{" + fields + name + "}")
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
        String goal = goal("there", null);
        person.patch(path(goal), "{" + fields + "}").statusCode(422).body("errors.pointer", contains(pointer));
    }

    @Test
    void anInstantMayHaveAnOffset() {
        person.post(GOALS, "{'name': 'x', 'start': '2026-11-20T22:13:00.1234567+02:00'}")
                .statusCode(201)
                .body("start", equalTo("2026-11-20T20:13:00.123456Z"));
    }

    @Test
    void namesAreUniqueAmongSiblings() {
        String root = goal("root", null);
        goal("child", root);
        person.post(GOALS, "{'name': 'root'}").statusCode(409).body("code", equalTo("goal-name-taken"));
        person.post(GOALS, "{'name': 'child', 'parentId': '%s'}".formatted(root))
                .statusCode(409);
        String elsewhere = goal("child", null);
        person.patch(path(elsewhere), "{'parentId': '%s'}".formatted(root)).statusCode(409);
        Person other = Person.signUp();
        other.create(GOALS, "{'name': 'root'}");
        List<Integer> race = Race.of(
                6, i -> json(person.request(), "{'name': 'race'}").post(GOALS).statusCode());
        assertEquals(1, race.stream().filter(s -> s == 201).count(), race.toString());
        assertEquals(5, race.stream().filter(s -> s == 409).count(), race.toString());
    }

    @Test
    void patchAndPutChangeAGoal() {
        String goal = goal("root", null);
        person.patch(path(goal), "{'description': 'd', 'targetAmount': '100', 'targetDate': '2030-01-01'}")
                .statusCode(200)
                .body("name", equalTo("root"))
                .body("targetAmount", equalTo("100.00"));
        person.patch(path(goal), "{'targetAmount': null}")
                .body("targetAmount", nullValue())
                .body("description", equalTo("d"));
        person.put(path(goal), "{'name': 'new'}")
                .statusCode(200)
                .body("name", equalTo("new"))
                .body("description", nullValue())
                .body("targetDate", nullValue())
                .body("start", not(nullValue()));
        person.patch(path(goal), "{'currency': 'JPY', 'targetAmount': 5}").body("targetAmount", equalTo("5"));
    }

    @Test
    void aGoalIsMovedWithWhatIsBelowIt() {
        String a = goal("a", null);
        String b = goal("b", null);
        String c = goal("c", a);
        goal("d", c);
        person.patch(path(c), "{'parentId': '%s'}".formatted(b)).statusCode(200).body("parentId", equalTo(b));
        person.get(path(b) + "/tree").body("children[0].children.name", contains("d"));
        person.get(path(a)).body("childCount", is(0));
        person.patch(path(c), "{'parentId': null}").statusCode(200).body("parentId", nullValue());
    }

    @Test
    void aGoalCannotBeMovedBelowItself() {
        String a = goal("a", null);
        String b = goal("b", a);
        String c = goal("c", b);
        for (String target : List.of(a, b, c)) {
            person.patch(path(a), "{'parentId': '%s'}".formatted(target))
                    .statusCode(409)
                    .body("code", equalTo("goal-cycle"));
        }
        person.patch(path(a), "{'parentId': '%s'}".formatted(NOBODYS)).statusCode(422);
        person.get(GOALS + "/tree").body("items.name", contains("a"));
    }

    @Test
    void racingMovesLeaveAForest() {
        for (int round = 0; round < 8; round++) {
            String a = goal("a" + round, null);
            String b = goal("b" + round, null);
            List<Integer> moves = Race.of(2, i -> i == 0 ? move(a, b) : move(b, a));
            assertEquals(List.of(200, 409), moves.stream().sorted().toList());
        }
        // Everybody below somebody else at once: whatever happens, each goal stays reachable from the top.
        List<String> goals = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            goals.add(goal("g" + i, null));
        }
        List<Integer> moves = Race.of(6, i -> move(goals.get(i), goals.get((i + 1) % 6)));
        assertEquals(5, moves.stream().filter(s -> s == 200).count(), moves.toString());
        assertEquals(1, moves.stream().filter(s -> s == 409).count(), moves.toString());
        String tree = person.get(GOALS + "/tree").extract().asString();
        goals.forEach(id -> assertTrue(tree.contains("\"id\":\"" + id), tree));
    }

    private int move(String goal, String below) {
        return person.patch(path(goal), "{'parentId': '%s'}".formatted(below))
                .extract()
                .statusCode();
    }

    @Test
    void aGoalWithSubgoalsGoesOnlyByCascade() {
        String root = goal("root", null);
        String child = goal("child", root);
        goal("leaf", child);
        person.delete(path(root)).statusCode(409).body("code", equalTo("goal-has-children"));
        person.delete(path(root) + "?cascade=maybe").statusCode(422);
        person.delete(path(child) + "?cascade=true").statusCode(204);
        person.get(path(root)).body("childCount", is(0));
        person.delete(path(root)).statusCode(204);
        person.get(GOALS).body("items", empty());
    }

    @Test
    void completingAndReopeningAreIdempotentAndMayCascade() {
        String root = goal("root", null);
        String child = goal("child", root);
        String end = person.request()
                .post(path(child) + "/complete")
                .then()
                .statusCode(200)
                .extract()
                .path("end");
        person.post(path(child) + "/complete", "{'end': '2099-01-01T00:00:00Z'}")
                .statusCode(200)
                .body("end", equalTo(end));
        person.get(path(root)).body("end", nullValue()).body("progress", is(1));
        person.post(path(root) + "/complete?cascade=true", "{'end': '2098-01-01T00:00:00Z'}")
                .statusCode(200)
                .body("end", equalTo("2098-01-01T00:00:00Z"));
        person.get(path(child)).body("end", equalTo(end));
        person.request()
                .post(path(root) + "/reopen?cascade=true")
                .then()
                .statusCode(200)
                .body("end", nullValue());
        person.get(path(child)).body("end", nullValue());
        person.request().post(path(root) + "/reopen").then().statusCode(200);
        person.post(path(root) + "/complete", "{'end': '2000-01-01T00:00:00Z'}")
                .statusCode(422)
                .body("errors.code", contains("before-start"));
        person.patch(path(root), "{'end': '2098-01-01T00:00:00Z'}")
                .statusCode(200)
                .body("progress", is(0));
    }

    @Test
    void completingDoesNotMoveAStartThatLiesAhead() {
        String root = person.post(GOALS, "{'name': 'now'}").extract().path("id");
        String goal = person.post(
                        GOALS, "{'name': 'later', 'start': '2098-01-01T00:00:00Z', 'parentId': '%s'}".formatted(root))
                .extract()
                .path("id");
        person.request()
                .post(path(root) + "/complete?cascade=true")
                .then()
                .statusCode(200)
                .body("progress", is(1));
        person.get(path(goal))
                .body("start", equalTo("2098-01-01T00:00:00Z"))
                .body("end", equalTo("2098-01-01T00:00:00Z"));
        person.patch(path(goal), "{'description': 'still fine'}").statusCode(200);
        person.post(GOALS, "{'name': 'long ago', 'end': '2020-01-01T00:00:00Z'}")
                .statusCode(201)
                .body("start", equalTo("2020-01-01T00:00:00Z"));
        person.patch(path(goal), "{'start': '2099-01-01T00:00:00Z'}")
                .statusCode(422)
                .body("errors.pointer", contains("/end"));
    }

    @Test
    void listsAndDeletionsMayRace() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 10; i++) {
                goal("g" + round + "-" + i, null);
            }
            List<String> ids = person.get(GOALS + "?limit=10").extract().path("items.id");
            List<Integer> answers = Race.of(
                    10,
                    i -> i % 2 == 0
                            ? person.request().get(GOALS + "?limit=100").statusCode()
                            : person.request().delete(path(ids.get(i))).statusCode());
            assertEquals(10, answers.stream().filter(s -> s == 200 || s == 204).count(), answers.toString());
        }
    }

    @Test
    void progressIsTheShareOfDoneGoalsBelow() {
        String root = goal("root", null);
        String a = goal("a", root);
        goal("b", root);
        String c = goal("c", a);
        person.post(path(c) + "/complete", "{}").statusCode(200).body("progress", is(1));
        assertEquals("0.3333", person.get(path(root)).extract().path("progress").toString());
        person.get(path(a)).body("progress", is(1));
    }

    @Test
    void anothersGoalDoesNotExist() {
        String goal = goal("mine", null);
        Person other = Person.signUp();
        other.get(path(goal)).statusCode(404);
        other.get(path(goal) + "/tree").statusCode(404);
        other.put(path(goal), "{'name': 'x'}").statusCode(404);
        other.patch(path(goal), "{}").statusCode(404);
        other.delete(path(goal)).statusCode(404);
        other.delete(path(goal) + "?cascade=true").statusCode(404);
        other.post(path(goal) + "/complete", "{}").statusCode(404);
        other.request().post(path(goal) + "/reopen").then().statusCode(404);
        other.get(path(goal) + "/contributions").statusCode(404);
        other.post(path(goal) + "/contributions", "{'amount': 1}").statusCode(404);
        other.post(GOALS, "{'name': 'x', 'parentId': '%s'}".formatted(goal))
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/parentId"));
        other.get(GOALS).body("items", hasSize(0));
        other.get(GOALS + "/tree").body("items", hasSize(0));
        person.get(path(goal)).body("name", equalTo("mine")).body("end", nullValue());
    }
}
