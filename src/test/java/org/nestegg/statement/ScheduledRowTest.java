package org.nestegg.statement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** What a schedule has posted is what the bank tells of, and gets the bank's amount. */
@QuarkusTest
class ScheduledRowTest extends ApiTest {

    private static final String SCHEDULES = "/api/v1/schedules";
    private static final String TRANSACTIONS = "/api/v1/transactions";

    private final LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(10);

    private Bank bank;
    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
        bank = new Bank(person);
    }

    /** Posted once, on the first day. */
    private String schedule(String type, String description, String amount, int tolerance, String more) {
        return person.create(
                SCHEDULES + "?catchUp=true",
                ("{'start': '%s', 'recurrence': 'FREQ=MONTHLY', 'tolerance': %d, 'transaction': {'type': '%s',"
                                + " 'description': '%s', 'amount': '%s', 'accountId': '%s'%s}}")
                        .formatted(first, tolerance, type, description, amount, bank.account, more));
    }

    private String rent(int tolerance) {
        return schedule("expense", "Rent", "950", tolerance, "");
    }

    private String row(int days, String text, String amount) {
        return first.plusDays(days) + ";" + text + ";" + amount;
    }

    private List<String> planned(String... rows) {
        return bank.decisions(bank.plan(Bank.csv(rows)));
    }

    private String occurrence(String schedule) {
        return person.get(schedule + "/occurrences?from=" + first + "&to=" + first)
                .extract()
                .path("items[0].amount");
    }

    @Test
    void theOccurrenceGetsTheBanksAmountAndGivesItBack() {
        String rent = rent(5);
        String plan = bank.plan(Bank.csv(row(2, "Rent November", "-962.40")));
        person.get(plan + "/rows")
                .body("items.decision", contains("link"))
                .body("items.reason.code", contains("scheduled"))
                .body("items.reason.message", contains(containsString("schedules")))
                .body("items[0].reason.days", equalTo(2));
        assertEquals("-850.00", bank.balance());
        bank.apply(plan).statusCode(200);
        assertEquals("-862.40", bank.balance());
        assertEquals("-962.40", occurrence(rent));
        person.get(TRANSACTIONS)
                .body("items.amount", contains("-962.40"))
                .body("items.description", contains("Rent"))
                .body("items.date", contains(first.toString()))
                .body("items.scheduleId", contains(id(rent)));
        assertEquals(List.of("skip same-row"), planned(row(2, "Rent November", "-962.40")));
        bank.undo(plan).statusCode(200);
        assertEquals("-850.00", bank.balance());
        assertEquals("-950.00", occurrence(rent));
        assertEquals(List.of("link scheduled"), planned(row(2, "Rent November", "-962.40")));
    }

    @Test
    void theChangeCanBeUndoneAndDoneAgain() {
        rent(5);
        String plan = bank.plan(Bank.csv(row(1, "Rent", "-960")));
        String seq = bank.apply(plan).statusCode(200).extract().header("Change-Seq");
        String undone = person.post("/api/v1/changes/" + seq + "/undo", "")
                .statusCode(201)
                .extract()
                .header("Change-Seq");
        assertEquals("-850.00", bank.balance());
        person.post("/api/v1/changes/" + undone + "/undo", "").statusCode(201);
        assertEquals("-860.00", bank.balance());
        bank.undo(plan).statusCode(200);
        assertEquals("-850.00", bank.balance());
    }

    @Test
    void whatIsOutsideTheToleranceOrTheDaysIsAnother() {
        rent(5);
        assertEquals(List.of("create new"), planned(row(0, "Rent", "-997.51")));
        assertEquals(List.of("link scheduled"), planned(row(0, "Rent", "-997.50")));
        assertEquals(List.of("create new"), planned(row(0, "Rent", "940")));
        assertEquals(List.of("create new"), planned(row(8, "Rent", "-940")));
        assertEquals(List.of("create new"), planned(row(2, "Fuel", "-940")));
    }

    @Test
    void withoutAToleranceTheAmountIsTheSame() {
        rent(0);
        assertEquals(List.of("create new"), planned(row(0, "Rent", "-950.01")));
        assertEquals(List.of("link scheduled"), planned(row(6, "Rent", "-950")));
    }

    @Test
    void ofADeletedScheduleNothingIsTolerated() {
        person.delete(rent(5)).statusCode(204);
        assertEquals(List.of("create new", "link scheduled"), planned(row(0, "Rent", "-960"), row(1, "Rent", "-950")));
    }

    @Test
    void theExactAmountWinsAndTheNearerDayAmongOthers() {
        rent(5);
        assertEquals(
                List.of("create new", "link scheduled"), planned(row(0, "Rent", "-951"), row(3, "Our rent", "-950")));
        assertEquals(List.of("create new", "link scheduled"), planned(row(3, "Rent", "-951"), row(1, "Rent", "-960")));
    }

    @Test
    void aToleranceThatChangesMakesThePlanStale() {
        String rent = rent(5);
        String plan = bank.plan(Bank.csv(row(0, "Rent", "-960")));
        person.patch(rent, "{'tolerance': 1}").statusCode(200);
        bank.apply(plan).statusCode(409).body("code", equalTo("plan-stale"));
        assertEquals(List.of("create new"), bank.decisions(plan));
    }

    @Test
    void rowsAreStillDecidedByHand() {
        rent(5);
        String plan = bank.plan(Bank.csv(row(0, "Rent", "-960"), row(1, "Rent", "-961"), row(1, "Rent", "-998")));
        assertEquals(List.of("link scheduled", "create new", "create new"), bank.decisions(plan));
        person.patch(plan + "/rows/1", "{'decision': 'skip'}").statusCode(200);
        assertEquals(List.of("skip chosen", "link scheduled", "create new"), bank.decisions(plan));
        person.get(plan + "/rows?reason=scheduled").body("items.row", contains(2));
        String chosen = "{'transactionId': '%s'}"
                .formatted((String) person.get(TRANSACTIONS).extract().path("items[0].id"));
        person.patch(plan + "/rows/3", chosen).statusCode(422).body("errors[0].code", equalTo("not-linkable"));
        person.patch(plan + "/rows/1", chosen).statusCode(200);
        assertEquals(List.of("link chosen", "create new", "create new"), bank.decisions(plan));
        bank.apply(plan).statusCode(200);
        assertEquals("-2819.00", bank.balance());
        bank.undo(plan).statusCode(200);
        assertEquals("-850.00", bank.balance());
    }

    @Test
    void whatWasChangedSinceStaysWhenItIsUndone() {
        rent(5);
        String plan = bank.imported(Bank.csv(row(0, "Rent", "-960")));
        String posted = person.get(TRANSACTIONS).extract().path("items[0].id");
        person.patch(TRANSACTIONS + "/" + posted, "{'amount': '970'}").statusCode(200);
        bank.undo(plan).statusCode(200);
        assertEquals("-870.00", bank.balance());
    }

    @Test
    void whatIsSetAsideStaysCovered() {
        schedule("income", "Salary", "1000", 10, "");
        String salary = person.get(TRANSACTIONS).extract().path("items[0].id");
        String goal = person.create("/api/v1/goals", "{'name': 'A year off', 'targetAmount': '5000'}");
        setAside(goal, "980", salary);
        assertEquals(List.of("create new"), planned(row(0, "Salary", "979.99")));
        String plan = bank.plan(Bank.csv(row(0, "Salary", "1050")));
        assertEquals(List.of("link scheduled"), bank.decisions(plan));
        bank.apply(plan).statusCode(200);
        setAside(goal, "60", salary);
        bank.undo(plan).statusCode(409).body("code", equalTo("import-changed")).body("conflicts.id", contains(salary));
        person.post(plan + "/undo?keep=changed", "{}").statusCode(200);
        assertEquals("1150.00", bank.balance());
    }

    private void setAside(String goal, String amount, String of) {
        person.create(goal + "/contributions", "{'amount': '%s', 'transactionId': '%s'}".formatted(amount, of));
    }

    @Test
    void sidesOfTransfersHaveTheSameAmount() {
        Bank other = new Bank(person, "Savings", "0");
        schedule("transfer", "Savings", "200", 50, ", 'toAccountId': '" + other.account + "'");
        assertEquals(
                List.of("create new", "link scheduled"), planned(row(0, "Savings", "-201"), row(0, "Savings", "-200")));
    }

    @Test
    void allBalancesAreAsTheyWereWhenAnImportIsUndone() {
        Random random = new Random(18);
        for (int i = 0; i < 8; i++) {
            int tolerance = random.nextInt(20);
            schedule(
                    random.nextBoolean() ? "expense" : "income",
                    "Plan " + "abcdefgh".charAt(i),
                    "" + (50 + i),
                    tolerance,
                    "");
        }
        bank.record(first.toString(), "By hand", "55", true);
        String before = state();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String sign = random.nextBoolean() ? "-" : "";
            String text = "Plan " + "abcdefgh".charAt(random.nextInt(8));
            rows.add(row(random.nextInt(6), text, sign + (45 + random.nextInt(20)) + "." + (10 + random.nextInt(90))));
        }
        String plan = bank.plan(Bank.csv(rows.toArray(String[]::new)));
        long links =
                bank.decisions(plan).stream().filter("link scheduled"::equals).count();
        assertTrue(links >= 3, links + " links");
        bank.apply(plan).statusCode(200);
        assertEquals(9 + 40 - links, bank.transactions());
        bank.undo(plan).statusCode(200);
        assertEquals(before, state());
    }

    /** Balances, sums of months and every amount. */
    private String state() {
        return bank.balance()
                + person.get("/api/v1/balances").statusCode(200).extract().asString()
                + person.get("/api/v1/transactions/summary")
                        .statusCode(200)
                        .extract()
                        .asString()
                + person.get(TRANSACTIONS + "?limit=100").extract().jsonPath().getList("items.amount");
    }
}
