package org.nestegg.statement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

/** What is there already is not recorded again, and what is not there is. */
@QuarkusTest
class DuplicateTest extends ApiTest {

    private static final String COFFEE = "2026-11-02;Coffee;-2.50";
    private static final String RENT = "2026-11-04;Rent November;-800.00";

    private Bank bank;
    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
        bank = new Bank(person);
    }

    private List<String> planned(String file) {
        return bank.decisions(bank.plan(file));
    }

    @Test
    void theSameFileTwice() {
        bank.imported(Bank.csv(COFFEE, RENT));
        String again = bank.plan(Bank.csv(COFFEE, RENT));
        assertEquals(List.of("skip same-row", "skip same-row"), bank.decisions(again));
        bank.apply(again).statusCode(200);
        assertEquals(2, bank.transactions());
        person.get(again).body("counts.skip", equalTo(2)).body("counts.create", equalTo(0));
    }

    @Test
    void theSameFileTwiceByReference() {
        bank.imported(Bank.ofx(COFFEE + ";F1", RENT + ";F2"));
        assertEquals(
                List.of("skip same-reference", "skip same-reference"),
                planned(Bank.ofx("2026-11-05;Coffee, booked;-2.50;F1", RENT + ";F2")));
    }

    @Test
    void overlappingMonths() {
        bank.imported(Bank.csv(COFFEE, RENT));
        assertEquals(
                List.of("skip same-row", "create new", "create new"),
                planned(Bank.csv(RENT, "2026-11-05;Tea;-2.00", "2026-11-12;Rent November;-800.00")));
    }

    @Test
    void twoEqualRowsOnOneDayAreTwo() {
        bank.imported(Bank.csv(COFFEE, COFFEE));
        assertEquals(2, bank.transactions());
        assertEquals(
                List.of("skip same-row", "skip same-row", "create new"), planned(Bank.csv(COFFEE, COFFEE, COFFEE)));
        bank.imported(Bank.csv(COFFEE, COFFEE, COFFEE));
        assertEquals(3, bank.transactions());
        assertEquals(List.of("skip same-row"), planned(Bank.csv(COFFEE)));
    }

    @Test
    void differentReferencesAreNeverTheSame() {
        bank.imported(Bank.ofx(COFFEE + ";F1"));
        String plan = bank.plan(Bank.ofx(COFFEE + ";F2"));
        assertEquals(List.of("create new"), bank.decisions(plan));
        bank.apply(plan).statusCode(200);
        assertEquals(2, bank.transactions());
    }

    @Test
    void aReusedReferenceIdentifiesNothing() {
        String plan = bank.plan(Bank.ofx(COFFEE + ";F1", RENT + ";F1"));
        person.get(plan).body("warnings.code", contains("reference-reused"));
        person.get(plan + "/rows")
                .body("items.decision", contains("create", "create"))
                .body("items.transaction.externalId", contains(nullValue(), nullValue()));
        bank.apply(plan).statusCode(200);
        assertEquals(List.of("skip same-row", "skip same-row"), planned(Bank.ofx(COFFEE + ";F1", RENT + ";F1")));
        // In another file, of another amount or long after: it is taken, and identifies nothing there.
        bank.imported(Bank.ofx("2026-11-06;Juice;-4.50;F9"));
        String later = bank.plan(Bank.ofx("2026-11-20;Juice;-4.50;F9", "2026-11-03;Cake;-3.50;F10"));
        assertEquals(List.of("create new", "create new"), bank.decisions(later));
        person.get(later + "/rows").body("items.transaction.externalId", contains(nullValue(), equalTo("F10")));
        bank.apply(later).statusCode(200);
    }

    @Test
    void noReferencesAndThoseThatAreNone() {
        String plan = bank.plan(Bank.ofx(COFFEE + ";0", RENT + ";NONREF", "2026-11-05;Tea;-2.00;NOTPROVIDED"));
        person.get(plan + "/rows")
                .body("items.transaction.externalId", contains(nullValue(), nullValue(), nullValue()))
                .body("items.decision", contains("create", "create", "create"));
    }

    @Test
    void aTextThatTheBankHasReworded() {
        String bus = "2026-11-01;Bus ticket;-2.40";
        bank.imported(Bank.csv(bus, "2026-11-02;VORLAEUFIG 4711;-2.50", RENT));
        String plan = bank.plan(Bank.csv(bus, "2026-11-03;Coffee at the corner;-2.50", RENT));
        assertEquals(List.of("skip same-row", "skip probable-duplicate", "skip same-row"), bank.decisions(plan));
        person.get(plan + "/rows").body("items[1].reason.days", equalTo(1));
    }

    @Test
    void theNextMonthIsAnother() {
        bank.imported(Bank.csv("2026-10-30;Rent;-800.00", "2026-10-31;Bus ticket;-2.40"));
        // A day apart, the same amount and text, from the same bank: but the file is not about that day.
        assertEquals(
                List.of("create new", "create new"),
                planned(Bank.csv("2026-11-01;Bus ticket;-2.40", "2026-11-02;Bus ticket;-2.40")));
    }

    @Test
    void aTableFirstAndOfxLater() {
        bank.imported(Bank.csv("2026-11-02;REWE Market Berlin 4711;-25.10", RENT));
        String plan = bank.plan(Bank.ofx(
                "2026-11-03;REWE MARKT GMBH BERLIN;-25.10;F1",
                RENT + ";F2",
                // Alike in amount and day alone, from another source: it is another.
                "2026-11-03;Fuel;-25.10;F3"));
        assertEquals(List.of("skip probable-duplicate", "skip same-row", "create new"), bank.decisions(plan));
        person.get(plan + "/rows")
                .body("items[0].reason.similarity", greaterThan(new BigDecimal("0.35")))
                .body("items[0].reason.days", equalTo(1));
    }

    @Test
    void rowsRecordedByHandBefore() {
        bank.record("2026-11-01", "Espresso", "2.50", true);
        bank.record("2026-11-01", "Rent", "800", false);
        bank.record("2026-11-10", "Weekly shop at Rewe", "60", true);
        bank.record("2026-11-01", "Bike repair", "33", true);
        assertEquals(
                List.of(
                        "link recorded-by-hand", // a day apart
                        "link recorded-by-hand", // three days, much alike
                        "link recorded-by-hand", // six days, very much alike
                        "create new"), // four days and nothing alike
                planned(Bank.csv(COFFEE, RENT, "2026-11-16;REWE weekly shop;-60.00", "2026-11-05;Something;-33.00")));
    }

    @Test
    void eachIsClaimedOnceAndTheBestPairWins() {
        String one = bank.record("2026-11-02", "Coffee with Anna", "2.50", true);
        String two = bank.record("2026-11-02", "Newspaper", "2.50", true);
        String plan = bank.plan(Bank.csv("2026-11-02;Newspaper kiosk;-2.50", COFFEE, COFFEE));
        assertEquals(List.of("link recorded-by-hand", "link recorded-by-hand", "create new"), bank.decisions(plan));
        person.get(plan + "/rows").body("items.transactionId", contains(id(two), id(one), null));
    }

    @Test
    void whatWasLinkedIsTheBanksFromThenOn() {
        bank.record("2026-11-01", "Espresso", "2.50", true);
        bank.imported(Bank.csv(COFFEE));
        assertEquals(1, bank.transactions());
        assertEquals(List.of("skip same-row"), planned(Bank.csv(COFFEE)));
        assertEquals(
                List.of("create new"),
                planned(Bank.csv("2026-11-02;Something else;-2.50;R1")).subList(0, 1));
    }

    @Test
    void aRowDeletedByHandAfterAnImport() {
        String first = bank.imported(Bank.csv(COFFEE, RENT));
        String coffee = person.get("/api/v1/transactions?q=Coffee&importId=" + id(first))
                .extract()
                .path("items[0].id");
        person.delete("/api/v1/transactions/" + coffee).statusCode(204);
        String plan = bank.plan(Bank.csv(COFFEE, RENT));
        assertEquals(List.of("skip deleted-before", "skip same-row"), bank.decisions(plan));
        person.get(plan + "/rows").body("items[0].transactionId", nullValue());
    }

    @Test
    void anUndoneImportRepeated() {
        String first = bank.imported(Bank.csv(COFFEE, RENT));
        bank.undo(first).statusCode(200);
        String again = bank.plan(Bank.csv(COFFEE, RENT));
        assertEquals(List.of("create new", "create new"), bank.decisions(again));
        bank.apply(again).statusCode(200);
        assertEquals(2, bank.transactions());
    }

    @Test
    void whatWasChangedByHandIsStillWhatTheBankToldOf() {
        String first = bank.imported(Bank.csv(COFFEE));
        String coffee = person.get("/api/v1/transactions?importId=" + id(first))
                .extract()
                .path("items[0].id");
        person.patch(
                        "/api/v1/transactions/" + coffee,
                        "{'description': 'Espresso', 'date': '2026-10-31', 'accountId': null}")
                .statusCode(200);
        assertEquals(List.of("skip same-row"), planned(Bank.csv(COFFEE)));
    }

    @Test
    void twoImportsAtOnce() {
        String one = bank.plan(Bank.csv(COFFEE, RENT));
        String other = bank.plan(Bank.csv(COFFEE, RENT));
        List<Integer> statuses =
                Race.of(2, i -> bank.apply(i == 0 ? one : other).extract().statusCode());
        assertEquals(List.of(200, 409), statuses.stream().sorted().toList());
        assertEquals(2, bank.transactions());
    }

    @Test
    void applyingAndUndoingRaceAgainstThemselvesAndEachOther() {
        String plan = bank.plan(Bank.csv(COFFEE, RENT));
        List<Integer> applied = Race.of(3, _ -> bank.apply(plan).extract().statusCode());
        assertEquals(List.of(200, 200, 200), applied);
        assertEquals(2, bank.transactions());
        Race.of(3, i -> (i == 1 ? bank.apply(plan) : bank.undo(plan)).extract().statusCode());
        assertEquals(0, bank.transactions());
        assertEquals("100.00", bank.balance());
    }

    @Test
    void withoutAnAccountNothingIsCompared() {
        bank.imported(Bank.csv(COFFEE));
        String plan = bank.send("", Bank.csv(COFFEE).getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .extract()
                .header("Location");
        assertEquals(List.of("create new"), bank.decisions(plan));
        person.patch(plan, "{'accountId': '%s'}".formatted(bank.account)).statusCode(200);
        assertEquals(List.of("skip same-row"), bank.decisions(plan));
    }

    @Test
    void aPendingRowThatIsTakenAllTheSameDoesNotShareTheReferenceOfTheBookedOne() {
        String plan = bank.plan("date;description;amount;reference;status\n"
                + "2026-03-01;Shoes;-50;R1;pending\n2026-03-02;Shoes;-50;R1;booked\n");
        assertEquals(List.of("skip pending", "create new"), bank.decisions(plan));
        person.patch(plan + "/rows/1", "{'decision': 'create'}").statusCode(200);
        bank.apply(plan).statusCode(200);
        assertEquals(2, bank.transactions());
        person.get("/api/v1/transactions?externalId=R1").body("items.size()", equalTo(1));
    }
}
