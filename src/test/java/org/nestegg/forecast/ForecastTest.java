package org.nestegg.forecast;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** Forecasts as callers see them: what is planned is exact, the rest is told with its method, and nothing is kept of what if. */
@QuarkusTest
class ForecastTest extends ApiTest {

    private static final String FORECAST = "/api/v1/forecast";

    private Person person;
    private LocalDate today;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
        today = LocalDate.now(ZoneOffset.UTC);
    }

    private String schedule(
            LocalDate start, String recurrence, String type, String description, String amount, String more) {
        return id(person.create(
                "/api/v1/schedules",
                ("{'start': '%s', 'recurrence': '%s', 'transaction': {'type': '%s', 'description': '%s',"
                                + " 'amount': '%s'%s}}")
                        .formatted(start, recurrence, type, description, amount, more)));
    }

    private void record(LocalDate day, String type, String amount, String more) {
        person.record(type, "Something", amount, "'date': '%s'%s".formatted(day, more));
    }

    @Test
    void withoutHistoryItIsThePlanAlone() {
        record(today, "income", "1000", "");
        record(today.plusDays(2), "expense", "100", "");
        String gym = schedule(today.plusDays(1), "FREQ=DAILY;INTERVAL=3", "expense", "Gym", "30", "");
        person.get(FORECAST + "?until=" + today.plusDays(5))
                .statusCode(200)
                .body("currency", equalTo("EUR"))
                .body("from", equalTo(today.plusDays(1).toString()))
                .body("until", equalTo(today.plusDays(5).toString()))
                .body("balance", equalTo("1000.00"))
                .body("method.code", equalTo("schedules"))
                .body("method.months", equalTo(0))
                .body("items.expected", contains("970.00", "870.00", "870.00", "840.00", "840.00"))
                .body("items.low", contains("970.00", "870.00", "870.00", "840.00", "840.00"))
                .body("items.high", contains("970.00", "870.00", "870.00", "840.00", "840.00"))
                .body("items[0].planned[0].scheduleId", equalTo(gym))
                .body("items[0].planned[0].description", equalTo("Gym"))
                .body("items[0].planned[0].amount", equalTo("-30.00"))
                .body("items[1].planned", empty())
                .body("lowest.date", equalTo(today.plusDays(4).toString()))
                .body("lowest.expected", equalTo("840.00"))
                .body("belowZero", equalTo(new BigDecimal("0.00")));
        person.get(FORECAST + "?interval=month&until=" + today.plusDays(5))
                .body("items[-1].expected", equalTo("840.00"))
                .body("items[-1].date", equalTo(today.plusDays(5).toString()))
                .body("lowest.date", equalTo(today.plusDays(4).toString()));
        person.get(FORECAST)
                .body("items", hasSize(90))
                .body("until", equalTo(today.plusDays(90).toString()));
    }

    @Test
    void whatWaitsIsStillToCome() {
        person.create(
                "/api/v1/schedules",
                ("{'start': '%s', 'recurrence': 'FREQ=DAILY;COUNT=1', 'mode': 'suggest', 'transaction':"
                                + " {'type': 'expense', 'description': 'Rent', 'amount': 50}}")
                        .formatted(today));
        person.get(FORECAST + "?until=" + today.plusDays(2))
                .body("balance", equalTo("0.00"))
                .body("items.expected", contains("-50.00", "-50.00"))
                .body("items[0].planned.amount", contains("-50.00"));
    }

    @Test
    void whenItGetsTightIsTold() {
        record(today, "income", "100", "");
        schedule(today.plusDays(2), "FREQ=DAILY;COUNT=3", "expense", "Gym", "50", "");
        person.get(FORECAST + "?until=" + today.plusDays(9))
                .body("lowest.date", equalTo(today.plusDays(4).toString()))
                .body("lowest.expected", equalTo("-50.00"))
                .body("belowZero", equalTo(new BigDecimal("1.00")));
    }

    @Test
    void historyIsLearnedFromAndTheSameDataGiveTheSameForecast() {
        for (int day = 0; day < 364; day++) {
            if (day % 7 == 0) {
                record(today.minusDays(day), "expense", Integer.toString(40 + day % 11), ", 'category': 'food'");
            }
        }
        for (int month = 0; month < 12; month++) {
            record(today.minusMonths(month).minusDays(1), "income", "900", "");
        }
        var answer = person.get(FORECAST + "?until=" + today.plusDays(60)).statusCode(200);
        answer.body("method.code", equalTo("schedules-and-history")).body("items", hasSize(60));
        String tag = answer.extract().header("ETag");
        person.request()
                .header("If-None-Match", tag)
                .get(FORECAST + "?until=" + today.plusDays(60))
                .then()
                .statusCode(304);
        JsonPath items = answer.extract().jsonPath();
        List<String> low = items.getList("items.low");
        List<String> high = items.getList("items.high");
        List<String> expected = items.getList("items.expected");
        for (int i = 0; i < low.size(); i++) {
            assertTrue(new BigDecimal(low.get(i)).compareTo(new BigDecimal(expected.get(i))) <= 0);
            assertTrue(new BigDecimal(expected.get(i)).compareTo(new BigDecimal(high.get(i))) <= 0);
        }
        // Half of what is spent on food, and nothing else changes.
        JsonPath what = person.post(
                        FORECAST,
                        "{'until': '%s', 'change': {'spending': {'food': '-50'}}}".formatted(today.plusDays(60)))
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(expected, what.getList("base.items.expected"));
        BigDecimal saved = new BigDecimal(what.getString("difference[-1].expected"));
        assertTrue(saved.compareTo(new BigDecimal("100")) > 0, saved.toString());
        assertTrue(saved.compareTo(new BigDecimal("300")) < 0, saved.toString());
    }

    @Test
    void whatASchedulePostsNowIsNotLearnedFromWhatWasRecordedByHandBefore() {
        for (int month = 0; month < 12; month++) {
            person.record(
                    "expense",
                    "Rent",
                    "950",
                    "'date': '%s'".formatted(today.minusMonths(month).minusDays(3)));
        }
        schedule(today.plusDays(1), "FREQ=MONTHLY", "expense", "Rent", "960", "");
        person.get(FORECAST + "?until=" + today.plusDays(25) + "&interval=month")
                .body("method.code", equalTo("schedules-and-history"))
                .body("items[-1].expected", equalTo("-12360.00"));
    }

    @Test
    void anAccountHasAForecastOfItsOwn() {
        String from = account("Everyday", "100");
        String to = account("Savings", "0");
        record(today, "income", "1000", "");
        person.create(
                "/api/v1/schedules",
                ("{'start': '%s', 'recurrence': 'FREQ=DAILY', 'transaction': {'type': 'transfer',"
                                + " 'description': 'Save', 'amount': 10, 'accountId': '%s', 'toAccountId': '%s'}}")
                        .formatted(today.plusDays(1), from, to));
        String until = "&until=" + today.plusDays(3);
        person.get(FORECAST + "?accountId=" + from + until)
                .body("balance", equalTo("100.00"))
                .body("items.expected", contains("90.00", "80.00", "70.00"))
                .body("items[0].planned.amount", contains("-10.00"));
        person.get(FORECAST + "?accountId=" + to + until).body("items.expected", contains("10.00", "20.00", "30.00"));
        person.get(FORECAST + "?" + until.substring(1))
                .body("balance", equalTo("1100.00"))
                .body("items.expected", contains("1100.00", "1100.00", "1100.00"))
                .body("items[0].planned", empty());
    }

    private String account(String name, String opening) {
        return person.post("/api/v1/accounts", "{'name': '%s', 'openingBalance': %s}".formatted(name, opening))
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void onlyOneCurrencyCountsUnlessAllAreConverted() {
        person.put("/api/v1/me/rates/" + today, "{'rates': {'USD': '2'}}").statusCode(204);
        record(today, "income", "1000", "");
        record(today, "income", "500", ", 'currency': 'USD'");
        record(today, "income", "7", ", 'currency': 'XAF'");
        schedule(today.plusDays(1), "FREQ=DAILY;COUNT=1", "expense", "Rent", "100", ", 'currency': 'USD'");
        person.get(FORECAST + "?until=" + today.plusDays(2)).body("items.expected", everyItem(equalTo("1000.00")));
        person.get(FORECAST + "?currency=USD&until=" + today.plusDays(2))
                .body("currency", equalTo("USD"))
                .body("items.expected", everyItem(equalTo("400.00")));
        person.get(FORECAST + "?convertTo=EUR&until=" + today.plusDays(2))
                .body("balance", equalTo("1000.00"))
                .body("converted.currency", equalTo("EUR"))
                .body("converted.balance", equalTo("1250.00"))
                .body("converted.items.expected", everyItem(equalTo("1200.00")))
                .body("converted.items[0].planned[0].amount", equalTo("-50.00"))
                .body("converted.unconverted.currency", contains("XAF"))
                .body("converted.unconverted.count", contains(1));
    }

    /** What is known of another currency makes no history of this one. */
    @Test
    void convertingChangesNothingOfThePlainForecast() {
        person.put("/api/v1/me/rates/" + today, "{'rates': {'USD': '2'}}").statusCode(204);
        record(today.minusMonths(24), "income", "300", ", 'currency': 'USD'");
        for (int month = 0; month < 3; month++) {
            record(today.minusMonths(month), "expense", "40", "");
        }
        String path = FORECAST + "?until=" + today.plusDays(40);
        JsonPath plain = person.get(path).statusCode(200).extract().jsonPath();
        assertEquals("schedules", plain.getString("method.code"));
        for (String target : List.of("USD", "EUR")) {
            JsonPath both = person.get(path + "&convertTo=" + target)
                    .statusCode(200)
                    .body("converted.currency", equalTo(target))
                    .extract()
                    .jsonPath();
            for (String part : List.of("balance", "method", "items", "lowest", "belowZero")) {
                assertEquals(plain.<Object>get(part), both.get(part), part + " " + target);
            }
        }
    }

    @Test
    void whatComesWithoutARateIsCounted() {
        record(today, "income", "7", ", 'currency': 'XAF'");
        record(today.plusDays(1), "expense", "3", ", 'currency': 'XAF'");
        record(today.plusDays(1), "expense", "1", ", 'currency': 'XAF', 'category': 'food'");
        record(today.plusDays(1), "expense", "5", ", 'currency': 'KES'");
        person.get(FORECAST + "?convertTo=EUR")
                .body("converted.unconverted.currency", contains("KES", "XAF"))
                .body("converted.unconverted.count", contains(1, 3));
    }

    @Test
    void whatIfIsComparedAndNothingIsKept() {
        record(today, "income", "1000", "");
        String gym = schedule(today.plusDays(1), "FREQ=DAILY", "expense", "Gym", "10", "");
        String rent = schedule(today.plusDays(1), "FREQ=DAILY", "expense", "Rent", "20", "");
        JsonPath answer = person.post(
                        FORECAST,
                        ("{'until': '%1$s', 'without': {'schedules': ['%2$s']},"
                                        + " 'change': {'schedules': [{'id': '%3$s', 'transaction': {'amount': 25}}]},"
                                        + " 'with': {'schedules': [{'start': '%4$s', 'recurrence': 'FREQ=DAILY', 'transaction':"
                                        + " {'type': 'income', 'description': 'Job', 'amount': 100}}],"
                                        + " 'transactions': [{'date': '%4$s', 'amount': '-7', 'description': 'Book'}]}}")
                                .formatted(today.plusDays(2), gym, rent, today.plusDays(2)))
                .statusCode(200)
                .body("base.items.expected", contains("970.00", "940.00"))
                .body("changed.items.expected", contains("975.00", "1043.00"))
                .body("difference.expected", contains("5.00", "103.00"))
                .body("changed.items[1].planned.description", contains("Rent", "Job"))
                .body("changed.items[1].planned[1].scheduleId", nullValue())
                .extract()
                .jsonPath();
        assertEquals(2, answer.getList("difference").size());
        person.get("/api/v1/schedules").body("items.transaction.amount", contains("-20.00", "-10.00"));
        person.get("/api/v1/changes").body("latest", equalTo(3));
        person.post(FORECAST, "{}").statusCode(200).body("difference.expected", everyItem(equalTo("0.00")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'until': '2020-01-01'                                    | /until                        | not-after-today
                    'until': '2999-01-01'                                    | /until                        | too-far-ahead
                    'interval': 'year'                                       | /interval                     | not-one-of
                    'accountId': '019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e'      | /accountId                    | unknown-account
                    'currency': 'EURO'                                       | /currency                     | unknown-currency
                    'without': {'schedules': ['019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e']} | /without/schedules/0 | unknown-reference
                    'without': {'schedules': [null]}                         | /without/schedules/0          | required
                    'with': {'schedules': [1]}                               | /with/schedules/0             | wrong-type
                    'with': {'schedules': [{'start': '2026-01-01', 'recurrence': 'X', 'transaction': {'type': 'income', 'description': 'x', 'amount': 1}}]} | /with/schedules/0/recurrence | invalid-recurrence
                    'with': {'transactions': [{'date': '2026-12-01'}]}       | /with/transactions/0/amount   | required
                    'with': {'transactions': [{'date': '2026-12-01', 'amount': '0.001'}]} | /with/transactions/0/amount | too-many-decimals
                    'change': {'schedules': [{'paused': true}]}              | /change/schedules/0/id        | required
                    'change': {'schedules': [{'id': '019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e'}]} | /change/schedules/0/id | unknown-reference
                    'change': {'spending': {'food': -101}}                   | /change/spending/food         | out-of-range
                    'change': {'spending': {'food': null}}                   | /change/spending/food         | required
                    'change': {'spending': 1}                                | /change/spending              | wrong-type
                    'other': 1                                               | /other                        | unknown-field
                    """)
    void whatCannotBeImaginedIsRefused(String fields, String pointer, String code) {
        person.post(FORECAST, "{" + fields + "}")
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @ParameterizedTest
    @CsvSource({
        "until=2020-01-01, not-after-today",
        "until=2999-01-01, too-far-ahead",
        "until=x, invalid-date",
        "interval=year, not-one-of",
        "accountId=x, wrong-type",
        "accountId=019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e, unknown-account",
        "currency=EURO, unknown-currency",
        "convertTo=x, unknown-currency",
        "page=2, unknown-parameter"
    })
    void whatCannotBeToldIsRefused(String query, String code) {
        person.get(FORECAST + "?" + query).statusCode(422).body("errors[0].code", equalTo(code));
    }

    @Test
    void theMethodIsToldInTheCallersLanguage() {
        String english = person.get(FORECAST).extract().path("method.message");
        String german = person.request()
                .header("Accept-Language", "de")
                .get(FORECAST)
                .then()
                .extract()
                .path("method.message");
        assertTrue(english.startsWith("What schedules"), english);
        assertTrue(german.startsWith("Was Pläne"), german);
    }
}
