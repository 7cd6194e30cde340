package org.nestegg.schedule;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** Schedules are proposed of what has come again, and can be made as they are proposed. */
@QuarkusTest
class ScheduleSuggestionTest extends ApiTest {

    private static final String SCHEDULES = "/api/v1/schedules";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final YearMonth month = YearMonth.from(today);

    private Person person;
    private String account;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
        account = person.post("/api/v1/accounts", "{'name': 'Everyday'}")
                .extract()
                .path("id");
    }

    private ValidatableResponse suggestions() {
        return person.get(SCHEDULES + "/suggestions").statusCode(200);
    }

    private String record(String type, String description, String amount, LocalDate day, String more) {
        return id(person.record(type, description, amount, "'date': '" + day + "'" + more));
    }

    private String inAccount() {
        return ", 'accountId': '" + account + "'";
    }

    /** A salary on the 20th, or the Monday after, of the last six months; the newest first. */
    private List<String> salary() {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            LocalDate day = month.minusMonths(i).atDay(20);
            boolean free = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
            ids.add(record(
                    "income",
                    "Salary",
                    i == 1 ? "2550" : "2500",
                    free ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day,
                    inAccount() + ", 'category': 'work', 'tags': ['job']"));
        }
        return ids;
    }

    private void netflix() {
        for (int i = 1; i <= 6; i++) {
            record("expense", "Netflix", "12.99", month.minusMonths(i).atEndOfMonth(), "");
        }
    }

    @Test
    void aSalaryThatWeekendsMove() {
        List<String> ids = salary();
        YearMonth next = today.getDayOfMonth() > 20 ? month.plusMonths(1) : month;
        suggestions()
                .body("items.recurrence", contains("FREQ=MONTHLY;BYMONTHDAY=20"))
                .body("items[0].start", equalTo(next.atDay(20).toString()))
                .body("items[0].tolerance", equalTo(2))
                .body("items[0].evidence", equalTo(ids))
                .body("items[0].transaction.type", equalTo("income"))
                .body("items[0].transaction.description", equalTo("Salary"))
                .body("items[0].transaction.amount", equalTo("2550.00"))
                .body("items[0].transaction.category", equalTo("work"))
                .body("items[0].transaction.tags", contains("job"))
                .body("items[0].transaction.accountId", equalTo(account))
                .body("items[0].transaction.toAccountId", nullValue());
    }

    @Test
    void eachCanBeMadeAsItIsAndIsNotProposedAgain() {
        salary();
        netflix();
        for (int i = 0; i < 3; i++) {
            record("expense", "Gym " + (100 + i), "30", today.minusDays(7L * i), "");
            record("expense", "Gym " + (200 + i), "30", today.minusDays(7L * i), "");
        }
        assertEquals(suggestions().extract().asString(), suggestions().extract().asString());
        List<Map<String, Object>> items = suggestions().extract().jsonPath().getList("items");
        assertEquals(4, items.size());
        suggestions()
                .body(
                        "items.recurrence",
                        containsInAnyOrder(
                                "FREQ=MONTHLY;BYMONTHDAY=20",
                                "FREQ=MONTHLY;BYMONTHDAY=31",
                                "FREQ=WEEKLY",
                                "FREQ=WEEKLY"));
        for (Map<String, Object> item : items) {
            Map<String, Object> schedule = new HashMap<>(item);
            schedule.keySet().retainAll(List.of("start", "recurrence", "tolerance", "transaction"));
            person.request()
                    .contentType("application/json")
                    .body(schedule)
                    .post(SCHEDULES)
                    .then()
                    .statusCode(201)
                    .body("start", equalTo(item.get("start")))
                    .body("transaction", equalTo(item.get("transaction")));
        }
        suggestions().body("items", empty());
    }

    @Test
    void onTheLastDayOfTheMonth() {
        netflix();
        suggestions()
                .body("items.recurrence", contains("FREQ=MONTHLY;BYMONTHDAY=31"))
                .body("items[0].start", equalTo(month.atEndOfMonth().toString()))
                .body("items[0].tolerance", equalTo(0));
    }

    @Test
    void whatASchedulePaysOrCoversIsNotProposed() {
        netflix();
        person.create(
                SCHEDULES,
                ("{'start': '%s', 'recurrence': 'FREQ=MONTHLY', 'transaction': {'type': 'expense',"
                                + " 'description': 'Films and series', 'amount': '12.99'}}")
                        .formatted(month.atEndOfMonth()));
        person.create(
                SCHEDULES + "?catchUp=true",
                ("{'start': '%s', 'recurrence': 'FREQ=WEEKLY', 'transaction': {'type': 'expense',"
                                + " 'description': 'Cleaning', 'amount': '40'}}")
                        .formatted(today.minusDays(28)));
        suggestions().body("items", empty());
    }

    @Test
    void whatStoppedOrIsIrregularOrMovedIsNotProposed() {
        String other =
                person.post("/api/v1/accounts", "{'name': 'Savings'}").extract().path("id");
        int[] gaps = {1, 4, 6, 13, 15, 24, 26, 30, 39, 41};
        for (int i = 0; i < gaps.length; i++) {
            record("expense", "Groceries", (30 + 7 * i % 40) + ".15", today.minusDays(gaps[i]), inAccount());
        }
        for (int i = 3; i < 9; i++) {
            record("expense", "Magazine", "8", today.minusMonths(i), "");
            person.create(
                    "/api/v1/transfers",
                    "{'fromAccountId': '%s', 'toAccountId': '%s', 'amount': '100', 'date': '%s'}"
                            .formatted(account, other, today.minusMonths(i - 3L)));
        }
        suggestions().body("items", empty());
    }

    @Test
    void whatLiesInAClosedAccountIsNotProposed() {
        salary();
        person.patch("/api/v1/accounts/" + account, "{'closed': true}").statusCode(200);
        suggestions().body("items", empty());
    }

    @Test
    void somebodyElsesArePrivate() {
        netflix();
        Person.signUp().get(SCHEDULES + "/suggestions").statusCode(200).body("items", empty());
    }
}
