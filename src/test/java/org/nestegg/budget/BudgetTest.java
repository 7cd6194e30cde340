package org.nestegg.budget;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

/** What may be spent, and how it stands. */
@QuarkusTest
class BudgetTest extends ApiTest {

    private static final String BUDGETS = "/api/v1/budgets";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
    }

    private String make(String name, String more) {
        return person.create(BUDGETS, body(name, more));
    }

    private static String body(String name, String more) {
        return "{'name': '%s', 'amount': 100%s}".formatted(name, more.isEmpty() ? "" : ", " + more);
    }

    private void spend(String amount, String date, String category) {
        person.record("expense", "x", amount, "'date': '%s', 'category': '%s'".formatted(date, category));
    }

    @Test
    void whatWasSpentInAllCurrenciesIsConverted() {
        person.put("/api/v1/me/rates/2026-11-02", "{'rates': {'USD': '2', 'CHF': '4'}}")
                .statusCode(204);
        String budget = make("Food", "'categories': ['food'], 'start': '2026-10-01'");
        spend("10", "2026-10-31", "food");
        spend("3", "2026-11-03", "food");
        spend("99", "2026-11-03", "rent");
        for (String currency : List.of("USD", "XAF")) {
            person.record(
                    "expense",
                    "x",
                    "8",
                    "'date': '2026-11-03', 'category': 'food', 'currency': '%s'".formatted(currency));
        }
        person.record("income", "x", "2", "'date': '2026-11-04', 'category': 'food', 'currency': 'USD'");
        person.get(budget + "/periods?from=2026-10-01&to=2026-11-30&convertTo=CHF")
                .body("items.spent", contains("10.00", "3.00"))
                .body("items[0].converted.spent", equalTo("0.00"))
                .body("items[0].converted.unconverted.currency", contains("EUR"))
                .body("items[1].converted.currency", equalTo("CHF"))
                // 3 EUR are 12 CHF; 8 - 2 USD are 3 EUR.
                .body("items[1].converted.spent", equalTo("24.00"))
                .body("items[1].converted.unconverted.currency", contains("XAF"))
                .body("items[1].converted.unconverted.count", contains(1));
        person.get(budget + "/periods?from=2026-10-01&to=2026-11-30").body("items[0].converted", nullValue());
    }

    @Test
    void whatIsLeftOutHasADefault() {
        person.post(BUDGETS, "{'name': ' Food ', 'amount': 400}")
                .statusCode(201)
                .body("name", equalTo("Food"))
                .body("amount", equalTo("400.00"))
                .body("currency", equalTo("EUR"))
                .body("categories", empty())
                .body("tags", empty())
                .body("accountIds", empty())
                .body("recurrence", equalTo("FREQ=MONTHLY"))
                .body("start", equalTo(TODAY.withDayOfMonth(1).toString()))
                .body("rollover", equalTo("none"))
                .body("current.from", equalTo(TODAY.withDayOfMonth(1).toString()))
                .body(
                        "current.to",
                        equalTo(TODAY.withDayOfMonth(TODAY.lengthOfMonth()).toString()))
                .body("current.budgeted", equalTo("400.00"))
                .body("current.carried", equalTo("0.00"))
                .body("current.available", equalTo("400.00"))
                .body("current.spent", equalTo("0.00"))
                .body("current.left", equalTo("400.00"))
                .body("current.planned", equalTo("0.00"))
                .body("current.otherCurrencies", equalTo(false));
        person.post(BUDGETS, "{'name': 'Yen', 'amount': '400', 'currency': 'JPY', 'rollover': null, 'tags': null}")
                .statusCode(201)
                .body("amount", equalTo("400"))
                .body("current.left", equalTo("400"));
    }

    @Test
    void listsAreKeptAsTheyAreSentOnce() {
        person.post(BUDGETS, body("x", "'categories': ['b', ' a', 'b', '🥚', 'a\\\\\\\\', '{,}'], 'tags': ['t', 't']"))
                .statusCode(201)
                .body("categories", contains("b", "a", "🥚", "a\\\\", "{,}"))
                .body("tags", contains("t"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{}~/amount,/name~required,required",
                "{'name': 'x', 'amount': 0}~/amount~not-positive",
                "{'name': 'x', 'amount': -1}~/amount~not-positive",
                "{'name': 'x', 'amount': 1e13}~/amount~out-of-range",
                "{'name': 'x', 'amount': 1.001}~/amount~too-many-decimals",
                "{'name': 'x', 'amount': 1.5, 'currency': 'JPY'}~/amount~too-many-decimals",
                "{'name': 'x', 'amount': 'a'}~/amount~wrong-type",
                "{'name': 'x', 'amount': null}~/amount~required",
                "{'name': 'x', 'amount': 1, 'currency': 'XXX'}~/currency~unknown-currency",
                "{'name': '', 'amount': 1}~/name~too-short",
                "{'name': 'a\\u0000b', 'amount': 1}~/name~control-character",
                "{'name': 'x', 'amount': 1, 'categories': 'food'}~/categories~wrong-type",
                "{'name': 'x', 'amount': 1, 'categories': [null]}~/categories/0~required",
                "{'name': 'x', 'amount': 1, 'categories': ['a', 1]}~/categories/1~wrong-type",
                "{'name': 'x', 'amount': 1, 'categories': ['a\\u0000']}~/categories/0~control-character",
                "{'name': 'x', 'amount': 1, 'accountIds': ['x']}~/accountIds/0~wrong-type",
                "{'name': 'x', 'amount': 1, 'recurrence': 'FREQ=HOURLY'}~/recurrence~invalid-recurrence",
                "{'name': 'x', 'amount': 1, 'recurrence': 'FREQ=DAILY;UNTIL=20200101'}~/recurrence~invalid-recurrence",
                "{'name': 'x', 'amount': 1, 'recurrence': 1}~/recurrence~wrong-type",
                "{'name': 'x', 'amount': 1, 'start': '2026-02-30'}~/start~invalid-date",
                "{'name': 'x', 'amount': 1, 'rollover': 'some'}~/rollover~not-one-of",
                "{'name': 'x', 'amount': 1, 'rollover': 'all', 'recurrence': 'FREQ=DAILY', 'start': '1950-01-01'}"
                        + "~/start~too-many-periods",
                "{'name': 'x', 'amount': 1, 'current': {}, 'when': 1}~/current,/when~unknown-field,unknown-field"
            })
    void aBadBudgetIsRefused(String body, String pointers, String codes) {
        person.post(BUDGETS, body)
                .statusCode(422)
                .body("errors.sort { it.pointer }.pointer", equalTo(List.of(pointers.split(","))))
                .body("errors.sort { it.pointer }.code", equalTo(List.of(codes.split(","))));
        person.get(BUDGETS).body("items", empty());
    }

    @Test
    void textsAndListsHaveBounds() {
        String budget = make("x", "");
        for (String patch : List.of(
                "{'name': '%s'}".formatted("x".repeat(101)),
                "{'recurrence': 'FREQ=DAILY;%s'}".formatted("x".repeat(200)),
                "{'categories': ['%s']}".formatted("x".repeat(51)),
                "{'tags': ['%s']}".formatted("x".repeat(31)))) {
            person.patch(budget, patch).statusCode(422).body("errors.code", contains("too-long"));
        }
        for (String patch : List.of("{'categories': %s}", "{'tags': %s}", "{'accountIds': %s}")) {
            String many = IntStream.range(0, 101)
                    .mapToObj(_ -> "'" + UUID.randomUUID().toString().substring(0, 30) + "'")
                    .collect(Collectors.joining(",", "[", "]"));
            String ids = many.replaceAll("'\\w{8}[^']*'", "'" + UUID.randomUUID() + "'");
            person.patch(budget, patch.formatted(patch.contains("account") ? ids : many))
                    .statusCode(422)
                    .body("errors.code", contains("too-many"));
        }
        person.patch(budget, "{'name': '%s', 'categories': ['%s']}".formatted("🥚".repeat(100), "🥚".repeat(50)))
                .statusCode(200);
    }

    @Test
    void aNameIsTakenOnceWhateverItsCase() {
        make("Food", "");
        String other = make("fun", "");
        for (ValidatableResponse answer : List.of(
                person.post(BUDGETS, body("fOOD", "")),
                person.put(other, body("FOOD", "")),
                person.patch(other, "{'name': 'food'}"))) {
            answer.statusCode(409).body("code", equalTo("budget-name-taken"));
        }
        person.patch(other, "{'name': 'Fun'}").statusCode(200);
        Person.signUp().create(BUDGETS, body("Food", ""));
    }

    @Test
    void ofManyAtOnceOneGetsTheName() {
        List<Integer> statuses = Race.of(
                8,
                i -> person.post(BUDGETS, body(i % 2 == 0 ? "Food" : "FOOD", ""))
                        .extract()
                        .statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
    }

    @Test
    void anAccountOfSomebodyElseIsUnknownAndOneThatGoesMatchesNothing() {
        String theirs = Person.signUp()
                .post("/api/v1/accounts", "{'name': 'A'}")
                .extract()
                .path("id");
        String account = person.create("/api/v1/accounts", "{'name': 'A'}");
        String accounts = "'accountIds': ['%s', '%s', '%s']";
        person.post(BUDGETS, body("x", accounts.formatted(id(account), theirs, UUID.randomUUID())))
                .statusCode(422)
                .body("errors.pointer", contains("/accountIds/1", "/accountIds/2"))
                .body("errors.code", contains("unknown-account", "unknown-account"));
        String budget = make("x", "'accountIds': ['%s']".formatted(id(account)));
        person.patch(budget, "{'accountIds': ['%s']}".formatted(theirs)).statusCode(422);
        String lost = person.record("expense", "x", "7", "'accountId': '%s'".formatted(id(account)));
        person.record("expense", "x", "5", "");
        person.get(budget).body("current.spent", equalTo("7.00"));
        person.delete(lost).statusCode(204);
        person.delete(account).statusCode(204);
        person.get(budget).body("current.spent", equalTo("0.00")).body("accountIds", contains(id(account)));
        person.patch(budget, "{'amount': 50}").statusCode(200).body("accountIds", contains(id(account)));
    }

    @Test
    void refundsAreTakenOffWhereCategoriesAreNamed() {
        String food = make("food", "'categories': ['food', 'fun']");
        String all = make("all", "");
        String day = TODAY.toString();
        spend("60", day, "food");
        spend("5", day, "rent");
        person.record("income", "refund", "12.50", "'category': 'food'");
        person.record("income", "salary", "3000", "'category': 'work'");
        person.record("expense", "x", "9", "'currency': 'USD', 'category': 'fun'");
        person.get(food)
                .body("current.spent", equalTo("47.50"))
                .body("current.left", equalTo("52.50"))
                .body("current.otherCurrencies", equalTo(true));
        person.get(all).body("current.spent", equalTo("65.00")).body("current.left", equalTo("35.00"));
        person.record("income", "refund", "100", "'category': 'fun'");
        person.get(food).body("current.spent", equalTo("-52.50")).body("current.left", equalTo("152.50"));
        String rent = make("rent", "'categories': ['rent']");
        person.get(rent).body("current.otherCurrencies", equalTo(false));
    }

    @Test
    void transfersAreNoSpending() {
        String one = person.post("/api/v1/accounts", "{'name': 'A'}").extract().path("id");
        String other =
                person.post("/api/v1/accounts", "{'name': 'B'}").extract().path("id");
        person.create(
                "/api/v1/transfers",
                "{'fromAccountId': '%s', 'toAccountId': '%s', 'amount': 10, 'category': 'food'}".formatted(one, other));
        person.get(make("all", "")).body("current.spent", equalTo("0.00"));
        person.get(make("food", "'categories': ['food']")).body("current.spent", equalTo("0.00"));
    }

    /** What schedules will take is known before it is taken, and is not counted twice once it is. */
    @Test
    void whatSchedulesWillTakeIsPlanned() {
        String budget = make(
                "food",
                "'categories': ['food'], 'recurrence': 'FREQ=YEARLY', 'start': '%s'".formatted(TODAY.minusDays(10)));
        LocalDate first = TODAY.plusDays(3);
        String schedule = person.create(
                "/api/v1/schedules",
                ("{'start': '%s', 'recurrence': 'FREQ=WEEKLY;COUNT=3', 'transaction': {'type': 'expense',"
                                + " 'description': 'x', 'amount': 20, 'category': 'food'}}")
                        .formatted(first));
        assertPlanned(budget, "0.00", "60.00");
        assertPlanned(budget + "?date=" + first.plusDays(1), "0.00", "40.00");
        person.get(budget + "?date=" + first.plusDays(8))
                .body(
                        "current.perDay",
                        equalTo(new BigDecimal("80.00")
                                .divide(
                                        BigDecimal.valueOf(TODAY.minusDays(10)
                                                        .until(
                                                                TODAY.minusDays(10)
                                                                        .plusYears(1),
                                                                ChronoUnit.DAYS)
                                                - 21),
                                        2,
                                        RoundingMode.DOWN)
                                .toPlainString()));
        person.post(schedule + "/occurrences/" + first + "/post", "{}").statusCode(200);
        assertPlanned(budget, "20.00", "40.00");
        person.post(schedule + "/occurrences/" + first.plusDays(7) + "/skip", "{}")
                .statusCode(200);
        assertPlanned(budget, "20.00", "20.00");
        person.get(budget + "/periods?to=" + TODAY.plusYears(4))
                .body("items.planned", contains("20.00", "0.00", "0.00", "0.00", "0.00"));
        person.patch(schedule, "{'paused': true}").statusCode(200);
        assertPlanned(budget, "20.00", "0.00");
    }

    private void assertPlanned(String budget, String spent, String planned) {
        person.get(budget)
                .statusCode(200)
                .body("current.spent", equalTo(spent))
                .body("current.planned", equalTo(planned));
    }

    private static final String YEAR = "/periods?from=2026-01-01&to=2026-05-31";

    @Test
    void whatIsLeftIsCarried() {
        String more = "'start': '2026-01-01', 'categories': ['food'], 'rollover': ";
        String none = make("none", more + "'none'");
        String unspent = make("unspent", more + "'unspent'");
        String all = make("all", more + "'all'");
        spend("70", "2026-01-31", "food");
        spend("180", "2026-02-01", "food");
        String late = person.record("expense", "x", "20", "'date': '2026-04-10', 'category': 'food'");
        assertCarried(none, "0.00", "0.00", "0.00", "0.00", "0.00");
        assertCarried(unspent, "0.00", "30.00", "0.00", "100.00", "180.00");
        assertCarried(all, "0.00", "30.00", "-50.00", "50.00", "130.00");
        // What is put right late is right in every later period.
        person.patch(late, "{'date': '2026-01-10'}").statusCode(200);
        assertCarried(unspent, "0.00", "10.00", "0.00", "100.00", "200.00");
        assertCarried(all, "0.00", "10.00", "-70.00", "30.00", "130.00");
        person.get(all + "/periods?from=2026-04-15&to=2026-04-15")
                .body("items.carried", contains("30.00"))
                .body("items.available", contains("130.00"));
        person.get(all + "?date=2026-02-14")
                .body("current.from", equalTo("2026-02-01"))
                .body("current.to", equalTo("2026-02-28"))
                .body("current.available", equalTo("110.00"))
                .body("current.spent", equalTo("180.00"))
                .body("current.left", equalTo("-70.00"))
                .body("current.perDay", equalTo("0.00"));
        person.patch(all, "{'amount': 200, 'rollover': 'unspent'}").statusCode(200);
        assertCarried(all, "0.00", "110.00", "130.00", "330.00", "530.00");
    }

    private void assertCarried(String budget, String... carried) {
        person.get(budget + YEAR).statusCode(200).body("items.carried", contains(carried));
    }

    @Test
    void periodsAreThoseOfTheRule() {
        String budget = make("payday", "'recurrence': 'FREQ=MONTHLY;BYMONTHDAY=25', 'start': '2026-01-01'");
        person.get(budget + "/periods?from=2026-01-24&to=2026-03-24")
                .body("items.from", contains("2026-01-25", "2026-02-25"))
                .body("items.to", contains("2026-02-24", "2026-03-24"))
                .body("items.perDay", contains("0.00", "0.00"));
        person.get(budget + "?date=2026-01-24").statusCode(200).body("current", nullValue());
        person.get(budget + "?date=2026-01-25").body("current.perDay", equalTo("3.22"));
        person.get(budget + "/periods?from=2025-01-01&to=2026-01-24").body("items", empty());
        String once = make("once", "'recurrence': 'FREQ=MONTHLY;COUNT=1', 'start': '2026-01-31'");
        person.get(once + "/periods")
                .body("items.from", contains("2026-01-31"))
                .body("items.to", contains("2026-02-27"));
        person.get(once).body("current", nullValue());
    }

    @Test
    void theLastTwelvePeriodsAreShown() {
        String budget = make("x", "'start': '%s'".formatted(TODAY.minusYears(3).withDayOfMonth(1)));
        LocalDate month = TODAY.withDayOfMonth(1);
        person.get(budget + "/periods")
                .body("items", hasSize(12))
                .body("items[11].from", equalTo(month.toString()))
                .body("items[11].perDay", notNullValue())
                .body("items[0].from", equalTo(month.minusMonths(11).toString()));
        person.get(budget + "/periods?to=" + month.minusDays(1))
                .body("items", hasSize(12))
                .body("items[11].from", equalTo(month.minusMonths(1).toString()));
        person.get(budget + "/periods?from=" + month.plusMonths(2))
                .body("items.from", contains(month.plusMonths(2).toString()));
    }

    @Test
    void periodsHaveBounds() {
        String daily = make("x", "'recurrence': 'FREQ=DAILY', 'start': '2020-01-01', 'rollover': 'all'");
        person.get(daily + "/periods?from=2024-01-01&to=2025-05-14")
                .statusCode(200)
                .body("items", hasSize(500));
        person.get(daily + "/periods?from=2024-01-01&to=2025-05-15")
                .statusCode(422)
                .body("errors.parameter", contains("from"))
                .body("errors.code", contains("too-many-periods"));
        person.get(daily + "/periods?from=2024-01-02&to=2024-01-01")
                .statusCode(422)
                .body("errors.code", contains("from-after-to"));
        person.get(daily + "/periods?from=9998-12-31&to=9999-12-31").statusCode(422);
        person.get(daily + "/periods?from=9999-12-31&to=9999-12-31")
                .statusCode(422)
                .body("errors.parameter", contains("to"));
        for (String path : List.of(BUDGETS, daily)) {
            person.get(path + "?date=9999-12-31")
                    .statusCode(422)
                    .body("errors.parameter", contains("date"))
                    .body("errors.code", contains("too-many-periods"));
            person.get(path + "?date=x").statusCode(422).body("errors.code", contains("invalid-date"));
        }
        person.patch(daily, "{'rollover': 'none'}").statusCode(200);
        person.get(daily + "?date=9999-12-31").statusCode(200).body("current.from", equalTo("9999-12-31"));
        person.get(daily + "?date=0001-01-01").statusCode(200).body("current", nullValue());
    }

    /** Each is within its own bound. */
    @Test
    void whatAPageAddsUpIsBounded() {
        LocalDate start = TODAY.minusDays(9_900);
        String daily = "'recurrence': 'FREQ=DAILY', 'start': '%s', 'rollover': '%s'";
        String last = "";
        for (int i = 0; i < 11; i++) {
            last = make("b" + i, daily.formatted(start, i % 2 == 0 ? "unspent" : "all"));
        }
        person.get(BUDGETS + "?limit=11")
                .statusCode(422)
                .body("errors.parameter", contains("limit"))
                .body("errors.code", contains("too-many-periods"));
        person.get(BUDGETS + "?limit=10")
                .statusCode(200)
                .body("items.current.carried", everyItem(equalTo("990000.00")));
        person.get(last + "?date=" + TODAY.plusDays(10_000))
                .statusCode(200)
                .body("current.carried", equalTo("1990000.00"));
    }

    @Test
    void aHundredBudgetsOfThirtyYearsOfMonthsAreAPage() {
        LocalDate start = TODAY.withDayOfMonth(1).minusYears(30);
        for (int i = 0; i < 100; i++) {
            make("b" + i, "'start': '%s', 'rollover': 'unspent'".formatted(start));
        }
        person.get(BUDGETS + "?limit=100")
                .statusCode(200)
                .body("items", hasSize(100))
                .body("items.current.carried", everyItem(equalTo("36000.00")));
    }

    @Test
    void budgetsAreListedInPages() {
        for (int i = 0; i < 5; i++) {
            make("b" + i, "'categories': ['c%d']".formatted(i));
            spend(Integer.toString(i + 1), TODAY.toString(), "c" + i);
        }
        var page = person.get(BUDGETS + "?limit=2&count=true&date=" + TODAY)
                .statusCode(200)
                .body("items.name", contains("b4", "b3"))
                .body("items.current.spent", contains("5.00", "4.00"))
                .body("total", equalTo(5))
                .extract();
        person.get(page.path("next")).body("items.name", contains("b2", "b1"));
        person.get(BUDGETS + "?q=B3").body("items.name", contains("b3"));
        Person.signUp().get(page.path("next")).statusCode(400).body("code", equalTo("invalid-cursor"));
        person.get(BUDGETS + "?name=x").statusCode(422).body("code", equalTo("unknown-parameter"));
    }

    @Test
    void budgetsOfOthersAreNotThere() {
        String theirs = Person.signUp().create(BUDGETS, body("x", ""));
        for (ValidatableResponse answer : List.of(
                person.get(theirs),
                person.get(theirs + "/periods"),
                person.get(theirs + "/history"),
                person.put(theirs, body("y", "")),
                person.patch(theirs, "{}"),
                person.delete(theirs),
                person.get(BUDGETS + "/x"))) {
            answer.statusCode(404);
        }
        person.get(BUDGETS).body("items", empty());
    }

    /** The tag is that of all that is shown, also of what was spent. */
    @Test
    void aStaleBudgetIsNotChanged() {
        String budget = make("x", "");
        String tag = person.get(budget).extract().header("ETag");
        person.request().header("If-None-Match", tag).get(budget).then().statusCode(304);
        spend("1", TODAY.toString(), "c");
        String spent = person.get(budget).extract().header("ETag");
        assertNotEquals(tag, spent);
        json(person.request().header("If-Match", tag), "{'amount': 5}")
                .patch(budget)
                .then()
                .statusCode(412);
        json(person.request().header("If-Match", tag), body("y", ""))
                .put(budget)
                .then()
                .statusCode(412);
        person.request().header("If-Match", tag).delete(budget).then().statusCode(412);
        // Of another day it is another.
        String earlier = budget + "?date=2026-01-01";
        String then = person.get(earlier).extract().header("ETag");
        assertNotEquals(spent, then);
        String changed = json(person.request().header("If-Match", then), "{'amount': 5}")
                .patch(earlier)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertEquals(changed, person.get(earlier).extract().header("ETag"));
        person.request().header("If-Match", changed).delete(earlier).then().statusCode(204);
        person.get(budget).statusCode(404);
    }

    @Test
    void whatDoesNotChangeIsNoChange() {
        String budget = make("x", "'start': '2026-01-01', 'categories': ['a'], 'tags': ['t']");
        String updated = person.get(budget).extract().path("updatedAt");
        for (ValidatableResponse answer : List.of(
                person.patch(budget, "{}"),
                person.patch(budget, "{'amount': '100.00', 'rollover': null}"),
                person.put(budget, body("x", "'start': '2026-01-01', 'categories': ['a', 'a'], 'tags': ['t']")))) {
            assertNull(answer.statusCode(200).extract().header("Change-Seq"));
        }
        person.get(budget).body("updatedAt", equalTo(updated));
    }

    @Test
    void budgetsAreRememberedAndUndone() {
        String budget = make("x", "'start': '2026-01-01', 'categories': ['a', 'b'], 'recurrence': 'FREQ=WEEKLY'");
        String before = person.get(budget).extract().asString();
        String changed = person.patch(
                        budget, "{'amount': 7, 'categories': [], 'rollover': 'all', 'currency': 'USD', 'tags': ['t']}")
                .statusCode(200)
                .extract()
                .header("Change-Seq");
        person.get("/api/v1/changes/" + changed)
                .body("kind", equalTo("patchBudget"))
                .body("items.type", contains("budget"))
                .body("items[0].before.amount", equalTo("100.00"))
                .body("items[0].after.tags", contains("t"))
                .body("items[0].after.current", nullValue());
        person.request().post("/api/v1/changes/" + changed + "/undo").then().statusCode(201);
        assertEquals(
                before.replaceFirst("\"updatedAt.*", ""),
                person.get(budget).extract().asString().replaceFirst("\"updatedAt.*", ""));
        String deleted = person.delete(budget).statusCode(204).extract().header("Change-Seq");
        make("X", "");
        person.request()
                .post("/api/v1/changes/" + deleted + "/undo")
                .then()
                .statusCode(409)
                .body("code", equalTo("undo-conflict"));
        person.get(budget + "/history")
                .statusCode(200)
                .body("items.op", contains("deleted", "changed", "changed", "created"))
                .body("items[3].object.categories", contains("a", "b"))
                .body("items[3].object.start", equalTo("2026-01-01"));
        person.get("/api/v1/changes?type=budget").body("items", hasSize(5));
    }

    @Test
    void thereIsALimit() {
        for (int i = 0; i < 200; i++) {
            json(person.request(), body("b" + i, "")).post(BUDGETS).then().statusCode(201);
        }
        person.post(BUDGETS, body("x", "")).statusCode(422).body("code", equalTo("limit-reached"));
    }
}
