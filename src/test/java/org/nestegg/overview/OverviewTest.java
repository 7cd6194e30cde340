package org.nestegg.overview;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nestegg.overview.Plenty.V1;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** The overview says in one answer what other operations say in many. */
@QuarkusTest
class OverviewTest extends ApiTest {

    private static final String OVERVIEW = V1 + "/overview";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private static JsonPath read(Person person, String path) {
        return person.get(path).statusCode(200).extract().jsonPath();
    }

    private static List<Map<String, Object>> list(JsonPath json, String path) {
        return json.getList(path);
    }

    private static List<Map<String, Object>> all(Person person, String path) {
        List<Map<String, Object>> all = new ArrayList<>();
        String next = path + (path.contains("?") ? "&" : "?") + "limit=100";
        while (next != null) {
            JsonPath page = read(person, next);
            all.addAll(list(page, "items"));
            next = page.get("next");
        }
        return all;
    }

    /** Some fields of an object, in their order. */
    private static Map<String, Object> only(Map<String, Object> object, String... fields) {
        Map<String, Object> some = new LinkedHashMap<>();
        for (String field : fields) {
            some.put(field, object.get(field));
        }
        return some;
    }

    @ParameterizedTest
    @CsvSource({"EUR,1", "USD,2"})
    void itSaysWhatTheOthersSay(String own, long seed) {
        Plenty plenty = new Plenty(own, seed);
        Person person = plenty.person;
        JsonPath shown = compareSums(person, own, "");
        assertEquals(
                today.withDayOfMonth(1).minusMonths(11) + " " + today + " month",
                shown.get("from") + " " + shown.get("to") + " " + shown.get("interval"));
        compareSums(person, own, "?interval=week&from=" + today.minusDays(100) + "&to=" + today.plusDays(20));
        compareSums(person, own, "?interval=day&from=" + today.minusDays(25));
        compareSums(person, own, "?from=" + today.minusMonths(3).withDayOfMonth(7) + "&to=" + today.minusMonths(1));
        compareSums(person, own, "?from=" + today.withDayOfMonth(2) + "&to=" + today.withDayOfMonth(3));
        compareBudgets(person, shown);
        compareDue(person, shown);
        compareGoals(person, shown);
        assertEquals(
                all(person, V1 + "/accounts?sort=name&closed=false").stream()
                        .map(account -> only(account, "id", "name", "kind", "currency", "balance"))
                        .toList(),
                list(shown, "accounts"));
        for (String kind : List.of("transactions", "accounts", "schedules", "budgets", "goals")) {
            assertEquals(
                    read(person, V1 + "/" + kind + "?count=true&limit=1").getInt("total"),
                    shown.getInt("counts." + kind),
                    kind);
        }
        assertEquals(read(person, V1 + "/changes?limit=1").getLong("latest"), shown.getLong("latest"));
    }

    private JsonPath compareSums(Person person, String own, String query) {
        JsonPath shown = read(person, OVERVIEW + query);
        assertEquals(own, shown.get("currency"));
        assertEquals(today.toString(), shown.get("date"));
        compareWorth(person, own, shown);
        compareMonths(person, own, shown);
        compareCategories(person, own, shown);
        return shown;
    }

    private void compareWorth(Person person, String own, JsonPath shown) {
        LocalDate from = LocalDate.parse(shown.get("from"));
        List<String> missing = new ArrayList<>();
        assertEquals(worth(person, own, from.minusDays(1), missing), shown.get("worth.opening"));
        LocalDate next = from;
        for (Map<String, Object> item : list(shown, "worth.items")) {
            LocalDate to = LocalDate.parse((String) item.get("to"));
            assertEquals(next.toString(), item.get("from"));
            assertEquals(worth(person, own, to, missing), item.get("balance"), to.toString());
            next = to.plusDays(1);
        }
        assertEquals(LocalDate.parse(shown.get("to")).plusDays(1), next);
        assertEquals(missing.stream().distinct().sorted().toList(), shown.getList("worth.unconverted.currency"));
    }

    /** What accounts and what lies in none come to at the end of a day, by the rates of the day. */
    private static String worth(Person person, String own, LocalDate day, List<String> missing) {
        Map<String, BigDecimal> balances = new TreeMap<>();
        list(read(person, V1 + "/balances?date=" + day), "items")
                .forEach(item -> balances.put((String) item.get("currency"), decimal(item, "balance")));
        list(read(person, V1 + "/transactions/summary?accountId=none&to=" + day), "totals")
                .forEach(total ->
                        balances.merge((String) total.get("currency"), decimal(total, "balance"), BigDecimal::add));
        Map<String, String> rates =
                new HashMap<>(read(person, V1 + "/rates?date=" + day).getMap("rates"));
        rates.put("EUR", "1");
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> balance : balances.entrySet()) {
            String currency = balance.getKey();
            if (currency.equals(own)) {
                sum = sum.add(balance.getValue());
            } else if (rates.containsKey(currency) && rates.containsKey(own)) {
                sum = sum.add(balance.getValue()
                        .multiply(new BigDecimal(rates.get(own)))
                        .divide(new BigDecimal(rates.get(currency)), 40, RoundingMode.HALF_EVEN));
            } else if (balance.getValue().signum() != 0) {
                missing.add(currency);
            }
        }
        return sum.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static BigDecimal decimal(Map<String, Object> object, String field) {
        return new BigDecimal((String) object.get(field));
    }

    private static void compareMonths(Person person, String own, JsonPath shown) {
        LocalDate from = LocalDate.parse(shown.get("from"));
        LocalDate to = LocalDate.parse(shown.get("to"));
        List<Map<String, Object>> expected = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from); !month.atDay(1).isAfter(to); month = month.plusMonths(1)) {
            LocalDate first = month.atDay(1).isBefore(from) ? from : month.atDay(1);
            LocalDate last = month.atEndOfMonth().isAfter(to) ? to : month.atEndOfMonth();
            JsonPath summary = converted(person, own, first, last, "");
            expected.add(Map.of(
                    "month", month.toString(),
                    "income", summary.get("income"),
                    "expense", summary.get("expense")));
        }
        assertEquals(expected, list(shown, "months"));
        Map<String, Integer> unconverted = new TreeMap<>();
        for (String type : List.of("income", "expense")) {
            converted(person, own, from, to, "&type=" + type)
                    .<Map<String, Object>>getList("unconverted")
                    .forEach(one ->
                            unconverted.merge((String) one.get("currency"), (Integer) one.get("count"), Integer::sum));
        }
        assertEquals(
                unconverted.entrySet().stream()
                        .map(one -> Map.<String, Object>of("currency", one.getKey(), "count", one.getValue()))
                        .toList(),
                list(shown, "unconverted"));
    }

    private static JsonPath converted(Person person, String own, LocalDate from, LocalDate to, String more) {
        return read(person, V1 + "/transactions/summary?convertTo=%s&from=%s&to=%s%s".formatted(own, from, to, more))
                .setRootPath("converted");
    }

    private static void compareCategories(Person person, String own, JsonPath shown) {
        LocalDate from = LocalDate.parse(shown.get("from"));
        LocalDate to = LocalDate.parse(shown.get("to"));
        JsonPath groups = read(
                person, V1 + "/transactions/summary?groupBy=category&type=expense&from=%s&to=%s".formatted(from, to));
        Map<String, List<Object>> expected = new HashMap<>();
        for (Map<String, Object> group : list(groups, "groups")) {
            String category = (String) group.get("key");
            if (category == null) {
                expected.put(null, List.of(group.get("expense"), group.get("count")));
            } else {
                JsonPath one = converted(person, own, from, to, "&type=expense&category=" + category);
                if (one.getInt("count") > 0) {
                    expected.put(category, List.of(one.get("expense"), one.get("count")));
                }
            }
        }
        List<Map<String, Object>> categories = list(shown, "categories");
        assertEquals(Math.min(50, expected.size()), categories.size());
        BigDecimal last = null;
        for (Map<String, Object> category : categories) {
            assertEquals(
                    expected.remove((String) category.get("category")),
                    List.of(category.get("expense"), category.get("count")),
                    category.toString());
            BigDecimal expense = decimal(category, "expense");
            assertTrue(last == null || last.compareTo(expense) <= 0, categories.toString());
            last = expense;
        }
        assertEquals(expected.size(), shown.getInt("otherCategories.categories"));
        assertEquals(
                expected.values().stream().mapToInt(one -> (Integer) one.get(1)).sum(),
                shown.getInt("otherCategories.count"));
        BigDecimal others = BigDecimal.ZERO;
        for (List<Object> one : expected.values()) {
            BigDecimal expense = new BigDecimal((String) one.get(0));
            assertTrue(last.compareTo(expense) <= 0, expected.toString());
            others = others.add(expense);
        }
        // Those are rounded one by one.
        BigDecimal difference = others.subtract(new BigDecimal(shown.<String>get("otherCategories.expense")));
        assertTrue(difference.abs().compareTo(BigDecimal.valueOf(expected.size() + 1L, 2)) <= 0, difference.toString());
    }

    private static void compareBudgets(Person person, JsonPath shown) {
        List<Map<String, Object>> budgets = all(person, V1 + "/budgets").stream()
                .filter(budget -> budget.get("current") != null)
                .sorted(Comparator.comparing(
                                (Map<String, Object> budget) -> ((String) budget.get("name")).toLowerCase(Locale.ROOT))
                        .thenComparing(budget -> (String) budget.get("id")))
                .limit(20)
                .map(OverviewTest::flat)
                .toList();
        assertEquals(budgets, list(shown, "budgets"));
        assertEquals(20, budgets.size());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> flat(Map<String, Object> budget) {
        Map<String, Object> flat = only(budget, "id", "name", "currency");
        flat.putAll(only(
                (Map<String, Object>) budget.get("current"),
                "from",
                "to",
                "available",
                "spent",
                "left",
                "planned",
                "perDay"));
        return flat;
    }

    @SuppressWarnings("unchecked")
    private void compareDue(Person person, JsonPath shown) {
        List<Map<String, Object>> due = new ArrayList<>();
        for (Map<String, Object> schedule : all(person, V1 + "/schedules")) {
            Map<String, Object> planned = (Map<String, Object>) schedule.get("transaction");
            JsonPath occurrences = read(
                    person,
                    V1
                            + "/schedules/%s/occurrences?from=%s&to=%s"
                                    .formatted(schedule.get("id"), today.minusDays(40), today.plusDays(40)));
            for (Map<String, Object> one : list(occurrences, "items")) {
                LocalDate day = LocalDate.parse((String) one.get("due"));
                if (List.of("planned", "suggested").contains(one.get("state"))
                        && schedule.get("paused").equals(false)
                        && !day.isBefore(today.minusDays(31))
                        && !day.isAfter(today.plusDays(30))) {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("scheduleId", schedule.get("id"));
                    line.put("name", schedule.get("name"));
                    line.putAll(only(one, "date", "due", "state"));
                    line.putAll(only(planned, "type", "description"));
                    line.put("amount", one.get("amount"));
                    line.putAll(only(planned, "currency", "accountId"));
                    due.add(line);
                }
            }
        }
        due.sort(Comparator.comparing((Map<String, Object> line) -> (String) line.get("due"))
                .thenComparing(line -> (String) line.get("scheduleId"))
                .thenComparing(line -> (String) line.get("date")));
        assertEquals(due.stream().limit(50).toList(), list(shown, "due"));
        assertTrue(due.stream().anyMatch(line -> line.get("due").toString().compareTo(today.toString()) < 0));
        assertTrue(due.stream().anyMatch(line -> line.get("type").equals("transfer")));
    }

    private static void compareGoals(Person person, JsonPath shown) {
        // Whoever has money below has some of their own.
        List<Map<String, Object>> goals = all(person, V1 + "/goals?parentId=none&status=active").stream()
                .sorted(Comparator.comparing(
                                (Map<String, Object> goal) -> (String) goal.get("targetDate"),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(goal -> decimal(goal, "savedAmount").signum() == 0)
                        .thenComparing(goal -> (String) goal.get("id"), Comparator.reverseOrder()))
                .toList();
        assertTrue(goals.size() > 20, "goals: " + goals.size());
        assertEquals(
                goals.stream()
                        .limit(20)
                        .map(goal -> only(
                                goal,
                                "id",
                                "name",
                                "currency",
                                "savedAmount",
                                "targetAmount",
                                "targetDate",
                                "progress"))
                        .toList(),
                list(shown, "goals"));
    }

    /** As /balances has it, where all lies in accounts. */
    @Test
    void worthIsWhatAllAccountsComeTo() {
        Person person = Person.signUp();
        person.put(V1 + "/me/rates/" + today.minusDays(3), "{'rates': {'USD': '1.1', 'CHF': '0.93'}}")
                .statusCode(204);
        for (String currency : List.of("EUR", "USD", "CHF")) {
            String account = person.post(
                            V1 + "/accounts",
                            "{'name': '%s', 'currency': '%s', 'openingBalance': '33.33'}".formatted(currency, currency))
                    .statusCode(201)
                    .extract()
                    .path("id");
            person.record("income", "x", "10.01", "'accountId': '%s', 'date': '%s'".formatted(account, today));
        }
        for (LocalDate day : List.of(today.minusDays(1), today)) {
            assertEquals(
                    read(person, V1 + "/balances?convertTo=EUR&date=" + day).<String>get("converted.balance"),
                    read(person, OVERVIEW + "?from=" + day + "&to=" + day).<String>get("worth.items[0].balance"));
        }
        person.get(OVERVIEW + "?interval=day&from=" + today)
                .body("worth.opening", equalTo("99.47")) // 33.33 + 33.33 / 1.1 + 33.33 / 0.93 = 99.4687…
                .body("worth.unconverted", empty());
        person.get(OVERVIEW + "?interval=day&from=" + today.minusDays(5) + "&to=" + today.minusDays(2))
                .body("worth.items.balance", contains("33.33", "33.33", "99.47", "99.47"))
                .body("worth.unconverted.currency", contains("CHF", "USD"))
                .body("worth.unconverted.count", contains(0, 0));
    }

    @Test
    void whoeverHasNothingSeesNothing() {
        Person person = Person.signUp("JPY");
        JsonPath shown = read(person, OVERVIEW);
        assertEquals("JPY", shown.get("currency"));
        assertEquals("0", shown.get("worth.opening"));
        person.get(OVERVIEW)
                .body("worth.items", hasSize(12))
                .body("worth.items.balance", everyItem(equalTo("0")))
                .body("worth.unconverted", empty())
                .body("months", hasSize(12))
                .body("months.income", everyItem(equalTo("0")))
                .body("months.expense", everyItem(equalTo("0")))
                .body("months[11].month", equalTo(YearMonth.from(today).toString()))
                .body("categories", empty())
                .body("otherCategories", equalTo(Map.of("expense", "0", "count", 0, "categories", 0)))
                .body("unconverted", empty())
                .body("budgets", empty())
                .body("due", empty())
                .body("goals", empty())
                .body("accounts", empty())
                .body(
                        "counts",
                        equalTo(Map.of("transactions", 0, "accounts", 0, "schedules", 0, "budgets", 0, "goals", 0)))
                .body("latest", equalTo(0));
    }

    @Test
    void nobodySeesWhatIsAnothers() {
        Person other = Person.signUp();
        String nothing = other.get(OVERVIEW).extract().asString();
        Plenty plenty = new Plenty("EUR", 7);
        assertEquals(nothing, other.get(OVERVIEW).extract().asString());
        assertTrue(read(plenty.person, OVERVIEW).getInt("counts.transactions") > 500);
    }

    /** In figures that are easy to follow. */
    @Test
    void categoriesAreTheLargestFirstAndTheRestTogether() {
        Person person = Person.signUp();
        List<String> entries = IntStream.rangeClosed(1, 53)
                .mapToObj(i ->
                        "{'type': 'expense', 'description': 'x', 'amount': %d, 'category': 'c%02d'}".formatted(i, i))
                .toList();
        person.post(V1 + "/transactions/batch", "{'create': [%s]}".formatted(String.join(", ", entries)))
                .statusCode(200);
        person.record("expense", "x", "1000", "");
        person.record("income", "x", "2000", "'category': 'c01'");
        person.record("expense", "x", "5", "'currency': 'ARS', 'category': 'c60'");
        person.get(OVERVIEW)
                .body("categories", hasSize(50))
                .body("categories[0]", equalTo(map("category", null, "expense", "-1000.00", "count", 1)))
                .body("categories[1]", equalTo(map("category", "c53", "expense", "-53.00", "count", 1)))
                .body("categories[49].category", equalTo("c05"))
                .body("otherCategories", equalTo(Map.of("expense", "-10.00", "count", 4, "categories", 4)))
                .body("unconverted", equalTo(List.of(Map.of("currency", "ARS", "count", 1))))
                .body("worth.unconverted", equalTo(List.of(Map.of("currency", "ARS", "count", 1))));
    }

    private static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }

    @Test
    void everyPartHasABound() {
        Person person = Person.signUp();
        for (int i = 0; i < 52; i++) {
            person.create(V1 + "/accounts", "{'name': 'A%02d'}".formatted(i));
        }
        person.create(
                V1 + "/schedules",
                "{'start': '%s', 'recurrence': 'FREQ=DAILY', 'transaction': {'type': 'expense', 'description': 'x', 'amount': 1}}"
                        .formatted(today.plusDays(1)));
        person.create(
                V1 + "/schedules",
                "{'start': '%s', 'recurrence': 'FREQ=DAILY', 'mode': 'suggest', 'transaction': {'type': 'income', 'description': 'y', 'amount': 1}}"
                        .formatted(today));
        person.get(OVERVIEW)
                .body("accounts", hasSize(50))
                .body("accounts[49].name", equalTo("A49"))
                .body("counts.accounts", equalTo(52))
                .body("due", hasSize(50))
                .body("due[0].state", equalTo("suggested"))
                .body("due[0].due", equalTo(today.toString()))
                .body("due[49].due", equalTo(today.plusDays(25).toString()));
    }

    /** One that has very many periods behind it leaves no time for others; the answer comes all the same. */
    @Test
    void tooManyPeriodsAreNotAddedUp() {
        Person person = Person.signUp();
        for (String name : List.of("a", "b", "c")) {
            person.create(
                    V1 + "/budgets",
                    "{'name': '%s', 'amount': 1, 'recurrence': 'FREQ=DAILY', 'start': '%s', 'rollover': 'unspent'}"
                            .formatted(name, today.minusDays(9_990)));
        }
        person.get(OVERVIEW).statusCode(200).body("budgets.name", contains("a", "b"));
    }

    @Test
    void theTagHoldsUntilSomethingChanges() {
        Person person = Person.signUp();
        person.record("expense", "x", "5", "");
        String tag = person.get(OVERVIEW).statusCode(200).extract().header("ETag");
        assertEquals(tag, person.get(OVERVIEW).extract().header("ETag"));
        person.request()
                .header("If-None-Match", tag)
                .get(OVERVIEW)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        person.record("expense", "x", "5", "");
        person.request()
                .header("If-None-Match", tag)
                .get(OVERVIEW)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("latest", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-02-01&to=2026-01-31, from, from-after-to",
        "from=2026-02-30, from, invalid-date",
        "to=x, to, invalid-date",
        "interval=year, interval, not-one-of",
        "interval=day&from=2020-01-01&to=2022-09-27, interval, too-many-intervals",
        "from=1900-01-01&to=2026-01-01, interval, too-many-intervals",
        "convertTo=USD, convertTo, unknown-parameter"
    })
    void faultsAreNamed(String query, String parameter, String code) {
        Person.signUp()
                .get(OVERVIEW + "?" + query)
                .statusCode(422)
                .body("errors.parameter", contains(parameter))
                .body("errors.code", contains(code));
    }

    @Test
    void daysMayBeAnyDays() {
        Person person = Person.signUp();
        person.create(V1 + "/accounts", "{'name': 'A', 'currency': 'USD', 'openingBalance': 5}");
        person.get(OVERVIEW + "?interval=day&from=2020-01-01&to=2022-09-26")
                .statusCode(200)
                .body("worth.items", hasSize(1000))
                .body("months", hasSize(33));
        person.get(OVERVIEW + "?to=0001-01-01")
                .statusCode(200)
                .body("from", equalTo("0001-01-01"))
                .body("worth.unconverted.currency", contains("USD"));
        person.get(OVERVIEW + "?from=9999-12-31")
                .statusCode(200)
                .body("to", equalTo("9999-12-31"))
                .body("months.month", contains("9999-12"));
        person.get(OVERVIEW + "?from=" + today.plusDays(3))
                .statusCode(200)
                .body("to", equalTo(today.plusDays(3).toString()));
    }

    /** What is today is said by the user's own clock. */
    @Test
    void theDayIsThatOfTheUser() {
        for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago")) {
            Person person = Person.signUp();
            person.patch(V1 + "/me", "{'timeZone': '%s'}".formatted(zone)).statusCode(200);
            person.get(OVERVIEW)
                    .body(
                            "date",
                            equalTo(LocalDate.now(java.time.ZoneId.of(zone)).toString()))
                    .body("to", equalTo(LocalDate.now(java.time.ZoneId.of(zone)).toString()));
        }
    }
}
