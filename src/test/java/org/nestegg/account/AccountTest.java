package org.nestegg.account;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

/** Where money lies, and what comes of it for transactions. */
@QuarkusTest
class AccountTest extends ApiTest {

    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String TRANSACTIONS = "/api/v1/transactions";

    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
    }

    private String open(String name, String more) {
        return person.create(ACCOUNTS, "{'name': '%s'%s}".formatted(name, more.isEmpty() ? "" : ", " + more));
    }

    private String spend(String account, String amount) {
        return person.record("expense", "x", amount, "'accountId': '%s'".formatted(id(account)));
    }

    private ValidatableResponse post(String more) {
        return person.post(TRANSACTIONS, "{'type': 'expense', 'description': 'x', 'amount': 1, %s}".formatted(more));
    }

    @Test
    void anAccountIsWhatWasSaidOfIt() {
        person.post(ACCOUNTS, "{'name': 'Purse'}")
                .statusCode(201)
                .body("kind", equalTo("checking"))
                .body("currency", equalTo("EUR"))
                .body("institution", nullValue())
                .body("number", nullValue())
                .body("openingBalance", equalTo("0.00"))
                .body("balance", equalTo("0.00"))
                .body("transactionCount", equalTo(0))
                .body("closed", equalTo(false));
        String account = open(
                "Card",
                "'kind': 'credit-card', 'currency': 'JPY', 'institution': 'A bank', 'number': ' de89 3704 0044 0532 0130 00 ',"
                        + " 'openingBalance': '-1200', 'closed': true");
        person.get(account)
                .statusCode(200)
                .body("kind", equalTo("credit-card"))
                .body("number", equalTo("de89370400440532013000"))
                .body("openingBalance", equalTo("-1200"))
                .body("balance", equalTo("-1200"))
                .body("closed", equalTo(true));
        person.patch(account, "{'closed': false, 'openingBalance': 5, 'number': null}")
                .statusCode(200)
                .body("closed", equalTo(false))
                .body("balance", equalTo("5"))
                .body("number", nullValue())
                .body("institution", equalTo("A bank"));
        person.put(account, "{'name': 'Card'}")
                .statusCode(200)
                .body("currency", equalTo("EUR"))
                .body("kind", equalTo("checking"))
                .body("institution", nullValue());
        person.delete(account).statusCode(204);
        person.get(account).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/name|required",
                "{'name': ''}|/name|too-short",
                "{'name': 'x', 'kind': 'sock'}|/kind|not-one-of",
                "{'name': 'x', 'currency': 'XAU'}|/currency|unknown-currency",
                "{'name': 'x', 'openingBalance': '1.001'}|/openingBalance|too-many-decimals",
                "{'name': 'x', 'openingBalance': '10000000000000'}|/openingBalance|out-of-range",
                "{'name': 'x', 'number': 'DE88 3704 0044 0532 0130 00'}|/number|invalid-iban",
                "{'name': 'x', 'number': '12345678901234567890123456789012345'}|/number|too-long",
                "{'name': 'x', 'closed': 'no'}|/closed|wrong-type",
                "{'name': 'x', 'balance': '1'}|/balance|unknown-field",
                "{'name': 'x', 'transactionCount': 1}|/transactionCount|unknown-field"
            })
    void aBadAccountIsRefused(String body, String pointer, String code) {
        person.post(ACCOUNTS, body)
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
        person.get(ACCOUNTS).body("items", empty());
    }

    /** Only what is written like one is taken for one; these are those of the registry of ISO 13616. */
    @ParameterizedTest
    @CsvSource({
        "GB29 NWBK 6016 1331 9268 19",
        "NO93 8601 1117 947",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "12345",
        "DE12",
        "Sparbuch 7",
        "XX1"
    })
    void whatIsNoMistakenIbanIsKept(String number) {
        person.get(open("A", "'number': '%s'".formatted(number))).body("number", equalTo(number.replace(" ", "")));
    }

    @Test
    void namesAreUniqueWithoutCase() {
        open("Purse", "");
        person.post(ACCOUNTS, "{'name': 'PURSE'}").statusCode(409).body("code", equalTo("account-name-taken"));
        String other = open("Other", "");
        person.patch(other, "{'name': 'purse'}").statusCode(409).body("code", equalTo("account-name-taken"));
        Person.signUp().create(ACCOUNTS, "{'name': 'Purse'}");
        List<Integer> statuses = Race.of(
                6, i -> person.post(ACCOUNTS, "{'name': 'race'}").extract().statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(5, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
    }

    @Test
    void accountsAreFoundAgain() {
        open("beta", "'kind': 'cash'");
        open("Alpha", "'currency': 'USD', 'institution': 'The Bank'");
        open("gamma", "'closed': true, 'number': '4711'");
        person.get(ACCOUNTS).body("items.name", contains("gamma", "Alpha", "beta"));
        person.get(ACCOUNTS + "?sort=name").body("items.name", contains("Alpha", "beta", "gamma"));
        person.get(ACCOUNTS + "?closed=true").body("items.name", contains("gamma"));
        person.get(ACCOUNTS + "?closed=false&count=true").body("total", equalTo(2));
        person.get(ACCOUNTS + "?kind=cash").body("items.name", contains("beta"));
        person.get(ACCOUNTS + "?currency=USD").body("items.name", contains("Alpha"));
        person.get(ACCOUNTS + "?q=the bank").body("items.name", contains("Alpha"));
        person.get(ACCOUNTS + "?q=71").body("items.name", contains("gamma"));
        for (String sort : List.of("", "&sort=name")) {
            String all = "";
            String next = ACCOUNTS + "?limit=1" + sort;
            while (next != null) {
                var page = person.get(next).statusCode(200).extract();
                all += page.<List<String>>path("items.name");
                next = page.path("next");
            }
            assertEquals(sort.isEmpty() ? "[gamma][Alpha][beta]" : "[Alpha][beta][gamma]", all);
        }
        person.get(ACCOUNTS + "?kind=sock").statusCode(422);
    }

    @Test
    void theBalanceFollowsTransactions() {
        String account = open("A", "'openingBalance': 100");
        String updated = person.get(account).extract().path("updatedAt");
        String expense = spend(account, "30.50");
        person.record("income", "x", "5", "'accountId': '%s', 'date': '2030-01-01'".formatted(id(account)));
        person.get(account)
                .body("balance", equalTo("74.50"))
                .body("transactionCount", equalTo(2))
                .body("updatedAt", equalTo(updated));
        person.patch(expense, "{'amount': 40}").statusCode(200);
        person.get(account).body("balance", equalTo("65.00"));
        person.patch(expense, "{'accountId': null}").statusCode(200).body("accountId", nullValue());
        person.get(account).body("balance", equalTo("105.00")).body("transactionCount", equalTo(1));
        person.patch(expense, "{'accountId': '%s'}".formatted(id(account))).statusCode(200);
        person.delete(expense).statusCode(204);
        person.get(account).body("balance", equalTo("105.00"));
        person.get(account + "/history").body("items.op", contains("created"));
    }

    @Test
    void aTransactionHasTheCurrencyOfItsAccount() {
        String dollars = open("Dollars", "'currency': 'USD'");
        post("'accountId': '%s'".formatted(id(dollars))).statusCode(201).body("currency", equalTo("USD"));
        post("'accountId': '%s', 'currency': 'USD'".formatted(id(dollars))).statusCode(201);
        post("'accountId': '%s', 'currency': 'EUR'".formatted(id(dollars)))
                .statusCode(422)
                .body("errors.pointer", contains("/currency"))
                .body("errors.code", contains("account-currency"));
        String euros = person.record("expense", "x", "1", "");
        person.patch(euros, "{'accountId': '%s'}".formatted(id(dollars)))
                .statusCode(422)
                .body("errors.code", contains("account-currency"));
        person.patch(euros, "{'accountId': '%s', 'currency': 'USD'}".formatted(id(dollars)))
                .statusCode(200);
        person.get(dollars).body("balance", equalTo("-3.00"));
    }

    @Test
    void anAccountOfSomebodyElseIsUnknown() {
        String theirs = id(Person.signUp().create(ACCOUNTS, "{'name': 'Theirs'}"));
        String mine = person.record("expense", "x", "1", "");
        for (String id : List.of(theirs, UUID.randomUUID().toString())) {
            String named = "'accountId': '%s'".formatted(id);
            for (ValidatableResponse answer : List.of(
                    post(named),
                    person.patch(mine, "{" + named + "}"),
                    person.post("/api/v1/expenses", "{'description': 'x', 'amount': 1, " + named + "}"))) {
                answer.statusCode(422)
                        .body("errors.pointer", contains("/accountId"))
                        .body("errors.code", contains("unknown-account"));
            }
            person.post(
                            TRANSACTIONS + "/batch",
                            "{'create': [{'type': 'income', 'description': 'x', 'amount': 1}, {'type': 'income',"
                                    + " 'description': 'x', 'amount': 1, " + named + "}]}")
                    .statusCode(422)
                    .body("errors.pointer", contains("/create/1/accountId"))
                    .body("errors.code", contains("unknown-account"));
            person.get(TRANSACTIONS + "?accountId=" + id).statusCode(200).body("items", empty());
            person.get(TRANSACTIONS + "/summary?accountId=" + id)
                    .statusCode(200)
                    .body("totals", empty());
            person.get(ACCOUNTS + "/" + id + "/balances").statusCode(404);
        }
        person.get(TRANSACTIONS + "?count=true").body("total", equalTo(1));
    }

    @Test
    void aClosedAccountTakesNothingNew() {
        String account = open("A", "");
        String there = spend(account, "5");
        String elsewhere = person.record("expense", "x", "1", "");
        person.patch(account, "{'closed': true}").statusCode(200);
        String named = "'accountId': '%s'".formatted(id(account));
        post(named).statusCode(409).body("code", equalTo("account-closed"));
        person.patch(elsewhere, "{" + named + "}").statusCode(409).body("code", equalTo("account-closed"));
        person.post(
                        TRANSACTIONS + "/batch",
                        "{'create': [{'type': 'income', 'description': 'x', 'amount': 1, %s}], 'update': [{'id': '%s', %s}]}"
                                .formatted(named, id(elsewhere), named))
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/create/0/accountId", "/update/0/accountId"))
                .body("errors.code", contains("account-closed", "account-closed"));
        person.patch(there, "{'amount': 6}").statusCode(200);
        person.get(account).body("balance", equalTo("-6.00"));
        person.delete(there).statusCode(204);
        // What undoing would bring back is new, too.
        long seq = Long.parseLong(
                person.get("/api/v1/changes?limit=100").extract().path("latest").toString());
        person.request()
                .post("/api/v1/changes/" + seq + "/undo")
                .then()
                .statusCode(409)
                .body("code", equalTo("undo-conflict"))
                .body("conflicts.id", contains(id(there)));
        person.patch(account, "{'closed': false}").statusCode(200);
        person.request().post("/api/v1/changes/" + seq + "/undo").then().statusCode(201);
        person.get(account).body("balance", equalTo("-6.00"));
    }

    @Test
    void anAccountInUseStays() {
        String account = open("A", "");
        String transaction = spend(account, "5");
        person.patch(account, "{'currency': 'USD'}").statusCode(409).body("code", equalTo("account-in-use"));
        person.put(account, "{'name': 'B'}").statusCode(200).body("currency", equalTo("EUR"));
        person.delete(account).statusCode(409).body("code", equalTo("account-in-use"));
        person.delete(account + "?cascade=true").statusCode(204);
        person.get(transaction).statusCode(404);
        person.get(TRANSACTIONS + "/summary").body("totals", empty());
    }

    @Test
    void moneyThatIsSetAsideKeepsItsAccount() {
        String account = open("A", "");
        String income = person.record("income", "x", "10", "'accountId': '%s'".formatted(id(account)));
        String goal = person.create("/api/v1/goals", "{'name': 'g'}");
        person.create(goal + "/contributions", "{'amount': 4, 'transactionId': '%s'}".formatted(id(income)));
        person.delete(account + "?cascade=true").statusCode(409).body("code", equalTo("income-has-contributions"));
        person.get(account).statusCode(200).body("transactionCount", equalTo(1));
    }

    @Test
    void aCascadeIsOneChangeThatCanBeUndone() {
        String account = open("A", "'openingBalance': 7");
        String other = open("B", "");
        spend(account, "5");
        String transfer = person.create(
                "/api/v1/transfers",
                "{'fromAccountId': '%s', 'toAccountId': '%s', 'amount': 3}".formatted(id(account), id(other)));
        String was = person.get(transfer).extract().asString();
        String deleted = person.delete(account + "?cascade=true")
                .statusCode(204)
                .extract()
                .header("Change-Seq");
        person.get(transfer).statusCode(404);
        person.get(TRANSACTIONS).body("items.type", contains("income")).body("items[0].transferId", nullValue());
        person.get(other).body("balance", equalTo("3.00"));
        person.get("/api/v1/changes/" + deleted)
                .body(
                        "items.type",
                        containsInAnyOrder("account", "transfer", "transaction", "transaction", "transaction"));
        person.get(account + "/history")
                .statusCode(200)
                .body("items.op", contains("deleted", "created"))
                .body("items[1].object.balance", equalTo("7.00"));
        person.request().post("/api/v1/changes/" + deleted + "/undo").then().statusCode(201);
        person.get(account).body("balance", equalTo("-1.00")).body("transactionCount", equalTo(2));
        assertEquals(was, person.get(transfer).extract().asString());
    }

    /** What is shown of the past is what lay there then. */
    @Test
    void theHistoryHasTheBalanceOfItsTime() {
        String account = open("A", "'openingBalance': 10");
        String first = spend(account, "1");
        person.patch(account, "{'institution': 'x'}").statusCode(200);
        spend(account, "2");
        person.patch(first, "{'amount': 5}").statusCode(200);
        person.patch(account, "{'institution': 'y'}").statusCode(200);
        person.delete(first).statusCode(204);
        person.patch(account, "{'institution': 'z'}").statusCode(200);
        person.get(account + "/history")
                .body("items.object.balance", contains("8.00", "3.00", "9.00", "10.00"))
                .body("items.object.transactionCount", contains(1, 2, 1, 0));
    }

    @Test
    void referencesAreUniqueInAnAccount() {
        String account = open("A", "");
        String other = open("B", "");
        String in = "'accountId': '%s', 'externalId': 'r1'";
        post(in.formatted(id(account))).statusCode(201).body("externalId", equalTo("r1"));
        post(in.formatted(id(other))).statusCode(201);
        post("'externalId': 'r1'").statusCode(201);
        for (String more : List.of(in.formatted(id(account)), "'externalId': 'r1'")) {
            post(more).statusCode(409).body("code", equalTo("external-id-taken"));
            person.post(
                            TRANSACTIONS + "/batch",
                            "{'create': [{'type': 'income', 'description': 'x', 'amount': 1, %s}]}".formatted(more))
                    .statusCode(422)
                    .body("errors.pointer", contains("/create/0/externalId"))
                    .body("errors.code", contains("external-id-taken"));
        }
        person.get(TRANSACTIONS + "?externalId=r1&count=true").body("total", equalTo(3));
        person.get(TRANSACTIONS + "?externalId=r1&accountId=none").body("items", hasSize(1));
        // Within a batch, too; and what goes makes room for what comes.
        String twice = "{'type': 'income', 'description': 'x', 'amount': 1, 'externalId': 'r2'}";
        person.post(TRANSACTIONS + "/batch", "{'create': [%s, %s]}".formatted(twice, twice))
                .statusCode(422)
                .body("errors.pointer", contains("/create/0/externalId", "/create/1/externalId"));
        String one = person.post(TRANSACTIONS, twice).extract().path("id");
        person.post(TRANSACTIONS + "/batch", "{'create': [%s], 'delete': ['%s']}".formatted(twice, one))
                .statusCode(200);
        post("'externalId': '%s'".formatted("x".repeat(256))).statusCode(422);
        person.get(TRANSACTIONS + "?externalId=" + "x".repeat(255)).statusCode(200);
    }

    /** What one gives up another may take, in one batch; and undone, each has its own again. */
    @Test
    void referencesAreHandedOn() {
        String a = id(person.record("income", "a", "1", "'externalId': 'r1'"));
        String b = id(person.record("income", "b", "1", "'externalId': 'r2'"));
        String batch = TRANSACTIONS + "/batch";
        List<String> batches = List.of(
                "{'update': [{'id': '%1$s', 'externalId': 'r2'}, {'id': '%2$s', 'externalId': 'r1'}]}".formatted(a, b),
                "{'update': [{'id': '%s', 'externalId': 'r3'}], 'create': [{'type': 'income', 'description': 'c', 'amount': 1,"
                                .formatted(a)
                        + " 'externalId': 'r1'}]}",
                "{'delete': ['%s'], 'update': [{'id': '%s', 'externalId': 'r1'}]}".formatted(a, b),
                "{'delete': ['%s'], 'create': [{'type': 'income', 'description': 'c', 'amount': 1, 'externalId': 'r1'}]}"
                        .formatted(a));
        for (String body : batches) {
            String before =
                    person.get(TRANSACTIONS).extract().path("items.externalId").toString();
            String seq = person.post(batch, body).statusCode(200).extract().header("Change-Seq");
            person.request().post("/api/v1/changes/" + seq + "/undo").then().statusCode(201);
            assertEquals(
                    before,
                    person.get(TRANSACTIONS).extract().path("items.externalId").toString(),
                    body);
        }
        person.get(TRANSACTIONS + "?externalId=r1").body("items.id", contains(a));
    }

    @Test
    void thereIsABoundToAccounts() {
        for (int i = 0; i < 500; i++) {
            open("a" + i, "");
        }
        person.post(ACCOUNTS, "{'name': 'one more'}").statusCode(422).body("code", equalTo("limit-reached"));
    }

    @Test
    void transactionsAndTheirCsvKnowTheAccount() {
        String account = open("=Purse", "");
        spend(account, "5");
        person.record("expense", "y", "1", "");
        person.get(TRANSACTIONS + "?accountId=" + id(account)).body("items", hasSize(1));
        person.get(TRANSACTIONS + "?accountId=none").body("items.description", contains("y"));
        person.get("/api/v1/expenses?accountId=" + id(account)).body("items", hasSize(1));
        person.get(TRANSACTIONS + "?accountId=x").statusCode(422);
        String[] csv = person.request()
                .accept("text/csv")
                .get(TRANSACTIONS + "?sort=amount")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\r\n");
        assertEquals(3, csv.length);
        assertEquals("account,accountId,externalId,transferId", csv[0].substring(csv[0].indexOf("account,")));
        assertEquals(",\"'=Purse\"," + id(account) + ",,", csv[1].substring(csv[1].indexOf(",\"'=Purse")));
        assertEquals(",,,,", csv[2].substring(csv[2].length() - 4));
    }

    @Test
    void everyMonthHasItsBalance() {
        String account = open("A", "'openingBalance': '100'");
        String in = "'accountId': '%s', 'date': '%s'";
        person.record("expense", "x", "1", in.formatted(id(account), "2025-12-31"));
        person.record("income", "x", "10", in.formatted(id(account), "2026-01-15"));
        person.record("expense", "x", "4", in.formatted(id(account), "2026-03-31"));
        String balances = account + "/balances";
        person.get(balances + "?from=2026-01-01&to=2026-04-10")
                .statusCode(200)
                .body("currency", equalTo("EUR"))
                .body("opening", equalTo("99.00"))
                .body("items.from", contains("2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"))
                .body("items.to", contains("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-10"))
                .body("items.income", contains("10.00", "0.00", "0.00", "0.00"))
                .body("items.expense", contains("0.00", "0.00", "-4.00", "0.00"))
                .body("items.transfer", contains("0.00", "0.00", "0.00", "0.00"))
                .body("items.balance", contains("109.00", "109.00", "105.00", "105.00"));
        person.get(balances + "?from=2026-01-14&to=2026-01-20&interval=week")
                .body("items.from", contains("2026-01-14", "2026-01-19"))
                .body("items.to", contains("2026-01-18", "2026-01-20"))
                .body("items.balance", contains("109.00", "109.00"));
        person.get(balances + "?from=2026-01-14&to=2026-01-16&interval=day")
                .body("items.balance", contains("99.00", "109.00", "109.00"));
        LocalDate first = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        person.get(balances)
                .body("items", hasSize(12))
                .body("items[0].from", equalTo(first.minusMonths(11).toString()))
                .body("items[11].to", equalTo(first.plusMonths(1).minusDays(1).toString()));
        String later = first.plusMonths(30).plusDays(3).toString();
        person.get(balances + "?from=" + later)
                .body("items.from", contains(later))
                .body("items.to", contains(first.plusMonths(31).minusDays(1).toString()));
        person.get(balances + "?from=2026-02-02&to=2026-02-01")
                .statusCode(422)
                .body("errors.code", contains("from-after-to"));
        person.get(balances + "?from=2020-01-01&to=2026-01-01&interval=day")
                .statusCode(422)
                .body("errors.code", contains("too-many-intervals"));
        person.get(balances + "?from=2023-04-08&to=2026-01-01&interval=day")
                .statusCode(200)
                .body("items", hasSize(1000));
        person.get(balances + "?interval=year").statusCode(422);
        person.get(ACCOUNTS + "/" + UUID.randomUUID() + "/balances").statusCode(404);
    }

    @Test
    void allAccountsComeToABalanceOfEachCurrency() {
        String euros = open("A", "'openingBalance': 5");
        String closed = open("B", "'openingBalance': -2");
        open("C", "'currency': 'JPY', 'openingBalance': 300");
        person.record("income", "x", "10", "'accountId': '%s', 'date': '2026-01-15'".formatted(id(euros)));
        person.record("income", "x", "1", "'accountId': '%s', 'date': '2027-01-15'".formatted(id(euros)));
        person.record("income", "x", "1000", "");
        person.patch(closed, "{'closed': true}").statusCode(200);
        String balances = "/api/v1/balances";
        person.get(balances)
                .statusCode(200)
                .body("items.currency", contains("EUR", "JPY"))
                .body("items.balance", contains("14.00", "300"))
                .body("items.accounts", contains(2, 1));
        person.get(balances + "?date=2026-01-14").body("items.balance", contains("3.00", "300"));
        person.get(balances + "?date=2026-01-15").body("items.balance", contains("13.00", "300"));
        person.get(balances + "?date=2026-12-31").body("items.balance", contains("13.00", "300"));
        person.get(balances + "?date=then").statusCode(422);
        Person.signUp().get(balances).body("items", empty());
    }

    @Test
    void sumsHaveNoBound() {
        String account = open("A", "'openingBalance': '9999999999999.99'");
        person.record("income", "x", "9999999999999.99", "'accountId': '%s'".formatted(id(account)));
        person.get(account).body("balance", equalTo("19999999999999.98"));
        person.get("/api/v1/balances").body("items.balance", contains("19999999999999.98"));
        person.get(account + "/balances").body("items[11].balance", equalTo("19999999999999.98"));
    }

    @Test
    void conditionsHoldForAccounts() {
        String account = open("A", "");
        String tag = person.get(account).extract().header("ETag");
        spend(account, "1");
        person.request().header("If-None-Match", tag).get(account).then().statusCode(200);
        json(person.request(), "{'name': 'B'}")
                .header("If-Match", tag)
                .contentType("application/merge-patch+json")
                .patch(account)
                .then()
                .statusCode(412);
    }
}
