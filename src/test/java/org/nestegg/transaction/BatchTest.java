package org.nestegg.transaction;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

@QuarkusTest
class BatchTest extends ApiTest {

    private static final String BATCH = "/api/v1/transactions/batch";
    private static final String TRANSACTIONS = "/api/v1/transactions";

    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
    }

    private String record(String description) {
        return id(person.record("expense", description, "1", "'category': 'old', 'tags': ['a', 'b']"));
    }

    private ValidatableResponse refused(String body, String... pointersAndCodes) {
        int before = total();
        List<String> expected = IntStream.range(0, pointersAndCodes.length / 2)
                .mapToObj(i -> pointersAndCodes[2 * i] + " " + pointersAndCodes[2 * i + 1])
                .toList();
        Response answer = json(person.request(), body).post(BATCH);
        answer.then().statusCode(422).body("code", equalTo("invalid-input"));
        List<String> pointers = answer.path("errors.pointer");
        List<String> codes = answer.path("errors.code");
        assertEquals(
                expected.stream().sorted().toList(),
                IntStream.range(0, pointers.size())
                        .mapToObj(i -> pointers.get(i) + " " + codes.get(i))
                        .sorted()
                        .toList());
        assertEquals(before, total());
        return answer.then();
    }

    private int total() {
        return person.get(TRANSACTIONS + "?limit=1&count=true").extract().path("total");
    }

    @Test
    void allIsDoneAndAnsweredInOrder() {
        String changed = record("changed");
        String other = record("other");
        String gone = record("gone");
        String alsoGone = record("also gone");
        person.post(BATCH, """
                        {'create': [
                           {'type': 'income', 'description': 'first', 'amount': '10', 'date': '2026-01-01'},
                           {'type': 'expense', 'description': 'second', 'amount': 20.5, 'currency': 'USD'}],
                         'update': [
                           {'id': '%s', 'amount': '2', 'category': null},
                           {'id': '%s', 'type': 'income', 'tags': ['c']}],
                         'delete': ['%s', '%s']}
                        """.formatted(other, changed, gone, alsoGone))
                .statusCode(200)
                .body("create.description", contains("first", "second"))
                .body("create.amount", contains("10.00", "-20.50"))
                .body("create.currency", contains("EUR", "USD"))
                .body("update.id", contains(other, changed))
                .body("update.amount", contains("-2.00", "1.00"))
                .body("update.category", contains(null, "old"))
                .body("update[0].tags", contains("a", "b"))
                .body("update[1].tags", contains("c"))
                .body("delete", contains(gone, alsoGone));
        person.get(TRANSACTIONS)
                .body("items.description", containsInAnyOrder("first", "second", "changed", "other"))
                .body("items.find { it.id == '" + other + "' }.amount", equalTo("-2.00"))
                .body("items.find { it.id == '" + other + "' }.category", nullValue());
        person.get(TRANSACTIONS + "/" + gone).statusCode(404);
    }

    @Test
    void whatIsAnsweredIsWhatIsRead() {
        Response answer = person.post(
                        BATCH,
                        "{'create': [{'type': 'expense', 'description': ' x ', 'amount': 3, 'tags': ['a', 'a']}]}")
                .extract()
                .response();
        String id = answer.path("create[0].id");
        assertEquals(
                answer.<Object>path("create[0]"),
                person.get(TRANSACTIONS + "/" + id).extract().<Object>path("$"));
    }

    @Test
    void partsMayBeLeftOut() {
        for (String body : List.of("{}", "{'create': []}", "{'create': null, 'update': null, 'delete': null}")) {
            person.post(BATCH, body)
                    .statusCode(200)
                    .body("create", hasSize(0))
                    .body("update", hasSize(0))
                    .body("delete", hasSize(0));
        }
    }

    @Test
    void everyEntryAtFaultIsNamedAndNothingIsChanged() {
        String mine = record("mine");
        String others = id(Person.signUp().record("expense", "x", "1", ""));
        refused(
                """
                {'create': [
                   {'type': 'expense', 'description': 'good', 'amount': '1'},
                   {'type': 'expense', 'amount': '1.001', 'colour': 'red', 'tags': ['x', 5]},
                   'not an object',
                   null,
                   {'type': 'income', 'description': 'own currency', 'amount': '-1'},
                   {'type': 'expense', 'description': 'own currency', 'amount': '0.001'}],
                 'update': [
                   {'id': '%1$s', 'description': null, 'category': 'lost'},
                   {'id': '%2$s', 'category': 'stolen'},
                   {'id': '019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e'}],
                 'delete': []}
                """.formatted(mine, others),
                "/create/1/description",
                "required",
                "/create/1/colour",
                "unknown-field",
                "/create/1/tags/1",
                "wrong-type",
                "/create/2",
                "wrong-type",
                "/create/3",
                "wrong-type",
                "/create/4/amount",
                "not-positive",
                "/create/5/amount",
                "too-many-decimals",
                "/update/0/description",
                "required",
                "/update/1/id",
                "unknown-reference",
                "/update/2/id",
                "unknown-reference");
        refused("{'delete': ['%s', '%s']}".formatted(mine, others), "/delete/1", "unknown-reference");
        person.get(TRANSACTIONS + "/" + mine).body("category", equalTo("old"));
    }

    @Test
    void theFormOfTheListsIsChecked() {
        refused(
                "{'create': {}, 'update': 5, 'delete': 'x'}",
                "/create",
                "wrong-type",
                "/update",
                "wrong-type",
                "/delete",
                "wrong-type");
        refused("{'upsert': []}", "/upsert", "unknown-field");
        refused(
                "{'update': [{}, null, {'id': 5}, [], {'id': null}], 'delete': [null, 'x', 5, {}]}",
                "/update/0/id",
                "required",
                "/update/1",
                "wrong-type",
                "/update/2/id",
                "wrong-type",
                "/update/3",
                "wrong-type",
                "/update/4/id",
                "required",
                "/delete/0",
                "wrong-type",
                "/delete/1",
                "wrong-type",
                "/delete/2",
                "wrong-type",
                "/delete/3",
                "wrong-type");
        person.post(BATCH, "[]").statusCode(422);
        person.post(BATCH, "").statusCode(400);
    }

    /** Whatever is wrong with one entry, all others are looked at. */
    @Test
    void entriesOfAllListsAreNamedTogether() {
        String mine = record("mine");
        refused(
                """
                {'create': [{'type': 'expense', 'description': 'x', 'amount': '0'}],
                 'update': [{'id': '%s', 'amount': 'x', 'patch': {'description': 'y'}}],
                 'delete': ['nope', '019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e']}
                """.formatted(mine),
                "/create/0/amount",
                "zero",
                "/update/0/amount",
                "wrong-type",
                "/update/0/patch",
                "unknown-field",
                "/delete/0",
                "wrong-type",
                "/delete/1",
                "unknown-reference");
    }

    @Test
    void aTransactionStandsInABatchOnce() {
        String one = record("one");
        String two = record("two");
        refused(
                "{'update': [{'id': '%1$s'}, {'id': '%2$s'}, {'id': '%1$s'}], 'delete': ['%2$s', '%2$s']}"
                        .formatted(one, two),
                "/update/2/id",
                "duplicate",
                "/delete/0",
                "duplicate",
                "/delete/1",
                "duplicate");
    }

    @Test
    void moneyThatIsSetAsideStaysThere() {
        String goal = person.create("/api/v1/goals", "{'name': 'A year off'}");
        String salary = id(person.record("income", "Salary", "100", ""));
        String bonus = id(person.record("income", "Bonus", "100", ""));
        String gift = id(person.record("income", "Gift", "100", ""));
        for (String income : List.of(salary, bonus, gift)) {
            person.create(goal + "/contributions", "{'amount': 60, 'transactionId': '%s'}".formatted(income));
        }
        refused(
                        "{'update': [{'id': '%s', 'amount': 59.99}, {'id': '%s', 'currency': 'USD'}], 'delete': ['%s']}"
                                .formatted(salary, bonus, gift),
                        "/update/0/amount",
                        "over-allocated",
                        "/update/1/currency",
                        "has-contributions",
                        "/delete/0",
                        "has-contributions")
                .body("errors.message", org.hamcrest.Matchers.hasItem(org.hamcrest.Matchers.containsString("60.00")));
        refused(
                "{'update': [{'id': '%s', 'type': 'expense'}]}".formatted(salary),
                "/update/0/amount",
                "over-allocated");
        person.post(BATCH, "{'update': [{'id': '%s', 'amount': 60}]}".formatted(salary))
                .statusCode(200);
        // What was taken back leaves the income bound to the goal's currency.
        person.post(goal + "/contributions", "{'amount': -60, 'transactionId': '%s'}".formatted(gift))
                .statusCode(201);
        refused("{'delete': ['%s']}".formatted(gift), "/delete/0", "has-contributions");
        person.post(BATCH, "{'update': [{'id': '%s', 'type': 'expense'}]}".formatted(gift))
                .statusCode(200);
        person.post(BATCH, "{'update': [{'id': '%s', 'description': 'Not a gift'}]}".formatted(gift))
                .statusCode(200);
    }

    @Test
    void fiveHundredEntriesAreTheMost() {
        String entries = IntStream.range(0, 500)
                .mapToObj(i -> "{'type': 'expense', 'description': 'row %d', 'amount': %d}".formatted(i, i + 1))
                .collect(Collectors.joining(","));
        List<String> ids = person.post(BATCH, "{'create': [%s]}".formatted(entries))
                .statusCode(200)
                .extract()
                .path("create.id");
        assertEquals(500, total());
        String deletes = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        refused(
                "{'create': [{'type': 'expense', 'description': 'x', 'amount': 1}], 'delete': [%s]}".formatted(deletes),
                "",
                "too-many");
        String wrong = IntStream.range(0, 500).mapToObj(_ -> "{}").collect(Collectors.joining(","));
        List<String> named = person.post(BATCH, "{'create': [%s]}".formatted(wrong))
                .statusCode(422)
                .extract()
                .path("errors.pointer");
        assertEquals(50, named.size(), "no more are named");
        assertTrue(named.contains("/create/0/amount"));
        person.post(BATCH, "{'delete': [%s]}".formatted(deletes)).statusCode(200);
        assertEquals(0, total());
    }

    /** Each batch deletes what is there and records as many: none may see half of another. */
    @Test
    void batchesThatRaceHappenOneAfterTheOther() {
        List<String> ids =
                IntStream.range(0, 20).mapToObj(i -> record("row " + i)).toList();
        String deletes = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        String reversed = ids.reversed().stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        List<Integer> statuses = Race.of(
                10,
                i -> json(
                                person.request(),
                                "{'create': [{'type': 'income', 'description': 'runner %d', 'amount': 1}], 'delete': [%s]}"
                                        .formatted(i, i % 2 == 0 ? deletes : reversed))
                        .post(BATCH)
                        .statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertEquals(9, statuses.stream().filter(status -> status == 422).count(), statuses.toString());
        assertEquals(1, total());
    }

    @Test
    void messagesAreInTheCallersLanguage() {
        json(person.request(), "{'delete': ['019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e']}")
                .header("Accept-Language", "pt-BR")
                .post(BATCH)
                .then()
                .statusCode(422)
                .header("Content-Language", "pt");
    }

    @Test
    void onlyPostIsForBatches() {
        person.get(BATCH).statusCode(405).header("Allow", "OPTIONS, POST");
        person.request().options(BATCH).then().statusCode(204).header("Allow", "OPTIONS, POST");
    }
}
