package org.nestegg.transaction.transfer;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

/** Money that is moved: two sides, always both at once. */
@QuarkusTest
class TransferTest extends ApiTest {

    private static final String TRANSFERS = "/api/v1/transfers";
    private static final String TRANSACTIONS = "/api/v1/transactions";

    private Person person;
    private String current;
    private String savings;
    private String dollars;

    @BeforeEach
    void openAccounts() {
        person = Person.signUp();
        current = open("Current", "EUR");
        savings = open("Savings", "EUR");
        dollars = open("Dollars", "USD");
    }

    private String open(String name, String currency) {
        return person.post("/api/v1/accounts", "{'name': '%s', 'currency': '%s'}".formatted(name, currency))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse move(String from, String to, String amount, String more) {
        return person.post(
                TRANSFERS,
                "{'fromAccountId': '%s', 'toAccountId': '%s', 'amount': '%s'%s}"
                        .formatted(from, to, amount, more.isEmpty() ? "" : ", " + more));
    }

    private String moved(String from, String to, String amount, String more) {
        return move(from, to, amount, more).statusCode(201).extract().header("Location");
    }

    private void assertBalances(String ofCurrent, String ofSavings, String ofDollars) {
        person.get("/api/v1/accounts?sort=name")
                .body("items.name", contains("Current", "Dollars", "Savings"))
                .body("items.balance", contains(ofCurrent, ofDollars, ofSavings));
    }

    private String record(String type, String amount, String account) {
        return id(person.record(type, "x", amount, "'accountId': '%s'".formatted(account)));
    }

    private ValidatableResponse link(String out, String in) {
        return person.post(TRANSFERS + "/link", "{'outId': '%s', 'inId': '%s'}".formatted(out, in));
    }

    @Test
    void aTransferIsTwoTransactions() {
        ValidatableResponse answer = move(
                        current,
                        savings,
                        "100",
                        "'date': '2026-11-20', 'category': 'saving', 'tags': ['a', 'a'], 'notes': 'n'")
                .statusCode(201)
                .body("fromAccountId", equalTo(current))
                .body("toAccountId", equalTo(savings))
                .body("amount", equalTo("100.00"))
                .body("receivedAmount", equalTo("100.00"))
                .body("receivedCurrency", equalTo("EUR"))
                .body("date", equalTo("2026-11-20"))
                .body("receivedDate", equalTo("2026-11-20"))
                .body("description", equalTo("Current → Savings"))
                .body("tags", contains("a"));
        String transfer = answer.extract().header("Location");
        String out = answer.extract().path("outId");
        String in = answer.extract().path("inId");
        assertEquals(answer.extract().asString(), person.get(transfer).extract().asString());
        for (String side : List.of(out, in)) {
            person.get(TRANSACTIONS + "/" + side)
                    .body("type", equalTo("transfer"))
                    .body("transferId", equalTo(id(transfer)))
                    .body("accountId", equalTo(side.equals(out) ? current : savings))
                    .body("amount", equalTo(side.equals(out) ? "-100.00" : "100.00"))
                    .body("category", equalTo("saving"))
                    .body("notes", equalTo("n"));
        }
        person.get(TRANSACTIONS + "?type=transfer").body("items", hasSize(2));
        person.get(TRANSACTIONS + "?transferId=" + id(transfer)).body("items", hasSize(2));
        person.get(TRANSACTIONS + "?type=expense").body("items", empty());
        person.get("/api/v1/incomes").body("items", empty());
        assertBalances("-100.00", "100.00", "0.00");
        person.get(TRANSACTIONS + "/summary?groupBy=account")
                .body("totals.income", contains("0.00"))
                .body("totals.transfer", contains("0.00"))
                .body("totals.balance", contains("0.00"))
                .body("totals.count", contains(2))
                .body("groups.key", containsInAnyOrder(current, savings))
                .body("groups.transfer", containsInAnyOrder("-100.00", "100.00"));
        person.get("/api/v1/changes?limit=100")
                .body("items[-1].kind", equalTo("createTransfer"))
                .body("items[-1].items.type", containsInAnyOrder("transfer", "transaction", "transaction"));
        person.delete(transfer).statusCode(204);
        person.get(TRANSACTIONS).body("items", empty());
        assertBalances("0.00", "0.00", "0.00");
    }

    @Test
    void betweenCurrenciesBothAmountsAreSaid() {
        move(current, dollars, "10", "")
                .statusCode(422)
                .body("errors.pointer", contains("/receivedAmount"))
                .body("errors.code", contains("required"));
        String transfer = moved(
                current, dollars, "10", "'receivedAmount': '11.5', 'receivedDate': '2026-11-22', 'date': '2026-11-20'");
        person.get(transfer)
                .body("receivedAmount", equalTo("11.50"))
                .body("receivedCurrency", equalTo("USD"))
                .body("receivedDate", equalTo("2026-11-22"));
        assertBalances("-10.00", "0.00", "11.50");
        person.patch(transfer, "{'amount': 20}").statusCode(200).body("receivedAmount", equalTo("11.50"));
        // Within one currency again, what arrives is what leaves.
        person.patch(transfer, "{'toAccountId': '%s'}".formatted(savings))
                .statusCode(200)
                .body("receivedAmount", equalTo("20.00"));
        assertBalances("-20.00", "20.00", "0.00");
        person.patch(transfer, "{'toAccountId': '%s'}".formatted(dollars)).statusCode(422);
        person.patch(transfer, "{'amount': 30}").statusCode(200).body("receivedAmount", equalTo("30.00"));
        person.patch(transfer, "{'receivedAmount': 31}")
                .statusCode(422)
                .body("errors.code", contains("amounts-differ"));
        person.patch(transfer, "{'amount': 31, 'receivedAmount': '31.00'}").statusCode(200);
        move(current, savings, "10", "'receivedAmount': 9")
                .statusCode(422)
                .body("errors.code", contains("amounts-differ"));
    }

    @Test
    void theDayItArrivesFollowsUntilItIsSetApart() {
        String transfer = moved(current, savings, "1", "'date': '2026-11-20'");
        person.patch(transfer, "{'date': '2026-11-21'}").body("receivedDate", equalTo("2026-11-21"));
        person.patch(transfer, "{'receivedDate': '2026-11-25'}").body("date", equalTo("2026-11-21"));
        person.patch(transfer, "{'date': '2026-11-22'}").body("receivedDate", equalTo("2026-11-25"));
        person.patch(transfer, "{'receivedDate': null}").body("receivedDate", equalTo("2026-11-22"));
    }

    @Test
    void sidesKeepTextsOfTheirOwn() {
        String transfer = moved(current, savings, "1", "'description': 'both', 'category': 'c'");
        String out = person.get(transfer).extract().path("outId");
        String in = person.get(transfer).extract().path("inId");
        String before = person.get(transfer).extract().path("updatedAt");
        person.patch(TRANSACTIONS + "/" + in, "{'description': 'arrived', 'tags': ['x'], 'externalId': 'r'}")
                .statusCode(200);
        person.get(transfer).body("description", equalTo("both")).body("updatedAt", equalTo(before));
        person.patch(transfer, "{'category': 'd'}").statusCode(200);
        person.get(TRANSACTIONS + "/" + in)
                .body("category", equalTo("d"))
                .body("description", equalTo("arrived"))
                .body("externalId", equalTo("r"))
                .body("tags", contains("x"));
        person.patch(TRANSACTIONS + "/" + out, "{'description': 'left'}").statusCode(200);
        person.get(transfer).body("description", equalTo("left"));
        person.patch(transfer, "{'description': null}").body("description", equalTo("Current → Savings"));
        person.get(TRANSACTIONS + "/" + in).body("description", equalTo("Current → Savings"));
        // A change that changes nothing is none.
        String tag = person.get(transfer).extract().header("ETag");
        assertEquals(
                null,
                person.patch(transfer, "{'category': 'd'}")
                        .statusCode(200)
                        .extract()
                        .header("Change-Seq"));
        assertEquals(tag, person.get(transfer).extract().header("ETag"));
        person.put(transfer, "{'fromAccountId': '%s', 'toAccountId': '%s', 'amount': 2}".formatted(savings, current))
                .statusCode(200)
                .body("category", nullValue())
                .body("outId", equalTo(out));
        assertBalances("2.00", "-2.00", "0.00");
    }

    @Test
    void aSideIsNotChangedAlone() {
        String transfer = moved(current, savings, "1", "'date': '2026-11-20'");
        String out = TRANSACTIONS + "/" + person.get(transfer).extract().path("outId");
        for (String change : List.of(
                "{'amount': 2}",
                "{'amount': 1}",
                "{'date': '2026-11-21'}",
                "{'accountId': null}",
                "{'accountId': '%s'}".formatted(savings),
                "{'currency': 'USD'}",
                "{'type': 'expense'}")) {
            person.patch(out, change).statusCode(409).body("code", equalTo("part-of-transfer"));
            person.post(
                            TRANSACTIONS + "/batch",
                            "{'update': [%s]}".formatted(change.replace("{", "{'id': '%s', ".formatted(id(out)))))
                    .statusCode(422)
                    .body("errors.pointer", contains("/update/0"))
                    .body("errors.code", contains("part-of-transfer"));
        }
        person.delete(out).statusCode(409).body("code", equalTo("part-of-transfer"));
        person.post(TRANSACTIONS + "/batch", "{'delete': ['%s']}".formatted(id(out)))
                .statusCode(422)
                .body("errors.pointer", contains("/delete/0"))
                .body("errors.code", contains("part-of-transfer"));
        person.post(
                        TRANSACTIONS + "/batch",
                        "{'update': [{'id': '%s', 'notes': 'n', 'category': 'c'}]}".formatted(id(out)))
                .statusCode(200)
                .body("update[0].notes", equalTo("n"));
        // What was read can be written back, with other texts.
        person.put(
                        out,
                        "{'type': 'transfer', 'description': 'd', 'amount': '-1.00', 'currency': 'EUR', 'date': '2026-11-20',"
                                + " 'accountId': '%s'}".formatted(current))
                .statusCode(200)
                .body("description", equalTo("d"));
        assertBalances("-1.00", "1.00", "0.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'fromAccountId': '<c>', 'toAccountId': '<c>', 'amount': 1}|/toAccountId|same-account",
                "{'fromAccountId': '<x>', 'toAccountId': '<c>', 'amount': 1}|/fromAccountId|unknown-account",
                "{'fromAccountId': '<c>', 'toAccountId': '<x>', 'amount': 1}|/toAccountId|unknown-account",
                "{'fromAccountId': '<c>', 'toAccountId': '<s>', 'amount': 0}|/amount|not-positive",
                "{'fromAccountId': '<c>', 'toAccountId': '<s>', 'amount': -1}|/amount|not-positive",
                "{'fromAccountId': '<c>', 'toAccountId': '<s>', 'amount': '1.001'}|/amount|too-many-decimals",
                "{'fromAccountId': '<c>', 'toAccountId': '<d>', 'amount': 1, 'receivedAmount': -1}|/receivedAmount|not-positive",
                "{'fromAccountId': '<c>', 'toAccountId': '<s>'}|/amount|required",
                "{'fromAccountId': 'x', 'toAccountId': '<s>', 'amount': 1}|/fromAccountId|wrong-type",
                "{'fromAccountId': '<c>', 'toAccountId': '<s>', 'amount': 1, 'currency': 'EUR'}|/currency|unknown-field",
                "{'fromAccountId': '<c>', 'toAccountId': '<s>', 'amount': 1, 'date': 'now'}|/date|invalid-date"
            })
    void aBadTransferIsRefused(String body, String pointer, String code) {
        String theirs = Person.signUp()
                .post("/api/v1/accounts", "{'name': 'Theirs'}")
                .extract()
                .path("id");
        person.post(
                        TRANSFERS,
                        body.replace("<c>", current)
                                .replace("<s>", savings)
                                .replace("<d>", dollars)
                                .replace("<x>", theirs))
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
        person.get(TRANSACTIONS).body("items", empty());
    }

    @Test
    void aClosedAccountTakesPartInNone() {
        String transfer = moved(current, savings, "1", "");
        person.patch("/api/v1/accounts/" + savings, "{'closed': true}").statusCode(200);
        move(current, savings, "1", "").statusCode(409).body("code", equalTo("account-closed"));
        move(savings, current, "1", "").statusCode(409).body("code", equalTo("account-closed"));
        person.patch(transfer, "{'amount': 2}").statusCode(200);
        assertBalances("-2.00", "2.00", "0.00");
        String other = moved(current, dollars, "1", "'receivedAmount': 1");
        person.patch(other, "{'toAccountId': '%s'}".formatted(savings))
                .statusCode(409)
                .body("code", equalTo("account-closed"));
        person.delete(transfer).statusCode(204);
    }

    @Test
    void transfersAreFoundAgain() {
        moved(current, savings, "1", "'date': '2026-11-20', 'description': 'one'");
        moved(savings, current, "2", "'date': '2026-11-22', 'description': 'two'");
        moved(current, dollars, "3", "'date': '2026-11-21', 'receivedAmount': 3, 'description': 'three'");
        person.get(TRANSFERS + "?count=true")
                .body("items.description", contains("two", "three", "one"))
                .body("total", equalTo(3));
        person.get(TRANSFERS + "?accountId=" + savings).body("items.description", contains("two", "one"));
        person.get(TRANSFERS + "?from=2026-11-21&to=2026-11-21").body("items.description", contains("three"));
        person.get(TRANSFERS + "?q=TWO").body("items.description", contains("two"));
        String all = "";
        String next = TRANSFERS + "?limit=1";
        while (next != null) {
            var page = person.get(next).statusCode(200).extract();
            all += page.<List<String>>path("items.description");
            next = page.path("next");
        }
        assertEquals("[two][three][one]", all);
        person.get(TRANSFERS + "?accountId=x").statusCode(422);
        Person.signUp().get(TRANSFERS).body("items", empty());
    }

    @Test
    void anExpenseAndAnIncomeBecomeOne() {
        String out = record("expense", "5", current);
        String in = record("income", "5", savings);
        String transfer = link(out, in)
                .statusCode(201)
                .body("outId", equalTo(out))
                .body("inId", equalTo(in))
                .body("amount", equalTo("5.00"))
                .extract()
                .header("Location");
        person.get(TRANSACTIONS + "/" + in).body("type", equalTo("transfer")).body("amount", equalTo("5.00"));
        link(out, in).statusCode(409).body("code", equalTo("part-of-transfer"));
        person.get(TRANSACTIONS + "/summary").body("totals.income", contains("0.00"));
        person.post(transfer + "/unlink", "{}").statusCode(204);
        person.get(transfer).statusCode(404);
        person.get(TRANSACTIONS + "/" + in).body("type", equalTo("income")).body("transferId", nullValue());
        person.get(TRANSACTIONS + "/summary")
                .body("totals.income", contains("5.00"))
                .body("totals.expense", contains("-5.00"));
        person.request().post(transfer + "/unlink").then().statusCode(404);
        person.delete(TRANSACTIONS + "/" + in).statusCode(204);
        assertBalances("-5.00", "0.00", "0.00");
    }

    @Test
    void whatIsNoTransferIsNotLinked() {
        String out = record("expense", "5", current);
        String in = record("income", "5", savings);
        refused(link(in, out), "/outId", "wrong-direction");
        refused(link(out, out), "/inId", "wrong-direction");
        refused(link(out, record("income", "6", savings)), "/inId", "amounts-differ");
        refused(link(out, record("income", "5", current)), "/inId", "same-account");
        refused(link(out, id(person.record("income", "x", "5", ""))), "/inId", "account-required");
        refused(link(id(person.record("expense", "x", "5", "")), in), "/outId", "account-required");
        refused(link(out, UUID.randomUUID().toString()), "/inId", "unknown-reference");
        Person other = Person.signUp();
        refused(link(out, id(other.record("income", "x", "5", ""))), "/inId", "unknown-reference");
        String goal = person.create("/api/v1/goals", "{'name': 'g'}");
        person.create(goal + "/contributions", "{'amount': 4, 'transactionId': '%s'}".formatted(in));
        link(out, in).statusCode(409).body("code", equalTo("income-has-contributions"));
        person.get(TRANSFERS).body("items", empty());
        person.patch("/api/v1/accounts/" + dollars, "{'closed': true}").statusCode(200);
        String before = record("expense", "7", current);
        person.patch("/api/v1/accounts/" + dollars, "{'closed': false}").statusCode(200);
        String inDollars = record("income", "7", dollars);
        person.patch("/api/v1/accounts/" + dollars, "{'closed': true}").statusCode(200);
        link(before, inDollars).statusCode(409).body("code", equalTo("account-closed"));
        person.patch("/api/v1/accounts/" + dollars, "{'closed': false}").statusCode(200);
        // Between currencies any two amounts will do.
        link(out, record("income", "7", dollars)).statusCode(201).body("receivedAmount", equalTo("7.00"));
    }

    private static void refused(ValidatableResponse answer, String pointer, String code) {
        answer.statusCode(422).body("errors.pointer", contains(pointer)).body("errors.code", contains(code));
    }

    @Test
    void aTransferIsNoIncome() {
        String in = person.get(moved(current, savings, "5", "")).extract().path("inId");
        String goal = person.create("/api/v1/goals", "{'name': 'g'}");
        person.post(goal + "/contributions", "{'amount': 4, 'transactionId': '%s'}".formatted(in))
                .statusCode(422)
                .body("errors.code", contains("not-an-income"));
        person.post(TRANSACTIONS, "{'type': 'transfer', 'description': 'x', 'amount': 1}")
                .statusCode(422)
                .body("errors.pointer", contains("/type"));
        person.post(
                        TRANSACTIONS,
                        "{'type': 'income', 'description': 'x', 'amount': 1, 'transferId': '%s'}"
                                .formatted(UUID.randomUUID()))
                .statusCode(422)
                .body("errors.code", contains("unknown-field"));
    }

    /** However little of it changes. */
    @Test
    void aTransferChangesAsAWhole() {
        String transfer = moved(current, savings, "1", "'date': '2026-11-20'");
        String out = person.get(transfer).extract().path("outId");
        String in = person.get(transfer).extract().path("inId");
        String seq = person.patch(transfer, "{'receivedDate': '2026-11-25'}")
                .statusCode(200)
                .extract()
                .header("Change-Seq");
        person.get("/api/v1/changes/" + seq).body("items.id", containsInAnyOrder(id(transfer), out, in));
        // Known by the same in both accounts, which change places.
        for (String side : List.of(out, in)) {
            person.patch(TRANSACTIONS + "/" + side, "{'externalId': 'r'}").statusCode(200);
        }
        person.patch(transfer, "{'fromAccountId': '%s', 'toAccountId': '%s'}".formatted(savings, current))
                .statusCode(200);
        person.get(TRANSACTIONS + "?externalId=r").body("items.accountId", containsInAnyOrder(current, savings));
        assertBalances("1.00", "-1.00", "0.00");
    }

    /** Long names make a description that fits. */
    @Test
    void theDescriptionFits() {
        String from = open("a".repeat(100), "EUR");
        String to = open("😀".repeat(100), "EUR");
        String description = move(from, to, "1", "").statusCode(201).extract().path("description");
        assertEquals(200, description.codePointCount(0, description.length()));
    }

    @Test
    void whatIsDoneAtOnceIsDoneOnce() {
        String out = record("expense", "5", current);
        String in = record("income", "5", savings);
        List<Integer> linked = Race.of(5, _ -> link(out, in).extract().statusCode());
        assertEquals(1, linked.stream().filter(status -> status == 201).count(), linked.toString());
        assertEquals(4, linked.stream().filter(status -> status == 409).count(), linked.toString());
        String transfer = TRANSFERS + "/" + person.get(TRANSFERS).extract().path("items[0].id");
        List<Integer> over = Race.of(
                6,
                i -> i % 2 == 0
                        ? person.request().post(transfer + "/unlink").statusCode()
                        : person.request().delete(transfer).statusCode());
        assertEquals(1, over.stream().filter(status -> status == 204).count(), over.toString());
        assertEquals(5, over.stream().filter(status -> status == 404).count(), over.toString());
    }
}
