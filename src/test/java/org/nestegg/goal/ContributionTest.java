package org.nestegg.goal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

@QuarkusTest
class ContributionTest extends ApiTest {

    private static final String GOALS = "/api/v1/goals";

    private Person person;
    private String goal;
    private String contributions;

    @BeforeEach
    void setGoal() {
        person = Person.signUp();
        goal = goal("{'name': 'A year off', 'targetAmount': '1000'}");
        contributions = goal + "/contributions";
    }

    private String goal(String body) {
        return person.create(GOALS, body);
    }

    private int contribute(String path, String body) {
        return json(person.request(), body).post(path).statusCode();
    }

    @Test
    void moneyIsSetAsideAndTakenBack() {
        Response made =
                json(person.request(), "{'amount': 250, 'note': 'Every month'}").post(contributions);
        made.then()
                .statusCode(201)
                .header("Location", contributions + "/" + made.path("id"))
                .body("amount", equalTo("250.00"))
                .body("currency", equalTo("EUR"))
                .body("date", equalTo(LocalDate.now(ZoneOffset.UTC).toString()))
                .body("goalId", equalTo(id(goal)))
                .body("transactionId", nullValue());
        person.post(contributions, "{'amount': '-50.5', 'date': '2026-01-01'}")
                .statusCode(201)
                .body("amount", equalTo("-50.50"));
        Response now = person.request().get(goal);
        assertEquals("199.50", now.path("savedAmount"));
        assertEquals("0.1995", now.path("progress").toString());
        person.get(contributions + "?count=true")
                .body("items.amount", contains("-50.50", "250.00"))
                .body("total", is(2));
        String next = person.get(contributions + "?limit=1").extract().path("next");
        person.get(next).body("items.amount", contains("250.00")).body("next", nullValue());
        person.delete(made.header("Location")).statusCode(422).body("code", equalTo("savings-below-zero"));
        person.delete(contributions + "/" + goalContribution(0)).statusCode(204);
        person.delete(made.header("Location")).statusCode(204);
        person.delete(made.header("Location")).statusCode(404);
        person.get(contributions).body("items", empty());
        person.get(goal).body("savedAmount", equalTo("0.00"));
    }

    private String goalContribution(int index) {
        return person.get(contributions).extract().path("items[" + index + "].id");
    }

    @Test
    void savingsSumUpTheTreeByCurrencyAndAreCappedInProgress() {
        String yen = goal("{'name': 'Japan', 'currency': 'JPY', 'parentId': '%s'}".formatted(id(goal)));
        String euro = goal("{'name': 'Alps', 'parentId': '%s'}".formatted(id(yen)));
        person.post(yen + "/contributions", "{'amount': 5000}").statusCode(201).body("amount", equalTo("5000"));
        person.create(euro + "/contributions", "{'amount': 1500}");
        person.create(contributions, "{'amount': 1}");
        person.get(goal).body("savedAmount", equalTo("1501.00")).body("progress", is(1));
        person.get(yen).body("savedAmount", equalTo("5000")).body("progress", is(0));
        person.get(euro).body("savedAmount", equalTo("1500.00"));
        person.get(GOALS).body("items.savedAmount", contains("1500.00", "5000", "1501.00"));
        person.get(GOALS + "/tree").body("items[0].savedAmount", equalTo("1501.00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'amount': 0 | /amount | zero",
                "'amount': null | /amount | required",
                "'amount': '1.001' | /amount | too-many-decimals",
                "'amount': 1e13 | /amount | out-of-range",
                "'amount': 1, 'currency': 'EUR' | /currency | unknown-field",
                "'amount': 1, 'date': 'x' | /date | invalid-date",
                "'amount': 1, 'note': '' | /note | too-short",
                "'amount': 1, 'transactionId': 'x' | /transactionId | wrong-type",
                "'amount': 1, 'transactionId': '019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e' | /transactionId | unknown-reference"
            })
    void aBadContributionIsRefusedByName(String fields, String pointer, String code) {
        person.post(contributions, "{" + fields + "}")
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    @Test
    void onlyAnOwnIncomeInTheGoalsCurrencyIsSetAside() {
        String expense = id(person.record("expense", "Pizza", "50", ""));
        String yen = id(person.record("income", "Salary", "5000", "'currency': 'JPY'"));
        String theirs = id(Person.signUp().record("income", "Salary", "5000", ""));
        String body = "{'amount': 1, 'transactionId': '%s'}";
        person.post(contributions, body.formatted(expense))
                .statusCode(422)
                .body("errors.code", contains("not-an-income"));
        person.post(contributions, body.formatted(yen)).statusCode(422).body("errors.code", contains("wrong-currency"));
        person.post(contributions, body.formatted(theirs))
                .statusCode(422)
                .body("errors.code", contains("unknown-reference"));
    }

    @Test
    void anIncomeIsNeverSetAsideTwice() {
        String income = person.record("income", "Salary", "100", "");
        String other = goal("{'name': 'other'}") + "/contributions";
        String part = "{'amount': %d, 'transactionId': '" + id(income) + "'}";
        person.post(contributions, part.formatted(60)).statusCode(201).body("transactionId", equalTo(id(income)));
        person.post(other, part.formatted(41)).statusCode(422).body("code", equalTo("over-allocated"));
        person.create(other, part.formatted(40));
        person.patch(income, "{'amount': 99}").statusCode(422).body("code", equalTo("over-allocated"));
        person.patch(income, "{'type': 'expense'}").statusCode(422).body("code", equalTo("over-allocated"));
        person.patch(income, "{'currency': 'USD'}").statusCode(409).body("code", equalTo("income-has-contributions"));
        person.delete(income).statusCode(409).body("code", equalTo("income-has-contributions"));
        person.create(contributions, part.formatted(-10));
        person.patch(income, "{'amount': 90}").statusCode(200);
        person.delete(goal).statusCode(204);
        person.create(other, part.formatted(50));
        person.get(other).body("items.amount", contains("50.00", "40.00"));
    }

    @Test
    void deletingAGoalGivesBackWhatItHadOfAnIncomeInWhateverOrder() {
        String income = person.record("income", "Salary", "100", "");
        String child = goal("{'name': 'child', 'parentId': '%s'}".formatted(id(goal)));
        for (String path : List.of(contributions, child + "/contributions")) {
            person.create(path, "{'amount': 40, 'transactionId': '%s'}".formatted(id(income)));
            person.create(path, "{'amount': -10, 'transactionId': '%s'}".formatted(id(income)));
        }
        person.delete(goal + "?cascade=true").statusCode(204);
        person.delete(income).statusCode(204);
    }

    @Test
    void noMoreOfAnIncomeIsTakenBackThanItGave() {
        String income = person.record("income", "Salary", "100", "");
        person.create(contributions, "{'amount': 500}");
        person.post(contributions, "{'amount': -1, 'transactionId': '%s'}".formatted(id(income)))
                .statusCode(422)
                .body("code", equalTo("over-allocated"));
        String other = goal("{'name': 'other'}") + "/contributions";
        person.create(other, "{'amount': 50, 'transactionId': '%s'}".formatted(id(income)));
        person.post(contributions, "{'amount': -1, 'transactionId': '%s'}".formatted(id(income)))
                .statusCode(422)
                .body("code", equalTo("savings-below-zero"));
    }

    @Test
    void savingsStayWithinWhatCanBeKept() {
        person.create(contributions, "{'amount': 9999999999999}");
        person.post(contributions, "{'amount': 1}").statusCode(422).body("code", equalTo("savings-too-large"));
    }

    @Test
    void racingContributionsAndDeletionsNeitherFailNorLeaveAnythingBehind() {
        String income = person.record("income", "Salary", "1000", "");
        for (int round = 0; round < 5; round++) {
            String racing = goal("{'name': 'racing %d'}".formatted(round));
            String first = person.create(
                    racing + "/contributions", "{'amount': 1, 'transactionId': '%s'}".formatted(id(income)));
            List<Integer> answers = Race.of(6, i -> switch (i % 3) {
                case 0 ->
                    contribute(racing + "/contributions", "{'amount': 1, 'transactionId': '%s'}".formatted(id(income)));
                case 1 -> person.request().delete(first).statusCode();
                default -> person.request().delete(racing).statusCode();
            });
            assertEquals(
                    6,
                    answers.stream()
                            .filter(s -> List.of(201, 204, 404).contains(s))
                            .count(),
                    answers.toString());
            person.get(racing).statusCode(404);
        }
        person.delete(income).statusCode(204);
    }

    @Test
    void theCurrencyOfAGoalWithContributionsStays() {
        person.create(contributions, "{'amount': 1}");
        person.patch(goal, "{'currency': 'USD'}").statusCode(409).body("code", equalTo("goal-has-contributions"));
        person.patch(goal, "{'name': 'still the same'}").statusCode(200);
    }

    @Test
    void racingContributionsStayWithinTheIncome() {
        String income = id(person.record("income", "Salary", "100", ""));
        String other = goal("{'name': 'other'}") + "/contributions";
        List<Integer> answers = Race.of(
                12,
                i -> contribute(
                        i % 2 == 0 ? contributions : other, "{'amount': 30, 'transactionId': '%s'}".formatted(income)));
        assertEquals(3, answers.stream().filter(s -> s == 201).count(), answers.toString());
        assertEquals(9, answers.stream().filter(s -> s == 422).count(), answers.toString());
    }

    @Test
    void racingWithdrawalsStayWithinTheSavings() {
        person.create(contributions, "{'amount': 100}");
        person.post(contributions, "{'amount': -101}").statusCode(422).body("code", equalTo("savings-below-zero"));
        List<Integer> answers = Race.of(10, i -> contribute(contributions, "{'amount': -30}"));
        assertEquals(3, answers.stream().filter(s -> s == 201).count(), answers.toString());
        assertEquals(7, answers.stream().filter(s -> s == 422).count(), answers.toString());
        person.get(goal).body("savedAmount", equalTo("10.00"));
    }

    @Test
    void anAccountGoesWithGoalsContributionsAndIncomes() {
        String income = id(person.record("income", "Salary", "100", ""));
        String child = goal("{'name': 'child', 'parentId': '%s'}".formatted(id(goal)));
        person.create(child + "/contributions", "{'amount': 30, 'transactionId': '%s'}".formatted(income));
        person.delete("/api/v1/me").statusCode(204);
    }

    @Test
    void aSubtreeGoesWithItsContributions() {
        String income = person.record("income", "Salary", "100", "");
        String child = goal("{'name': 'child', 'parentId': '%s'}".formatted(id(goal)));
        person.create(child + "/contributions", "{'amount': 30, 'transactionId': '%s'}".formatted(id(income)));
        person.delete(goal + "?cascade=true").statusCode(204);
        person.delete(income).statusCode(204);
    }
}
