package org.nestegg.schedule;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** Schedules: what they are, what they post, and what can be done about a single occurrence. */
@QuarkusTest
class ScheduleTest extends ApiTest {

    private static final String SCHEDULES = "/api/v1/schedules";
    private static final String TRANSACTIONS = "/api/v1/transactions";

    private Person person;
    private LocalDate today;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
        today = LocalDate.now(ZoneOffset.UTC);
    }

    private static String body(LocalDate start, String recurrence, String more) {
        return ("{'start': '%s', 'recurrence': '%s', 'transaction': {'type': 'expense', 'description': 'Gym',"
                        + " 'amount': '30', 'category': 'sport', 'tags': ['fit', 'fit']}%s}")
                .formatted(start, recurrence, more.isEmpty() ? "" : ", " + more);
    }

    private String make(LocalDate start, String recurrence, String more) {
        return make("", start, recurrence, more);
    }

    private String make(String query, LocalDate start, String recurrence, String more) {
        return person.create(SCHEDULES + query, body(start, recurrence, more));
    }

    private List<String> states(String schedule, LocalDate from, LocalDate to) {
        JsonPath items = person.get(schedule + "/occurrences?from=" + from + "&to=" + to)
                .statusCode(200)
                .extract()
                .jsonPath();
        return items.getList("items.state");
    }

    private void assertPosted(int count) {
        person.get(TRANSACTIONS + "?count=true").body("total", equalTo(count));
    }

    @Test
    void aScheduleIsShownAsItWasMade() {
        LocalDate start = today.plusDays(3);
        String path = person.post(
                        SCHEDULES,
                        body(
                                start,
                                "FREQ=MONTHLY",
                                "'name': 'Gym', 'weekend': 'after', 'mode': 'suggest', 'tolerance': 5"))
                .statusCode(201)
                .header("Change-Seq", notNullValue())
                .body("name", equalTo("Gym"))
                .body("start", equalTo(start.toString()))
                .body("recurrence", equalTo("FREQ=MONTHLY"))
                .body("weekend", equalTo("after"))
                .body("mode", equalTo("suggest"))
                .body("tolerance", equalTo(5))
                .body("paused", equalTo(false))
                .body("transaction.type", equalTo("expense"))
                .body("transaction.amount", equalTo("-30.00"))
                .body("transaction.currency", equalTo("EUR"))
                .body("transaction.tags", contains("fit"))
                .body("transaction.accountId", nullValue())
                .body("next", equalTo(start.toString()))
                .extract()
                .header("Location");
        person.get(path).statusCode(200).body("name", equalTo("Gym"));
        person.get(SCHEDULES + "?q=SPORT&paused=false&count=true").body("total", equalTo(1));
        person.get(SCHEDULES + "?paused=true").body("items", empty());
        person.put(path, body(start, "FREQ=WEEKLY", ""))
                .statusCode(200)
                .body("name", nullValue())
                .body("weekend", equalTo("keep"))
                .body("mode", equalTo("post"))
                .body("tolerance", equalTo(0));
        person.delete(path).statusCode(204);
        person.get(path).statusCode(404);
    }

    @Test
    void whatWasBeforeIsSkippedAndWhatIsDueTodayIsPostedAtOnce() {
        String path = make(today.minusDays(3), "FREQ=DAILY", "");
        assertEquals(
                List.of("skipped", "skipped", "skipped", "posted", "planned"),
                states(path, today.minusDays(3), today.plusDays(1)));
        person.get(path).body("next", equalTo(today.plusDays(1).toString()));
        person.get(TRANSACTIONS + "?count=true")
                .body("total", equalTo(1))
                .body("items[0].scheduleId", equalTo(id(path)))
                .body("items[0].date", equalTo(today.toString()))
                .body("items[0].amount", equalTo("-30.00"))
                .body("items[0].description", equalTo("Gym"))
                .body("items[0].category", equalTo("sport"))
                .body("items[0].tags", contains("fit"));
        String transaction = person.get(path + "/occurrences?from=" + today + "&to=" + today)
                .extract()
                .path("items[0].transactionId");
        person.get(TRANSACTIONS + "/" + transaction).statusCode(200).body("scheduleId", equalTo(id(path)));
    }

    @Test
    void catchingUpPostsEachOnItsDueDay() {
        LocalDate start = today.minusDays(20);
        String path = make("?catchUp=true", start, "FREQ=DAILY", "'weekend': 'before'");
        assertPosted(21);
        person.get(TRANSACTIONS + "?limit=100").body("items.scheduleId", everyItem(equalTo(id(path))));
        List<String> due = person.get(path + "/occurrences?from=" + start + "&to=" + today)
                .body("items.state", everyItem(equalTo("posted")))
                .extract()
                .path("items.due");
        List<String> dates =
                person.get(TRANSACTIONS + "?limit=100&sort=date").extract().path("items.date");
        assertEquals(due.stream().sorted().toList(), dates);
        person.post(SCHEDULES + "?catchUp=true", body(today.minusDays(1500), "FREQ=DAILY", ""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/start"))
                .body("errors[0].code", equalTo("too-many-occurrences"));
    }

    @Test
    void aWeekendMovesTheDayMoneyMovesAndNothingElse() {
        LocalDate saturday = LocalDate.of(2030, 6, 1);
        String before = make(saturday, "FREQ=MONTHLY", "'weekend': 'before'");
        person.get(before + "/occurrences?from=2030-06-01&to=2030-07-01")
                .body("items.date", contains("2030-06-01", "2030-07-01"))
                .body("items.due", contains("2030-05-31", "2030-07-01"));
        String after = make(saturday, "FREQ=MONTHLY", "'weekend': 'after'");
        person.get(after + "/occurrences?from=2030-06-01&to=2030-06-01").body("items.due", contains("2030-06-03"));
        person.get(after + "/occurrences?from=2030-06-02&to=2030-06-03").body("items", empty());
    }

    @Test
    void whatIsSuggestedWaits() {
        String path = make(today, "FREQ=DAILY", "'mode': 'suggest'");
        assertEquals(List.of("suggested", "planned"), states(path, today, today.plusDays(1)));
        assertPosted(0);
        String posted = person.post(
                        path + "/occurrences/" + today + "/post",
                        "{'amount': '32.10', 'date': '%s'}".formatted(today.minusDays(1)))
                .statusCode(200)
                .header("Change-Seq", notNullValue())
                .body("state", equalTo("posted"))
                .body("amount", equalTo("-32.10"))
                .body("date", equalTo(today.toString()))
                .extract()
                .asString();
        String again = person.post(path + "/occurrences/" + today + "/post", "{'amount': 99}")
                .statusCode(200)
                .header("Change-Seq", nullValue())
                .extract()
                .asString();
        assertEquals(posted, again);
        assertPosted(1);
        person.get(TRANSACTIONS)
                .body("items[0].date", equalTo(today.minusDays(1).toString()));
    }

    @Test
    void anOccurrenceIsSkippedAndRestored() {
        String path = make(today.plusDays(1), "FREQ=DAILY", "");
        String occurrence = path + "/occurrences/" + today.plusDays(1);
        person.post(occurrence + "/skip", "").statusCode(200).body("state", equalTo("skipped"));
        person.post(occurrence + "/skip", "{}").statusCode(200).header("Change-Seq", nullValue());
        person.get(path).body("next", equalTo(today.plusDays(2).toString()));
        person.post(occurrence + "/restore", "").statusCode(200).body("state", equalTo("planned"));
        person.post(occurrence + "/restore", "").statusCode(200).header("Change-Seq", nullValue());
        person.get(path).body("next", equalTo(today.plusDays(1).toString()));
        person.post(occurrence + "/post", "").statusCode(200).body("transactionId", notNullValue());
        for (String what : List.of("/skip", "/restore")) {
            person.post(occurrence + what, "").statusCode(409).body("code", equalTo("occurrence-posted"));
        }
        person.get(path).body("next", equalTo(today.plusDays(2).toString()));
    }

    @Test
    void whatWasBeforeIsPostedWhenItIsRestored() {
        String path = make(today.minusDays(2), "FREQ=DAILY;COUNT=2", "");
        assertPosted(0);
        person.post(path + "/occurrences/" + today.minusDays(2) + "/restore", "")
                .statusCode(200)
                .body("state", equalTo("posted"));
        assertPosted(1);
        person.get(TRANSACTIONS)
                .body("items[0].date", equalTo(today.minusDays(2).toString()));
        assertEquals(List.of("posted", "skipped"), states(path, today.minusDays(2), today));
    }

    @Test
    void aDayThatIsNoOccurrenceIsNotThere() {
        String path = make(LocalDate.of(2030, 1, 31), "FREQ=MONTHLY", "");
        for (String day : List.of(
                "2030-02-27",
                "2029-12-31",
                "2030-02-30",
                "x",
                "+999999-01-01",
                "+6000000-01-01",
                "-9999-01-01",
                "0000-01-01")) {
            person.post(path + "/occurrences/" + day + "/skip", "").statusCode(404);
        }
        person.post(path + "/occurrences/2030-02-28/skip", "").statusCode(200);
        person.get(path + "/occurrences?from=2030-01-01&to=2030-03-31")
                .body("items.date", contains("2030-01-31", "2030-02-28", "2030-03-31"))
                .body("items.state", contains("planned", "skipped", "planned"));
    }

    @Test
    void aTransactionThatIsDeletedLeavesItsOccurrenceSkipped() {
        String path = make(today, "FREQ=DAILY", "");
        String occurrence = path + "/occurrences/" + today;
        String first = person.get(TRANSACTIONS).extract().path("items[0].id");
        String deletion = person.delete(TRANSACTIONS + "/" + first)
                .statusCode(204)
                .extract()
                .header("Change-Seq");
        assertEquals(List.of("skipped"), states(path, today, today));
        assertPosted(0);
        String undone = person.post("/api/v1/changes/" + deletion + "/undo", "")
                .statusCode(201)
                .extract()
                .header("Change-Seq");
        assertEquals(List.of("posted"), states(path, today, today));
        person.post("/api/v1/changes/" + undone + "/undo", "").statusCode(201);
        assertEquals(List.of("skipped"), states(path, today, today));
        person.post(occurrence + "/restore", "").statusCode(200).body("state", equalTo("posted"));
        String second = person.get(TRANSACTIONS).extract().path("items[0].id");
        assertNotEquals(first, second);
        person.delete(TRANSACTIONS + "/" + second).statusCode(204);
        assertEquals(List.of("skipped"), states(path, today, today));
        assertPosted(0);
        person.post(occurrence + "/post", "").statusCode(200).body("state", equalTo("posted"));
        assertPosted(1);
    }

    @Test
    void aChangeHoldsForWhatIsNotYetPosted() {
        String path = make("?catchUp=true", today.minusDays(2), "FREQ=DAILY", "");
        assertPosted(3);
        person.patch(path, "{'transaction': {'amount': '40', 'tags': null}, 'name': 'New'}")
                .statusCode(200)
                .body("transaction.amount", equalTo("-40.00"))
                .body("transaction.category", equalTo("sport"))
                .body("name", equalTo("New"));
        person.get(path + "/occurrences?from=" + today + "&to=" + today.plusDays(1))
                .body("items.amount", contains("-30.00", "-40.00"));
        // Another rule does not post what it would have posted before.
        person.patch(path, "{'start': '%s', 'recurrence': 'FREQ=DAILY;INTERVAL=1'}".formatted(today.minusDays(9)))
                .statusCode(200);
        assertPosted(3);
        assertEquals(
                List.of("skipped", "posted", "posted", "posted", "planned"),
                states(path, today.minusDays(3), today.plusDays(1)));
    }

    @Test
    void whatIsPausedPostsNothing() {
        String path = make(today, "FREQ=DAILY", "'paused': true");
        person.get(path).body("next", nullValue());
        assertPosted(0);
        assertEquals(List.of("planned"), states(path, today, today));
        person.patch(path, "{'paused': false}")
                .statusCode(200)
                .body("next", equalTo(today.plusDays(1).toString()));
        assertPosted(1);
    }

    @Test
    void aTransferIsPostedOnBothSides() {
        String from = account("Everyday", "EUR");
        String to = account("Savings", "EUR");
        String path = person.post(
                        SCHEDULES,
                        ("{'start': '%s', 'recurrence': 'FREQ=MONTHLY', 'transaction': {'type': 'transfer',"
                                        + " 'description': 'Save', 'amount': 100, 'accountId': '%s', 'toAccountId': '%s'}}")
                                .formatted(today, from, to))
                .statusCode(201)
                .body("transaction.amount", equalTo("100.00"))
                .extract()
                .header("Location");
        person.get("/api/v1/accounts/" + from).body("balance", equalTo("-100.00"));
        person.get("/api/v1/accounts/" + to).body("balance", equalTo("100.00"));
        person.get("/api/v1/transfers").body("items", hasSize(1)).body("items[0].description", equalTo("Save"));
        String side = person.get(path + "/occurrences?from=" + today + "&to=" + today)
                .body("items[0].amount", equalTo("100.00"))
                .extract()
                .path("items[0].transactionId");
        person.get(TRANSACTIONS + "/" + side)
                .body("amount", equalTo("-100.00"))
                .body("type", equalTo("transfer"))
                .body("scheduleId", equalTo(id(path)));
    }

    private String account(String name, String currency) {
        return person.post("/api/v1/accounts", "{'name': '%s', 'currency': '%s'}".formatted(name, currency))
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void makingDeletingAndPostingAreUndone() {
        String seq = person.post(SCHEDULES, body(today, "FREQ=DAILY", ""))
                .statusCode(201)
                .extract()
                .header("Change-Seq");
        String path = SCHEDULES + "/" + person.get(SCHEDULES).extract().path("items[0].id");
        assertPosted(1);
        person.get("/api/v1/changes/" + seq).body("items.type", contains("schedule", "transaction"));
        String undone = undo(seq);
        person.get(path).statusCode(404);
        assertPosted(0);
        undo(undone);
        person.get(path).statusCode(200).body("next", equalTo(today.plusDays(1).toString()));
        assertPosted(1);
        String deleted = person.delete(path).statusCode(204).extract().header("Change-Seq");
        assertPosted(1);
        undo(deleted);
        assertPosted(1);
        assertEquals(List.of("posted", "planned"), states(path, today, today.plusDays(1)));
        person.get(path + "/history").body("items.op", contains("created", "deleted", "created", "deleted", "created"));
    }

    private String undo(String seq) {
        return person.post("/api/v1/changes/" + seq + "/undo", "")
                .statusCode(201)
                .extract()
                .header("Change-Seq");
    }

    @Test
    void skippingIsUndone() {
        String path = make(today.plusDays(1), "FREQ=DAILY", "");
        String seq = person.post(path + "/occurrences/" + today.plusDays(1) + "/skip", "")
                .extract()
                .header("Change-Seq");
        assertEquals(List.of("skipped"), states(path, today.plusDays(1), today.plusDays(1)));
        undo(seq);
        assertEquals(List.of("planned"), states(path, today.plusDays(1), today.plusDays(1)));
    }

    @Test
    void postingByHandIsUndoneAndRedone() {
        String path = make(today.plusDays(1), "FREQ=DAILY", "");
        String occurrence = path + "/occurrences/" + today.plusDays(1);
        String seq = person.post(occurrence + "/post", "").extract().header("Change-Seq");
        String undone = undo(seq);
        assertPosted(0);
        assertEquals(List.of("planned"), states(path, today.plusDays(1), today.plusDays(1)));
        undo(undone);
        assertPosted(1);
        assertEquals(List.of("posted"), states(path, today.plusDays(1), today.plusDays(1)));
        String transaction = person.get(TRANSACTIONS).extract().path("items[0].id");
        person.delete(TRANSACTIONS + "/" + transaction).statusCode(204);
        person.post(occurrence + "/post", "").statusCode(200).body("state", equalTo("posted"));
        assertPosted(1);
    }

    @Test
    void aWeekendThatChangesLosesNothing() {
        String path = make(today, "FREQ=DAILY", "'mode': 'suggest'");
        person.patch(path, "{'weekend': 'after'}").statusCode(200);
        person.patch(path, "{'weekend': 'keep', 'mode': 'post'}").statusCode(200);
        assertPosted(1);
    }

    @Test
    void occurrencesAreShownInBoundedNumbers() {
        String path = make(LocalDate.of(2030, 1, 1), "FREQ=DAILY", "");
        person.get(path + "/occurrences?from=2030-01-01&to=2032-09-26").body("items", hasSize(1000));
        person.get(path + "/occurrences?from=2030-01-01&to=2032-09-27")
                .statusCode(422)
                .body("errors[0].parameter", equalTo("to"))
                .body("errors[0].code", equalTo("too-many-occurrences"));
        person.get(path + "/occurrences?from=2030-01-02&to=2030-01-01")
                .statusCode(422)
                .body("errors[0].code", equalTo("from-after-to"));
        person.get(path + "/occurrences").statusCode(200).body("items", empty());
        person.get(path + "/occurrences?to=1990-01-01").statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'recurrence': 'FREQ=HOURLY'                    | /recurrence                | invalid-recurrence
                    'recurrence': 'FREQ=DAILY;UNTIL=20200101'      | /recurrence                | invalid-recurrence
                    'recurrence': ''                               | /recurrence                | too-short
                    'recurrence': null                             | /recurrence                | required
                    'start': '2026-02-30'                          | /start                     | invalid-date
                    'start': null                                  | /start                     | required
                    'weekend': 'never'                             | /weekend                   | not-one-of
                    'mode': 'x'                                    | /mode                      | not-one-of
                    'tolerance': 101                               | /tolerance                 | out-of-range
                    'tolerance': -1                                | /tolerance                 | out-of-range
                    'name': ''                                     | /name                      | too-short
                    'other': 1                                     | /other                     | unknown-field
                    'transaction': null                            | /transaction               | required
                    'transaction': {'amount': 0}                   | /transaction/amount        | zero
                    'transaction': {'type': 'income', 'amount': -1} | /transaction/amount       | not-positive
                    'transaction': {'amount': '1.001', 'currency': 'EUR'} | /transaction/amount | too-many-decimals
                    'transaction': {'type': 'transfer'}            | /transaction/accountId     | required
                    'transaction': {'toAccountId': '019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e'} | /transaction/toAccountId | not-a-transfer
                    'transaction': {'accountId': '019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e'} | /transaction/accountId | unknown-account
                    'transaction': {'description': 'a\\u0000'}     | /transaction/description   | control-character
                    """)
    void whatIsNoScheduleIsRefused(String fields, String pointer, String code) {
        String path = make(today.plusDays(9), "FREQ=DAILY", "");
        person.patch(path, "{" + fields + "}")
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @Test
    void accountsMustFit() {
        String euro = account("Everyday", "EUR");
        String dollar = account("Dollars", "USD");
        String path = make(today.plusDays(9), "FREQ=DAILY", "");
        person.patch(path, "{'transaction': {'accountId': '%s', 'currency': 'USD'}}".formatted(euro))
                .statusCode(422)
                .body("errors[0].code", equalTo("account-currency"));
        person.patch(
                        path,
                        "{'transaction': {'type': 'transfer', 'accountId': '%s', 'toAccountId': '%s'}}"
                                .formatted(euro, dollar))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/transaction/toAccountId"));
        person.patch(
                        path,
                        "{'transaction': {'type': 'transfer', 'accountId': '%s', 'toAccountId': '%s'}}"
                                .formatted(euro, euro))
                .statusCode(422)
                .body("errors[0].code", equalTo("same-account"));
        person.patch("/api/v1/accounts/" + euro, "{'closed': true}").statusCode(200);
        person.patch(path, "{'transaction': {'accountId': '%s'}}".formatted(euro))
                .statusCode(409)
                .body("code", equalTo("account-closed"));
    }

    @Test
    void anOccurrenceIsPostedWithAnAmountThatFits() {
        String path = make(today.plusDays(9), "FREQ=DAILY", "");
        String post = path + "/occurrences/" + today.plusDays(9) + "/post";
        for (Map.Entry<String, String> wrong : Map.of(
                        "0", "zero", "1.001", "too-many-decimals", "99999999999999", "out-of-range")
                .entrySet()) {
            person.post(post, "{'amount': '%s'}".formatted(wrong.getKey()))
                    .statusCode(422)
                    .body("errors[0].code", equalTo(wrong.getValue()));
        }
        person.post(post, "{'amount': '-5'}").statusCode(200).body("amount", equalTo("-5.00"));
    }

    @Test
    void conditionsHold() {
        String path = make(today.plusDays(1), "FREQ=DAILY", "");
        String tag = person.get(path).extract().header("ETag");
        person.request().header("If-None-Match", tag).get(path).then().statusCode(304);
        person.post(path + "/occurrences/" + today.plusDays(1) + "/skip", "").statusCode(200);
        person.request().header("If-None-Match", tag).get(path).then().statusCode(200);
        person.request().header("If-Match", tag).delete(path).then().statusCode(412);
    }

    @Test
    void anotherPersonsScheduleIsNotThere() {
        String path = make(today, "FREQ=DAILY", "");
        Person other = Person.signUp();
        other.get(path).statusCode(404);
        other.get(path + "/occurrences").statusCode(404);
        other.post(path + "/occurrences/" + today + "/post", "").statusCode(404);
        other.get(SCHEDULES).body("items", empty());
    }
}
