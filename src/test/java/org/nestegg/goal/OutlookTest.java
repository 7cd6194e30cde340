package org.nestegg.goal;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

@QuarkusTest
class OutlookTest extends ApiTest {

    private static final String GOALS = "/api/v1/goals";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
    }

    private String goal(String fields) {
        return person.create(GOALS, "{'name': 'A year off', " + fields + "}");
    }

    /** On the first of this month, or of an earlier one. */
    private void contribute(String goal, String amount, int monthsAgo) {
        contribute(goal, amount, today.withDayOfMonth(1).minusMonths(monthsAgo));
    }

    private void contribute(String goal, String amount, LocalDate date) {
        person.create(goal + "/contributions", "{'amount': %s, 'date': '%s'}".formatted(amount, date));
    }

    private ValidatableResponse outlook(String goal) {
        return person.get(goal + "/outlook").statusCode(200);
    }

    @Test
    void aGoalIsReachedAtThePaceOfItsContributions() {
        String goal = goal("'targetAmount': 1200, 'targetDate': '%s'".formatted(today.plusMonths(12)));
        contribute(goal, "60", 2);
        contribute(goal, "200", 1);
        contribute(goal, "100", 0);
        outlook(goal)
                .body("size()", is(8))
                .body("targetAmount", equalTo("1200.00"))
                .body("savedAmount", equalTo("360.00"))
                .body("missing", equalTo("840.00"))
                .body("targetDate", equalTo(today.plusMonths(12).toString()))
                .body("perMonth", equalTo("70.00"))
                .body("pace", equalTo("120.00"))
                .body("expectedDate", equalTo(today.plusMonths(7).toString()))
                .body("onTrack", is(true));
        person.patch(goal, "{'targetDate': '%s'}".formatted(today.plusMonths(6)))
                .statusCode(200);
        outlook(goal)
                .body("perMonth", equalTo("140.00"))
                .body("expectedDate", equalTo(today.plusMonths(7).toString()))
                .body("onTrack", is(false));
    }

    @Test
    void thePaceIsThatOfTheLastSixMonths() {
        String goal = goal("'targetAmount': 2000");
        contribute(goal, "1000", 6);
        outlook(goal).body("pace", equalTo("0.00")).body("expectedDate", nullValue());
        contribute(goal, "210", 5);
        contribute(goal, "100", 0);
        contribute(goal, "-10", today);
        outlook(goal)
                .body("savedAmount", equalTo("1300.00"))
                .body("pace", equalTo("50.00"))
                .body("expectedDate", equalTo(today.plusMonths(14).toString()))
                .body("targetDate", nullValue())
                .body("perMonth", nullValue())
                .body("onTrack", nullValue());
        contribute(goal, "-400", today);
        outlook(goal).body("pace", equalTo("-16.67")).body("expectedDate", nullValue());
    }

    @Test
    void whatIsToComeIsSavedButNoPace() {
        String goal = goal("'targetAmount': 100");
        contribute(goal, "40", today.plusDays(1));
        outlook(goal)
                .body("savedAmount", equalTo("40.00"))
                .body("missing", equalTo("60.00"))
                .body("pace", equalTo("0.00"))
                .body("expectedDate", nullValue());
    }

    @Test
    void subgoalsOfTheSameCurrencyCount() {
        String goal = goal("'targetAmount': 1000");
        String yen = goal("'currency': 'JPY', 'targetAmount': 1000, 'parentId': '%s'".formatted(id(goal)));
        String euro = goal("'parentId': '%s'".formatted(id(yen)));
        contribute(goal, "50", 0);
        contribute(yen, "500", 1);
        contribute(euro, "150", 1);
        outlook(goal)
                .body("savedAmount", equalTo("200.00"))
                .body("pace", equalTo("100.00"))
                .body("expectedDate", equalTo(today.plusMonths(8).toString()));
        outlook(yen).body("missing", equalTo("500")).body("pace", equalTo("250"));
    }

    @ParameterizedTest
    @CsvSource({"null, 100", "2020-01-01, 100", "2999-01-01, 100", "2020-01-01, 250"})
    void whatIsReachedNeedsNothing(String targetDate, String saved) {
        String goal = goal(
                "'targetAmount': 100, 'targetDate': " + (targetDate.equals("null") ? "null" : "'" + targetDate + "'"));
        contribute(goal, saved, 0);
        outlook(goal)
                .body("missing", equalTo("0.00"))
                .body("perMonth", equalTo("0.00"))
                .body("expectedDate", nullValue())
                .body("onTrack", targetDate.equals("null") ? nullValue() : is(true));
    }

    @Test
    void whatWasDueIsMissingWhole() {
        String goal = goal("'targetAmount': 100, 'targetDate': '2020-01-01'");
        contribute(goal, "30", 0);
        outlook(goal)
                .body("perMonth", equalTo("70.00"))
                .body("expectedDate", equalTo(today.plusMonths(3).toString()))
                .body("onTrack", is(false));
    }

    @Test
    void aGoalWithoutATargetHasNone() {
        person.get(goal("'targetAmount': null") + "/outlook")
                .statusCode(409)
                .body("code", equalTo("goal-has-no-target"));
    }

    @Test
    void itsTagChangesWithWhatIsShown() {
        String goal = goal("'targetAmount': 100");
        String tag = outlook(goal).extract().header("ETag");
        person.request()
                .header("If-None-Match", tag)
                .get(goal + "/outlook")
                .then()
                .statusCode(304);
        assertEquals(tag, outlook(goal).extract().header("ETag"));
        contribute(goal, "1", 0);
        assertNotEquals(tag, outlook(goal).extract().header("ETag"));
    }

    @Test
    void nothingElseIsAnswered() {
        String goal = goal("'targetAmount': 100");
        Person.signUp().get(goal + "/outlook").statusCode(404);
        person.get(GOALS + "/x/outlook").statusCode(404);
        person.get(goal + "/outlook?months=3").statusCode(422).body("code", equalTo("unknown-parameter"));
        person.post(goal + "/outlook", "{}").statusCode(405);
        person.delete(goal).statusCode(204);
        person.get(goal + "/outlook").statusCode(404);
    }
}
