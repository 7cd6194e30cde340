package org.nestegg.statement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** A bank's file becomes a plan, which is applied and undone as a whole. */
@QuarkusTest
class StatementTest extends ApiTest {

    private static final String NOVEMBER =
            Bank.csv("2026-11-02;Coffee;-2.50", "2026-11-03;Salary;2000.00", "2026-11-04;Rent;-800.00");

    private Bank bank;
    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
        bank = new Bank(person);
    }

    @Test
    void aFileBecomesAPlanAndNothingIsRecorded() {
        String plan = bank.send(
                        "?accountId=" + bank.account + "&fileName=november.csv",
                        NOVEMBER.getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .body("state", equalTo("ready"))
                .body("format", equalTo("csv"))
                .body("encoding", equalTo("UTF-8"))
                .body("fileName", equalTo("november.csv"))
                .body("bytes", equalTo(NOVEMBER.length()))
                .body("sha256", notNullValue())
                .body("statements", hasSize(1))
                .body("statements[0].accountId", equalTo(bank.account))
                .body("statements[0].currency", equalTo("EUR"))
                .body("statements[0].from", equalTo("2026-11-02"))
                .body("statements[0].to", equalTo("2026-11-04"))
                .body("statements[0].sum", equalTo("1197.50"))
                .body("statements[0].balanced", nullValue())
                .body("layout.delimiter", equalTo(";"))
                .body("layout.columns.date", equalTo(1))
                .body("questions", empty())
                .body("warnings", empty())
                .body("counts.rows", equalTo(3))
                .body("counts.create", equalTo(3))
                .body("counts.skip", equalTo(0))
                .body("appliedAt", nullValue())
                .extract()
                .header("Location");
        person.get(plan + "/rows?count=true")
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items.row", contains(1, 2, 3))
                .body("items.line", contains(2, 3, 4))
                .body("items[0].source", equalTo("2026-11-02;Coffee;-2.50"))
                .body("items[0].transaction.type", equalTo("expense"))
                .body("items[0].transaction.amount", equalTo("-2.50"))
                .body("items[0].transaction.accountId", equalTo(bank.account))
                .body("items.decision", everyItem(equalTo("create")))
                .body("items.reason.code", everyItem(equalTo("new")));
        assertEquals(0, bank.transactions());
        assertEquals("100.00", bank.balance());
    }

    @Test
    void whatIsAppliedIsWhatWasShownAndIsUndone() {
        String plan = bank.plan(NOVEMBER);
        bank.apply(plan)
                .statusCode(200)
                .header("Change-Seq", notNullValue())
                .body("state", equalTo("applied"))
                .body("appliedAt", notNullValue());
        assertEquals("1297.50", bank.balance());
        person.get("/api/v1/transactions?importId=" + id(plan))
                .statusCode(200)
                .body("items.description", contains("Rent", "Salary", "Coffee"))
                .body("items.importId", everyItem(equalTo(id(plan))));
        person.get("/api/v1/transactions/summary?from=2026-11-01&to=2026-11-30")
                .statusCode(200)
                .body("totals[0].balance", equalTo("1197.50"));
        // Again: the same answer, and nothing changes.
        bank.apply(plan).statusCode(200).header("Change-Seq", nullValue()).body("state", equalTo("applied"));
        assertEquals(3, bank.transactions());
        bank.undo(plan).statusCode(200).body("state", equalTo("undone")).body("undoneAt", notNullValue());
        bank.undo(plan).statusCode(200).header("Change-Seq", nullValue());
        assertEquals("100.00", bank.balance());
        assertEquals(0, bank.transactions());
        bank.apply(plan).statusCode(409).body("code", equalTo("import-undone"));
    }

    @Test
    void theChangeFeedTellsOfImportsAndCanUndoAndRedoThem() {
        String plan = bank.plan(NOVEMBER);
        String seq = bank.apply(plan).statusCode(200).extract().header("Change-Seq");
        person.get("/api/v1/changes/" + seq)
                .statusCode(200)
                .body("kind", equalTo("applyImport"))
                .body("items.type", hasItem("import"))
                .body("items.findAll { it.type == 'transaction' }.op", everyItem(equalTo("created")));
        String undone = person.post("/api/v1/changes/" + seq + "/undo", "{}")
                .statusCode(201)
                .extract()
                .header("Change-Seq");
        assertEquals("100.00", bank.balance());
        person.get(plan).statusCode(200).body("state", equalTo("ready"));
        person.post("/api/v1/changes/" + undone + "/undo", "{}").statusCode(201);
        assertEquals("1297.50", bank.balance());
        person.get(plan).statusCode(200).body("state", equalTo("applied"));
        bank.undo(plan).statusCode(200);
        assertEquals("100.00", bank.balance());
    }

    @Test
    void aDeletedPlanCannotBeBroughtBackWithoutItsRows() {
        String plan = bank.plan(NOVEMBER);
        String seq = person.delete(plan).statusCode(204).extract().header("Change-Seq");
        person.get(plan).statusCode(404);
        person.post("/api/v1/changes/" + seq + "/undo", "{}").statusCode(409).body("code", equalTo("undo-conflict"));
        person.get("/api/v1/changes/" + seq).statusCode(200).body("items[0].before.state", equalTo("needs-layout"));
    }

    @Test
    void anAppliedImportIsNeitherDeletedNorChanged() {
        String plan = bank.imported(NOVEMBER);
        person.delete(plan).statusCode(409).body("code", equalTo("import-applied"));
        person.patch(plan, "{'accountId': '%s'}".formatted(bank.account))
                .statusCode(409)
                .body("code", equalTo("import-applied"));
        person.patch(plan + "/rows/1", "{'category': 'x'}").statusCode(409).body("code", equalTo("import-applied"));
        bank.undo(plan).statusCode(200);
        person.delete(plan).statusCode(204);
    }

    @Test
    void whatWasChangedSinceStandsInTheWayOrStays() {
        String plan = bank.imported(NOVEMBER);
        List<String> ids = person.get("/api/v1/transactions?importId=" + id(plan))
                .extract()
                .path("items.id");
        person.patch("/api/v1/transactions/" + ids.get(0), "{'category': 'home'}")
                .statusCode(200);
        person.delete("/api/v1/transactions/" + ids.get(2)).statusCode(204);
        bank.undo(plan)
                .statusCode(409)
                .body("code", equalTo("import-changed"))
                .body("conflicts.type", everyItem(equalTo("transaction")))
                .body("conflicts.id", contains(ids.get(2), ids.get(0)));
        person.post(plan + "/undo?keep=changed", "{}").statusCode(200).body("state", equalTo("undone"));
        person.get("/api/v1/transactions?accountId=" + bank.account)
                .body("items.id", contains(ids.get(0)))
                .body("items.importId", contains(id(plan)));
        // What stays is still what the bank's rows became, and what was deleted is not created again.
        assertEquals(
                List.of("skip deleted-before", "create new", "skip same-row"), bank.decisions(bank.plan(NOVEMBER)));
        person.delete(plan).statusCode(204);
        person.get("/api/v1/transactions/" + ids.get(0)).statusCode(200).body("importId", nullValue());
    }

    @Test
    void moneySetAsideStandsInTheWay() {
        String plan = bank.imported(NOVEMBER);
        String salary = person.get("/api/v1/transactions?type=income&importId=" + id(plan))
                .extract()
                .path("items[0].id");
        String goal = person.create("/api/v1/goals", "{'name': 'A boat'}");
        person.create(goal + "/contributions", "{'amount': 5, 'transactionId': '%s'}".formatted(salary));
        bank.undo(plan).statusCode(409).body("code", equalTo("import-changed")).body("conflicts.id", contains(salary));
        person.post(plan + "/undo?keep=changed", "{}").statusCode(200);
        assertEquals("2100.00", bank.balance());
    }

    @Test
    void aPlanThatNoLongerHoldsIsMadeAnew() {
        String plan = bank.plan(NOVEMBER);
        String coffee = bank.record("2026-11-02", "Coffee", "2.50", true);
        long before = person.get("/api/v1/changes").extract().jsonPath().getLong("latest");
        bank.apply(plan).statusCode(409).header("Change-Seq", nullValue()).body("code", equalTo("plan-stale"));
        assertEquals(before, person.get("/api/v1/changes").extract().jsonPath().getLong("latest"));
        assertEquals(List.of("link recorded-by-hand", "create new", "create new"), bank.decisions(plan));
        person.get(plan).body("counts.link", equalTo(1)).body("counts.create", equalTo(2));
        bank.apply(plan).statusCode(200);
        assertEquals(3, bank.transactions());
        person.get(plan + "/rows").body("items[0].transactionId", equalTo(id(coffee)));
    }

    @Test
    void whatDoesNotMatterDoesNotMakeAPlanStale() {
        String plan = bank.plan(NOVEMBER);
        bank.record("2026-11-02", "Something else", "77", true);
        bank.apply(plan).statusCode(200);
    }

    @Test
    void whatWasRecordedByHandIsLinkedAndFreedAgain() {
        String coffee = bank.record("2026-11-01", "Espresso", "2.50", false);
        String plan = bank.plan(Bank.csv("2026-11-02;Coffee;-2.50;R-1", "2026-11-04;Rent;-800.00;R-2"));
        assertEquals(List.of("link recorded-by-hand", "create new"), bank.decisions(plan));
        person.get(plan + "/rows")
                .body("items[0].transactionId", equalTo(id(coffee)))
                .body("items[0].reason.days", equalTo(1))
                .body("items[1].transaction.externalId", equalTo("R-2"));
        bank.apply(plan).statusCode(200);
        person.get(coffee)
                .body("accountId", equalTo(bank.account))
                .body("externalId", equalTo("R-1"))
                .body("description", equalTo("Espresso"))
                .body("date", equalTo("2026-11-01"))
                .body("importId", nullValue());
        bank.undo(plan).statusCode(200);
        person.get(coffee).body("accountId", nullValue()).body("externalId", nullValue());
        assertEquals("100.00", bank.balance());
    }

    @Test
    void aReferenceThatIsTakenInTheAccountComesBackWithUndoing() {
        String other = bank.record("2026-09-01", "Something else", "77", true);
        person.patch(other, "{'externalId': 'MINE'}").statusCode(200);
        String coffee = bank.record("2026-11-01", "Espresso", "2.50", false);
        person.patch(coffee, "{'externalId': 'MINE'}").statusCode(200);
        String plan = bank.plan(Bank.csv("2026-11-02;Coffee;-2.50;R-1", "2026-11-04;Rent;-800.00;R-2"));
        bank.apply(plan).statusCode(200);
        person.get(coffee).body("accountId", equalTo(bank.account)).body("externalId", equalTo("R-1"));
        bank.undo(plan).statusCode(200);
        person.get(coffee).body("accountId", nullValue()).body("externalId", equalTo("MINE"));
    }

    @Test
    void aPlanIsChangedByHand() {
        String plan = bank.plan(NOVEMBER);
        person.patch(plan + "/rows/1", "{'decision': 'skip'}")
                .statusCode(200)
                .body("decision", equalTo("skip"))
                .body("reason.code", equalTo("chosen"));
        person.patch(
                        plan + "/rows/2",
                        "{'description': 'Wages', 'category': 'work', 'tags': ['a', 'a', 'b'], 'notes': 'n'}")
                .statusCode(200)
                .body("transaction.description", equalTo("Wages"))
                .body("transaction.tags", contains("a", "b"))
                .body("reason.code", equalTo("new"));
        person.patch(plan + "/rows", "{'rows': [2, 3], 'category': 'home', 'addTags': ['c']}")
                .statusCode(200)
                .body("counts.skip", equalTo(1));
        person.get(plan + "/rows?decision=create&count=true")
                .body("total", equalTo(2))
                .body("items.transaction.category", contains("home", "home"))
                .body("items[0].transaction.tags", contains("a", "b", "c"));
        person.patch(plan + "/rows", "{'reason': 'chosen', 'decision': 'create'}")
                .statusCode(200)
                .body("counts.create", equalTo(3));
        person.patch(plan + "/rows/1", "{'decision': null}").statusCode(200).body("reason.code", equalTo("new"));
        // Read again, choices stay.
        person.patch(plan, "{'layout': {'dateFormat': 'ymd'}}").statusCode(200);
        person.get(plan + "/rows").body("items[1].transaction.description", equalTo("Wages"));
        bank.apply(plan).statusCode(200);
        person.get("/api/v1/transactions?importId=" + id(plan) + "&q=Wages")
                .body("items[0].notes", equalTo("n"))
                .body("items[0].category", equalTo("home"));
    }

    @Test
    void whatIsSaidOfRowsIsChecked() {
        String plan = bank.plan(Bank.csv("2026-11-02;Coffee;-2.50", "2026-11-03;Nothing;much"));
        assertEquals(List.of("create new", "skip invalid"), bank.decisions(plan));
        person.get(plan + "/rows?reason=invalid").body("items[0].errors[0].code", equalTo("unreadable-amount"));
        person.patch(plan + "/rows/2", "{'decision': 'create'}")
                .statusCode(422)
                .body("errors[0].code", equalTo("row-invalid"));
        person.patch(plan + "/rows", "{'rows': [2], 'decision': 'create'}")
                .statusCode(422)
                .body("errors[0].code", equalTo("row-invalid"));
        person.patch(plan + "/rows", "{'rows': [9]}").statusCode(422).body("errors[0].pointer", equalTo("/rows/0"));
        person.patch(plan + "/rows", "{}").statusCode(422).body("errors[0].pointer", equalTo("/rows"));
        person.patch(plan + "/rows", "{'reason': 'new', 'decision': 'link'}").statusCode(422);
        person.patch(plan + "/rows/3", "{'decision': 'skip'}").statusCode(404);
        person.patch(plan + "/rows/x", "{'decision': 'skip'}").statusCode(404);
        person.patch(plan + "/rows/1", "{'decision': 'link'}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/transactionId"));
        String other = bank.record("2026-11-02", "Other", "3", true);
        person.patch(plan + "/rows/1", "{'decision': 'link', 'transactionId': '%s'}".formatted(id(other)))
                .statusCode(422)
                .body("errors[0].code", equalTo("not-linkable"));
        String strangers = new Bank(Person.signUp()).record("2026-11-02", "Other", "2.50", false);
        person.patch(plan + "/rows/1", "{'decision': 'link', 'transactionId': '%s'}".formatted(id(strangers)))
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-reference"));
        String far = bank.record("2026-01-02", "Long ago", "2.50", false);
        person.patch(plan + "/rows/1", "{'decision': 'link', 'transactionId': '%s'}".formatted(id(far)))
                .statusCode(200)
                .body("decision", equalTo("link"))
                .body("reason.code", equalTo("chosen"));
        bank.apply(plan).statusCode(200);
        person.get(far).body("accountId", equalTo(bank.account));
    }

    @Test
    void strangersSeeNothing() {
        String plan = bank.plan(NOVEMBER);
        Person other = Person.signUp();
        other.get(plan).statusCode(404);
        other.get(plan + "/rows").statusCode(404);
        other.post(plan + "/apply", "{}").statusCode(404);
        other.patch(plan, "{}").statusCode(404);
        other.delete(plan).statusCode(404);
        raw(other.request(), "text/csv", NOVEMBER.getBytes(StandardCharsets.UTF_8))
                .post(Bank.IMPORTS + "?accountId=" + bank.account)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-account"));
    }

    @Test
    void whereAFileGoesIsToldByItsNumberOrByHand() {
        String file = Bank.ofx("2026-11-02;Coffee;-2.50;F1");
        String plan = bank.send("", file.getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .body("state", equalTo("needs-layout"))
                .body("questions", empty())
                .body("statements[0].number", equalTo("123456789"))
                .body("statements[0].accountId", nullValue())
                .extract()
                .header("Location");
        bank.apply(plan).statusCode(409).body("code", equalTo("plan-incomplete"));
        person.patch(plan, "{'accounts': {'99': '%s'}}".formatted(bank.account))
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-number"));
        person.patch(plan, "{'accounts': {'123456789': '%s'}}".formatted(id(plan)))
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-account"));
        person.patch(plan, "{'accounts': {'123456789': 'x'}}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/accounts/123456789"));
        person.patch(plan, "{'accounts': ['x']}").statusCode(422).body("errors[0].pointer", equalTo("/accounts"));
        person.patch(plan, "{'accounts': {'123456789/EUR': '%s'}}".formatted(bank.account))
                .statusCode(200)
                .body("state", equalTo("ready"))
                .body("statements[0].accountId", equalTo(bank.account));
        person.patch("/api/v1/accounts/" + bank.account, "{'number': '123456789'}")
                .statusCode(200);
        bank.send("", file.getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .body("state", equalTo("ready"))
                .body("statements[0].accountId", equalTo(bank.account));
    }

    @Test
    void whatHasBeenPlannedAnewSinceIsNotBroughtBack() {
        String plan = bank.plan(NOVEMBER);
        String applied = bank.apply(plan).statusCode(200).extract().header("Change-Seq");
        String undone = person.post("/api/v1/changes/" + applied + "/undo", "{}")
                .statusCode(201)
                .extract()
                .header("Change-Seq");
        person.patch(plan + "/rows/1", "{'decision': 'skip'}").statusCode(200);
        person.post("/api/v1/changes/" + undone + "/undo", "{}").statusCode(409).body("code", equalTo("undo-conflict"));
        bank.apply(plan).statusCode(200);
        bank.undo(plan).statusCode(200);
        assertEquals("100.00", bank.balance());
    }

    @Test
    void whatIsRefusedIsNoChange() {
        String open = bank.send("", NOVEMBER.getBytes(StandardCharsets.UTF_8))
                .extract()
                .header("Location");
        long before = person.get("/api/v1/changes").extract().jsonPath().getLong("latest");
        bank.apply(open).statusCode(409).body("code", equalTo("plan-incomplete"));
        person.post(Bank.IMPORTS + "/" + bank.account + "/apply", "{}").statusCode(404);
        assertEquals(before, person.get("/api/v1/changes").extract().jsonPath().getLong("latest"));
    }

    @Test
    void aCurrencyThatIsNoneIsSaidRowByRow() {
        bank.send(Bank.ofx("2026-11-02;Coffee;-2.50").replace("<CURDEF>EUR", "<CURDEF>EURO"))
                .statusCode(201)
                .body("statements[0].currency", equalTo("EUR"))
                .body("counts.invalid", equalTo(1));
    }

    @Test
    void formsThatAreNoneAreRefused() {
        for (String part : List.of(
                "Content-Disposition: ,",
                "Content-Disposition: form-data; name",
                "Content-Disposition: form-data; name=\"file\"\r\nContent-Type: ,",
                "Content-Disposition: form-data; name=\"file\"\r\nContent-Transfer-Encoding: ,",
                "Content-Disposition: form-data; name=\"file\"\r\nContent-Type: multipart/mixed")) {
            int status = raw(
                            person.request(),
                            "multipart/form-data; boundary=x",
                            ("--x\r\n" + part + "\r\n\r\nx\r\n--x--\r\n").getBytes(StandardCharsets.UTF_8))
                    .post(Bank.IMPORTS)
                    .statusCode();
            assertEquals(4, status / 100, part + " is answered " + status);
        }
    }

    @Test
    void aClosedAccountTakesNothing() {
        String plan = bank.plan(NOVEMBER);
        person.patch("/api/v1/accounts/" + bank.account, "{'closed': true}").statusCode(200);
        bank.apply(plan).statusCode(409).body("code", equalTo("account-closed"));
    }

    @Test
    void anAccountThatIsGoneLeavesThePlanIncomplete() {
        String plan = bank.plan(NOVEMBER);
        person.delete("/api/v1/accounts/" + bank.account).statusCode(204);
        bank.apply(plan).statusCode(409).body("code", equalTo("plan-stale"));
        person.get(plan).body("state", equalTo("needs-layout")).body("statements[0].accountId", nullValue());
        bank.apply(plan).statusCode(409).body("code", equalTo("plan-incomplete"));
    }

    @Test
    void filesThatAreNoneAreRefused() {
        bank.send("Dear all, this is no statement.").statusCode(422).body("code", equalTo("unknown-format"));
        bank.send("", new byte[0]).statusCode(400).body("code", equalTo("empty-body"));
        bank.send("", new byte[10 * 1024 * 1024 + 1]).statusCode(413).body("code", equalTo("body-too-large"));
        bank.send("?format=pdf", NOVEMBER.getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("errors[0].parameter", equalTo("format"));
        bank.send("?format=camt", "<!DOCTYPE x [<!ENTITY a 'b'>]><Document/>".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", equalTo("unreadable-file"));
    }

    @Test
    void aFormIsTaken() {
        person.request()
                .multiPart("file", "c:\\files\\november.csv", NOVEMBER.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post(Bank.IMPORTS + "?accountId=" + bank.account)
                .then()
                .statusCode(201)
                .body("fileName", equalTo("november.csv"))
                .body("counts.rows", equalTo(3));
        person.request()
                .multiPart("other", "x.csv", NOVEMBER.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post(Bank.IMPORTS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/other"));
        raw(person.request(), "multipart/form-data; boundary=x", "nonsense".getBytes(StandardCharsets.UTF_8))
                .post(Bank.IMPORTS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/file"));
    }

    @Test
    void aFormIsPlannedOnceForItsKey() {
        List<String> plans = Stream.of("one", "other")
                .map(boundary -> raw(
                                person.request().header("Idempotency-Key", "once"),
                                "multipart/form-data; boundary=" + boundary,
                                ("--" + boundary
                                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n"
                                                + NOVEMBER + "\r\n--" + boundary + "--\r\n")
                                        .getBytes(StandardCharsets.UTF_8))
                        .post(Bank.IMPORTS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();
        assertEquals(plans.get(0), plans.get(1));
    }

    @Test
    void tooManyRowsAreRefused() {
        StringBuilder rows = new StringBuilder("date;description;amount\n");
        for (int i = 0; i <= 20_000; i++) {
            rows.append("2026-11-02;Row ").append(i).append(";-1.00\n");
        }
        bank.send(rows.toString()).statusCode(422).body("code", equalTo("too-many-rows"));
    }

    @Test
    void importsAreListedByState() {
        String first = bank.imported(NOVEMBER);
        String second = bank.plan(Bank.csv("2026-11-09;Tea;-1.00"));
        String third = bank.send("", Bank.csv("2026-11-09;Tea;-1.00").getBytes(StandardCharsets.UTF_8))
                .extract()
                .header("Location");
        person.get(Bank.IMPORTS + "?count=true")
                .body("items.id", contains(id(third), id(second), id(first)))
                .body("total", equalTo(3));
        person.get(Bank.IMPORTS + "?state=applied").body("items.id", contains(id(first)));
        person.get(Bank.IMPORTS + "?state=ready").body("items.id", contains(id(second)));
        person.get(Bank.IMPORTS + "?state=needs-layout").body("items.id", contains(id(third)));
        person.get(Bank.IMPORTS + "?limit=1")
                .body("items.id", contains(id(third)))
                .body("next", notNullValue());
    }

    @Test
    void textsFollowTheLanguage() {
        String plan = bank.plan(NOVEMBER);
        person.request()
                .header("Accept-Language", "de")
                .get(plan + "/rows")
                .then()
                .statusCode(200)
                .header("Content-Language", "de")
                .body("items[0].reason.message", equalTo("Nichts, was gebucht ist, gleicht ihr."));
    }
}
