package org.nestegg.platform.idempotency;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Contract;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.World;

@QuarkusTest
class IdempotencyTest extends ApiTest {

    private static final String EXPENSES = "/api/v1/expenses";
    private static final String PIZZA = "{'description': 'Pizza', 'amount': '50'}";

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Response post(Person person, String key, String path, String body) {
        return json(person.request(), body).header("Idempotency-Key", key).post(path);
    }

    private static int expenses(Person person) {
        return person.get(EXPENSES + "?count=true").extract().path("total");
    }

    private static void assertReplayed(Response first, Response second) {
        first.then().header("Idempotency-Replayed", nullValue());
        second.then().statusCode(first.statusCode()).header("Idempotency-Replayed", "true");
        assertEquals(first.asString(), second.asString());
        for (String header : List.of("Location", "ETag", "Content-Type", "Change-Seq")) {
            assertEquals(first.header(header), second.header(header), header);
        }
    }

    /** Each operation that says it can be repeated, with how it is called for a new user. */
    @Test
    void everyPostCanBeRepeated() {
        Person person = Person.signUp();
        String income = person.record("income", "Salary", "100", "");
        String goal = person.create("/api/v1/goals", "{'name': 'A'}");
        String list = person.create("/api/v1/bucketlists", "{'name': 'A'}");
        String item = person.create(list + "/items", "{'name': 'A'}");
        String change = person.post(EXPENSES, PIZZA).extract().header("Change-Seq");
        String transfer = person.create("/api/v1/transfers", transfer(person));
        String rule = "{'when': {'description': {'equals': 'Salary'}}, 'set': {'category': 'work'}}";
        String made = person.create("/api/v1/rules", rule);
        String imports = "/api/v1/imports?accountId=" + account(person, "Imports");
        String planned = post(person, key(), imports, World.FILE).header("Location");
        String applied = post(person, key(), imports, World.FILE.replace("Coffee;-2.50", "Tea;-9.00"))
                .header("Location");
        person.post(applied + "/apply", "{}").statusCode(200);
        String schedule = "{'start': '2026-01-31', 'recurrence': 'FREQ=MONTHLY', 'transaction': {'type': 'expense',"
                + " 'description': 'Rent', 'amount': 950}}";
        String occurrences = person.create("/api/v1/schedules", schedule) + "/occurrences/";
        Map<String, String[]> calls = Map.ofEntries(
                Map.entry("createSchedule", new String[] {"/api/v1/schedules", schedule}),
                Map.entry("postOccurrence", new String[] {occurrences + "2026-02-28/post", "{'amount': 900}"}),
                Map.entry("skipOccurrence", new String[] {occurrences + "2030-03-31/skip", ""}),
                Map.entry("restoreOccurrence", new String[] {occurrences + "2030-04-30/restore", "{}"}),
                Map.entry("createImport", new String[] {imports, World.FILE}),
                Map.entry("applyImport", new String[] {planned + "/apply", ""}),
                Map.entry("undoImport", new String[] {applied + "/undo", "{}"}),
                Map.entry("createBudget", new String[] {"/api/v1/budgets", "{'name': 'B', 'amount': 1}"}),
                Map.entry("createRule", new String[] {"/api/v1/rules", rule}),
                Map.entry("applyRule", new String[] {made + "/apply", ""}),
                Map.entry("createAccount", new String[] {"/api/v1/accounts", "{'name': 'B'}"}),
                Map.entry("createTransfer", new String[] {"/api/v1/transfers", transfer(person)}),
                Map.entry("unlinkTransfer", new String[] {transfer + "/unlink", ""}),
                Map.entry("linkTransactions", new String[] {"/api/v1/transfers/link", link(person)}),
                Map.entry(
                        "createTransaction",
                        new String[] {"/api/v1/transactions", "{'type': 'income', 'description': 'x', 'amount': 1}"}),
                Map.entry("changeTransactions", new String[] {
                    "/api/v1/transactions/batch", "{'create': [{'type': 'income', 'description': 'x', 'amount': 1}]}"
                }),
                Map.entry("createIncome", new String[] {"/api/v1/incomes", PIZZA}),
                Map.entry("createExpense", new String[] {EXPENSES, PIZZA}),
                Map.entry("createGoal", new String[] {"/api/v1/goals", "{'name': 'B'}"}),
                Map.entry("createContribution", new String[] {
                    goal + "/contributions", "{'amount': 60, 'transactionId': '%s'}".formatted(id(income))
                }),
                Map.entry("completeGoal", new String[] {goal + "/complete", "{}"}),
                Map.entry("reopenGoal", new String[] {goal + "/reopen", ""}),
                Map.entry("createBucketlist", new String[] {"/api/v1/bucketlists", "{'name': 'B'}"}),
                Map.entry("createBucketlistItem", new String[] {list + "/items", "{'name': 'B'}"}),
                Map.entry("undoChange", new String[] {"/api/v1/changes/" + change + "/undo", ""}),
                Map.entry("promoteBucketlistItem", new String[] {item + "/promote", "{'name': 'C'}"}));
        calls.values().forEach(call -> {
            String key = key();
            assertReplayed(post(person, key, call[0], call[1]), post(person, key, call[0], call[1]));
        });
        var documented = Contract.served().operations().stream()
                .filter(o -> o.node().path("parameters").findValuesAsText("$ref").stream()
                        .anyMatch(ref -> ref.endsWith("/idempotencyKey")))
                .map(o -> o.node().path("operationId").asText())
                .collect(Collectors.toSet());
        assertEquals(calls.keySet(), documented);
    }

    private static String account(Person person, String name) {
        return id(person.create("/api/v1/accounts", "{'name': '%s'}".formatted(name)));
    }

    private static String transfer(Person person) {
        return "{'fromAccountId': '%s', 'toAccountId': '%s', 'amount': 1}"
                .formatted(account(person, key()), account(person, key()));
    }

    private static String link(Person person) {
        return "{'outId': '%s', 'inId': '%s'}"
                .formatted(
                        id(person.record("expense", "x", "1", "'accountId': '%s'".formatted(account(person, key())))),
                        id(person.record("income", "x", "1", "'accountId': '%s'".formatted(account(person, key())))));
    }

    @Test
    void ofFiftyCopiesOneIsDoneAndAllThatAreAnsweredAreEqual() {
        Person person = Person.signUp();
        String key = key();
        List<Response> answers = Race.of(50, i -> post(person, key, EXPENSES, PIZZA));
        List<Response> done =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertEquals(1, done.stream().map(Response::asString).distinct().count());
        assertEquals(
                1,
                done.stream()
                        .filter(answer -> answer.header("Idempotency-Replayed") == null)
                        .count());
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer -> answer.then().statusCode(409).body("code", equalTo("idempotency-key-in-use")));
        assertEquals(1, expenses(person));
        assertEquals(
                done.getFirst().asString(),
                post(person, key, EXPENSES, PIZZA)
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString());
    }

    @Test
    void aKeyIsForOneRequest() {
        Person person = Person.signUp();
        String key = key();
        post(person, key, EXPENSES, PIZZA).then().statusCode(201);
        post(person, key, EXPENSES, PIZZA.replace("50", "51"))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        post(person, key, "/api/v1/incomes", PIZZA)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        post(person, key, EXPENSES + "?x=1", PIZZA).then().statusCode(422);
        assertEquals(1, expenses(person));
    }

    @Test
    void aKeyIsItsUsersOwn() {
        String key = key();
        Person one = Person.signUp();
        Person other = Person.signUp();
        String first =
                post(one, key, EXPENSES, PIZZA).then().statusCode(201).extract().path("id");
        String second = post(other, key, EXPENSES, PIZZA.replace("Pizza", "Ramen"))
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .extract()
                .path("id");
        assertNotEquals(first, second);
        assertEquals(1, expenses(one));
        assertEquals(1, expenses(other));
    }

    @Test
    void whatWasRefusedMayBeMendedUnderTheSameKey() {
        Person person = Person.signUp();
        String key = key();
        post(person, key, EXPENSES, PIZZA.replace("50", "0")).then().statusCode(422);
        post(person, key, EXPENSES, PIZZA).then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void theFirstAnswerStaysWhateverBecomesOfTheObject() {
        Person person = Person.signUp();
        String key = key();
        Response first = post(person, key, EXPENSES, PIZZA);
        person.patch(first.header("Location"), "{'amount': 70}").statusCode(200);
        assertReplayed(first, post(person, key, EXPENSES, PIZZA));
        person.delete(first.header("Location")).statusCode(204);
        assertReplayed(first, post(person, key, EXPENSES, PIZZA));
        assertEquals(0, expenses(person));
    }

    @Test
    void quotesMayBeLeftOut() {
        Person person = Person.signUp();
        String key = key();
        Response first = post(person, key, EXPENSES, PIZZA);
        assertReplayed(first, post(person, "\"" + key + "\"", EXPENSES, PIZZA));
        String odd = "a \\ b";
        assertReplayed(post(person, odd, EXPENSES, PIZZA), post(person, "\"a \\\\ b\"", EXPENSES, PIZZA));
        post(person, "k".repeat(255), EXPENSES, PIZZA).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"open", "a\u00e9", "256", "\"a\"b\"", "\"\\a\""})
    void aKeyThatIsNoneIsRefused(String key) {
        Person person = Person.signUp();
        post(person, key.equals("256") ? "k".repeat(256) : key, EXPENSES, PIZZA)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-idempotency-key"));
        assertEquals(0, expenses(person));
    }

    @Test
    void twoKeysAreNone() {
        Person person = Person.signUp();
        json(person.request(), PIZZA)
                .header("Idempotency-Key", "a", "b")
                .post(EXPENSES)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-idempotency-key"));
    }

    /** Each signs out itself, whatever another did. */
    @Test
    void signingOutIsNeverAReplay() {
        Person here = Person.signUp();
        Person there = here.signInAgain();
        for (Person person : List.of(here, there)) {
            post(person, "out", "/api/v1/auth/logout", "")
                    .then()
                    .statusCode(204)
                    .header("Idempotency-Replayed", nullValue());
            person.get("/api/v1/me").statusCode(401);
        }
    }

    @Test
    void aBodyOfARequestThatNeedsNoneCounts() {
        Person person = Person.signUp();
        String goal = person.create("/api/v1/goals", "{'name': 'A'}");
        post(person, "again", goal + "/reopen", "").then().statusCode(200);
        post(person, "again", goal + "/reopen", "{}").then().statusCode(422);
        post(person, "other", goal + "/reopen", "{'a': 1}")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-field"));
    }

    @Test
    void answersWithSecretsAreNotKept() {
        String email = UUID.randomUUID() + "@example.com";
        String body = "{'email': '%s', 'password': '%s'}".formatted(email, Person.PASSWORD);
        String key = key();
        json(body)
                .header("Idempotency-Key", key)
                .post("/api/v1/auth/register")
                .then()
                .statusCode(201);
        json(body)
                .header("Idempotency-Key", key)
                .post("/api/v1/auth/register")
                .then()
                .statusCode(409);
        String one = json(body)
                .header("Idempotency-Key", key)
                .post("/api/v1/auth/login")
                .path("refreshToken");
        String other = json(body)
                .header("Idempotency-Key", key)
                .post("/api/v1/auth/login")
                .path("refreshToken");
        assertNotEquals(one, other);
        Contract.served().operations().stream()
                .filter(o -> o.path().matches(".*/(register|login|refresh)"))
                .forEach(o -> assertTrue(
                        o.node().path("description").asText().contains("Idempotency-Key has no effect"), o.toString()));
    }
}
