package org.nestegg.bucketlist;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

@QuarkusTest
class BucketlistTest extends ApiTest {

    private static final String LISTS = "/api/v1/bucketlists";

    private Person person;
    private String list;
    private String items;

    @BeforeEach
    void beginList() {
        person = Person.signUp();
        list = person.create(LISTS, "{'name': 'Before I am forty'}");
        items = list + "/items";
    }

    private String item(String body) {
        return person.create(items, body);
    }

    @Test
    void aListCountsItsItems() {
        person.get(list).body("itemCount", is(0)).body("doneCount", is(0));
        item("{'name': 'Northern lights'}");
        item("{'name': 'A marathon', 'done': true}");
        person.get(list).statusCode(200).body("itemCount", is(2)).body("doneCount", is(1));
        person.get(LISTS).body("items[0].itemCount", is(2)).body("items[0].doneCount", is(1));
        person.patch(list, "{'name': 'Before I am fifty'}").statusCode(200).body("itemCount", is(2));
        person.put(list, "{'name': 'Some day'}").statusCode(200).body("name", equalTo("Some day"));
        person.delete(list).statusCode(204);
        person.get(list).statusCode(404);
        person.get(items).statusCode(404);
    }

    @Test
    void namesOfListsAreUniqueWithoutCase() {
        person.post(LISTS, "{'name': 'BEFORE i am forty'}")
                .statusCode(409)
                .body("code", equalTo("bucketlist-name-taken"));
        String other = person.create(LISTS, "{'name': 'Other'}");
        person.patch(other, "{'name': 'before I am FORTY'}").statusCode(409);
        person.patch(other, "{'name': 'OTHER'}").statusCode(200);
        Person.signUp().create(LISTS, "{'name': 'Before I am forty'}");
        List<Integer> race = Race.of(
                6, i -> json(person.request(), "{'name': 'race'}").post(LISTS).statusCode());
        assertEquals(1, race.stream().filter(s -> s == 201).count(), race.toString());
    }

    @Test
    void listsAndItemsAreSearchedAndPagedNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            person.create(LISTS, "{'name': 'List %d'}".formatted(i));
            item("{'name': 'Item %d', 'description': 'number %d', 'done': %s}".formatted(i, i, i % 2 == 0));
        }
        person.get(LISTS + "?q=LIST&limit=2&count=true")
                .body("items.name", contains("List 5", "List 4"))
                .body("total", is(5));
        String next = person.get(LISTS + "?q=LIST&limit=3").extract().path("next");
        person.get(next).body("items.name", contains("List 2", "List 1")).body("next", nullValue());
        person.get(items).body("items.name", contains("Item 5", "Item 4", "Item 3", "Item 2", "Item 1"));
        person.get(items + "?done=true").body("items.name", contains("Item 4", "Item 2"));
        person.get(items + "?done=false&q=NUMBER 3").body("items.name", contains("Item 3"));
        person.get(items + "?done=x")
                .statusCode(422)
                .body("errors.parameter", contains("done"))
                .body("errors.code", contains("not-one-of"));
        String page = person.get(items + "?limit=3&count=true")
                .body("total", is(5))
                .extract()
                .path("next");
        person.get(page).body("items.name", contains("Item 2", "Item 1"));
    }

    @Test
    void settingDoneSetsDoneAtAndUnsettingClearsIt() {
        String item = item("{'name': 'A marathon'}");
        person.get(item).body("done", is(false)).body("doneAt", nullValue());
        String doneAt = person.patch(item, "{'done': true}")
                .statusCode(200)
                .body("done", is(true))
                .extract()
                .path("doneAt");
        person.patch(item, "{'name': 'Two marathons'}").body("doneAt", equalTo(doneAt));
        person.put(item, "{'name': 'Two marathons', 'done': true}").body("doneAt", equalTo(doneAt));
        person.put(item, "{'name': 'Two marathons'}").body("done", is(false)).body("doneAt", nullValue());
        person.delete(item).statusCode(204);
        person.get(item).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'name': '' | /name | too-short",
                "'name': null | /name | required",
                "'name': 'x', 'done': 'yes' | /done | wrong-type",
                "'name': 'x', 'done': 1 | /done | wrong-type",
                "'name': 'x', 'doneAt': null | /doneAt | unknown-field",
                "'name': 'x', 'goalId': '019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e' | /goalId | unknown-field",
                "'name': 'x', 'description': [] | /description | wrong-type"
            })
    void aBadItemIsRefusedByName(String fields, String pointer, String code) {
        person.post(items, "{" + fields + "}")
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    @Test
    void anItemBecomesAGoalAndTheTwoAreDoneTogether() {
        String item = item("{'name': 'Northern lights', 'description': 'Tromsø'}");
        Response promoted = json(person.request(), "{'targetAmount': 2500, 'targetDate': '2028-02-01'}")
                .post(item + "/promote");
        String goal = promoted.then()
                .statusCode(201)
                .header("Location", "/api/v1/goals/" + promoted.path("id"))
                .body("name", equalTo("Northern lights"))
                .body("description", equalTo("Tromsø"))
                .body("targetAmount", equalTo("2500.00"))
                .extract()
                .header("Location");
        person.get(item).body("goalId", equalTo(promoted.path("id")));
        person.request().post(item + "/promote").then().statusCode(409).body("code", equalTo("already-promoted"));

        String doneAt = person.patch(item, "{'done': true}").extract().path("doneAt");
        person.get(goal).body("end", equalTo(doneAt));
        person.request().post(goal + "/reopen").then().statusCode(200);
        person.get(item).body("done", is(false));
        person.post(goal + "/complete", "{'end': '2098-01-01T00:00:00Z'}").statusCode(200);
        person.get(item).body("doneAt", equalTo("2098-01-01T00:00:00Z"));
        person.patch(item, "{'done': false}").statusCode(200);
        person.get(goal).body("end", nullValue());
        person.patch(goal, "{'end': '2098-01-01T00:00:00Z'}").statusCode(200);
        person.get(item).body("done", is(true));

        person.delete(goal).statusCode(204);
        person.get(item).body("goalId", nullValue()).body("done", is(true));
        person.request().post(item + "/promote").then().statusCode(201).body("end", equalTo("2098-01-01T00:00:00Z"));
    }

    @Test
    void aDoneItemBecomesADoneGoalThatCanBeChanged() {
        String item = item("{'name': 'one', 'done': true}");
        String doneAt = person.get(item).extract().path("doneAt");
        Response goal = person.request().post(item + "/promote");
        assertEquals(doneAt, goal.path("end"));
        person.patch(goal.header("Location"), "{'name': 'two'}").statusCode(200).body("end", equalTo(doneAt));
    }

    @Test
    void itemsAndDeletionsMayRace() {
        for (int round = 0; round < 4; round++) {
            String doomed = person.create(LISTS, "{'name': 'doomed %d'}".formatted(round));
            String item = person.create(doomed + "/items", "{'name': 'one'}");
            String goal = person.create(item + "/promote", "{'name': 'goal %d'}".formatted(round));
            List<Integer> answers = Race.of(6, i -> switch (i % 3) {
                case 0 ->
                    person.patch(item, "{'name': 'n%d'}".formatted(i)).extract().statusCode();
                case 1 -> person.request().delete(i == 1 ? goal : doomed).statusCode();
                default ->
                    json(person.request(), "{'name': 'late'}")
                            .post(doomed + "/items")
                            .statusCode();
            });
            assertEquals(6, answers.stream().filter(s -> s < 500).count(), answers.toString());
        }
    }

    @Test
    void completingASubtreeCompletesItsItems() {
        String parent =
                person.post("/api/v1/goals", "{'name': 'parent'}").extract().path("id");
        String one = item("{'name': 'one'}");
        String two = item("{'name': 'two'}");
        person.post(one + "/promote", "{'parentId': '%s'}".formatted(parent))
                .statusCode(201)
                .body("parentId", equalTo(parent));
        person.create(two + "/promote", "{'parentId': '%s'}".formatted(parent));
        person.request()
                .post("/api/v1/goals/" + parent + "/complete?cascade=true")
                .then()
                .statusCode(200);
        person.get(items + "?done=true").body("items.name", contains("two", "one"));
        person.request()
                .post("/api/v1/goals/" + parent + "/reopen?cascade=true")
                .then()
                .statusCode(200);
        person.get(items + "?done=true").body("items", empty());
        person.delete("/api/v1/goals/" + parent + "?cascade=true").statusCode(204);
        person.get(items).body("items.goalId", contains(nullValue(), nullValue()));
        person.delete(list).statusCode(204);
    }

    @Test
    void aGoalStaysWhenItsItemGoes() {
        String item = item("{'name': 'one'}");
        String goal = person.request().post(item + "/promote").header("Location");
        person.delete(item).statusCode(204);
        person.get(goal).statusCode(200);
    }

    @Test
    void aBadPromotionIsRefusedAndNothingIsMade() {
        String item = item("{'name': '%s', 'description': '%s'}".formatted("n".repeat(101), "d".repeat(513)));
        person.request().post(item + "/promote").then().statusCode(422).body("errors.pointer", contains("/name"));
        person.post(item + "/promote", "{'name': 'x', 'targetAmount': -1}")
                .statusCode(422)
                .body("errors.pointer", contains("/targetAmount"));
        person.post(item + "/promote", "{'name': 'x', 'parentId': '019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e'}")
                .statusCode(422)
                .body("errors.pointer", contains("/parentId"));
        person.create("/api/v1/goals", "{'name': 'taken'}");
        person.post(item + "/promote", "{'name': 'taken'}").statusCode(409).body("code", equalTo("goal-name-taken"));
        person.get(item).body("goalId", nullValue());
        person.post(item + "/promote", "{'name': 'short'}").statusCode(201).body("description", nullValue());
    }

    @Test
    void ofRacingPromotionsOneSucceeds() {
        String item = item("{'name': 'one'}");
        List<Integer> answers =
                Race.of(6, i -> person.request().post(item + "/promote").statusCode());
        assertEquals(1, answers.stream().filter(s -> s == 201).count(), answers.toString());
        assertEquals(5, answers.stream().filter(s -> s == 409).count(), answers.toString());
    }

    @Test
    void racingFromBothSidesTheTwoStayInStep() {
        String item = item("{'name': 'one'}");
        String goal = person.request().post(item + "/promote").header("Location");
        for (int round = 0; round < 5; round++) {
            List<Integer> answers = Race.of(8, i -> switch (i % 4) {
                case 0 -> person.patch(item, "{'done': true}").extract().statusCode();
                case 1 -> person.patch(item, "{'done': false}").extract().statusCode();
                case 2 -> person.request().post(goal + "/complete").statusCode();
                default -> person.request().post(goal + "/reopen").statusCode();
            });
            assertEquals(8, answers.stream().filter(s -> s == 200).count(), answers.toString());
            String doneAt = person.get(item).extract().path("doneAt");
            person.get(goal).body("end", equalTo(doneAt));
        }
    }

    @Test
    void anothersListDoesNotExist() {
        String item = item("{'name': 'one'}");
        Person other = Person.signUp();
        for (String path : List.of(list, item)) {
            other.get(path).statusCode(404);
            other.put(path, "{'name': 'x'}").statusCode(404);
            other.patch(path, "{}").statusCode(404);
            other.delete(path).statusCode(404);
        }
        other.get(items).statusCode(404);
        other.post(items, "{'name': 'x'}").statusCode(404);
        other.request().post(item + "/promote").then().statusCode(404);
        other.get(LISTS).body("items", empty());
        String elsewhere = person.create(LISTS, "{'name': 'Elsewhere'}");
        person.get(elsewhere + item.substring(list.length())).statusCode(404);
        person.get(item).statusCode(200).body("name", not(equalTo("x")));
    }
}
