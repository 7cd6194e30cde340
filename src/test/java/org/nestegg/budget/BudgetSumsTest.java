package org.nestegg.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.recurrence.Recurrence;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Sql;

/** Whatever was spent, whatever budgets are for, and whatever is put right later: they stand as a list of all of it says. */
@QuarkusTest
class BudgetSumsTest extends ApiTest {

    private static final String V1 = "/api/v1";
    private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);
    private static final int DAYS = 500;

    private static final List<String> RULES = List.of(
            "FREQ=MONTHLY",
            "FREQ=MONTHLY;BYMONTHDAY=25",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=MONTHLY;INTERVAL=3",
            "FREQ=MONTHLY;COUNT=7",
            "FREQ=WEEKLY",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
            "FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=45",
            "FREQ=YEARLY",
            "FREQ=WEEKLY;UNTIL=20260131");

    @Inject
    AgroalDataSource database;

    private Person person;
    private Random random;
    private List<String> accounts;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void budgetsStandAsTheRowsSay(long seed) throws SQLException {
        random = new Random(seed);
        person = Person.signUp();
        accounts = Stream.of("EUR", "EUR", "USD")
                .map(currency -> person.post(
                                V1 + "/accounts",
                                "{'name': '%s %d', 'currency': '%s'}".formatted(currency, random.nextLong(), currency))
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();
        record(150);
        List<Kind> budgets = IntStream.range(0, 14)
                .mapToObj(i -> make(RULES.get(i % RULES.size()), i))
                .toList();
        compare(budgets);
        record(30);
        changeSome();
        compare(budgets);
        // And the same of somebody whose sums are not whole yet.
        Sql sql = new Sql(database);
        String head = "update feed_head set summed = %s where user_id = '" + person.id + "';"
                + " update transaction_month set amount = amount %s 1 where user_id = '" + person.id + "'";
        sql.execute(head.formatted("false", "+"));
        compare(budgets);
        sql.execute(head.formatted("true", "-"));
    }

    /** What a budget is for. */
    private record Kind(
            String path,
            BigDecimal amount,
            Set<String> categories,
            Set<String> tags,
            Set<String> accounts,
            String rule,
            LocalDate start,
            String rollover) {

        boolean matches(Entry entry) {
            return !entry.type.equals("transfer")
                    && (entry.type.equals("expense") || !categories.isEmpty())
                    && (categories.isEmpty() || categories.contains(entry.category))
                    && (tags.isEmpty() || !Collections.disjoint(tags, entry.tags))
                    && (accounts.isEmpty() || accounts.contains(entry.account));
        }
    }

    private record Entry(
            String id,
            LocalDate date,
            String type,
            BigDecimal amount,
            String currency,
            String category,
            List<String> tags,
            String account) {}

    private Kind make(String rule, int number) {
        Set<String> categories = some("food", "fun", "a \\\"b\\\\");
        Set<String> tags = number % 3 == 0 ? some("t", "u") : Set.of();
        Set<String> in = number % 4 == 0 ? some(accounts.toArray(String[]::new)) : Set.of();
        LocalDate start = FIRST.plusDays(random.nextInt(120));
        String rollover = List.of("none", "unspent", "all").get(random.nextInt(3));
        int amount = 1 + random.nextInt(60);
        String path = person.create(
                V1 + "/budgets",
                ("{'name': 'b%d', 'amount': %d, 'categories': %s, 'tags': %s, 'accountIds': %s, 'recurrence': '%s',"
                                + " 'start': '%s', 'rollover': '%s'}")
                        .formatted(number, amount, json(categories), json(tags), json(in), rule, start, rollover));
        return new Kind(
                path,
                BigDecimal.valueOf(amount),
                new HashSet<>(categories.stream().map(BudgetSumsTest::plain).toList()),
                tags,
                in,
                rule,
                start,
                rollover);
    }

    /** As it is sent in JSON, and as it is. */
    private static String plain(String json) {
        return json.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private Set<String> some(String... values) {
        Set<String> some = new HashSet<>(List.of(values));
        some.removeIf(_ -> random.nextInt(5) < 2);
        return some;
    }

    private static String json(Set<String> values) {
        return values.stream().map(value -> "\"" + value + "\"").toList().toString();
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private String cents() {
        return BigDecimal.valueOf(1 + random.nextInt(4000), 2).toPlainString();
    }

    private void record(int many) {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String account = random.nextInt(3) == 0 ? accounts.get(random.nextInt(3)) : null;
            String category = List.of("food", "fun", "a \\\"b\\\\", "rent", "").get(random.nextInt(5));
            entries.add(
                    "{\"type\": \"%s\", \"description\": \"x\", \"amount\": \"%s\", \"date\": \"%s\"%s%s, \"tags\": %s}"
                            .formatted(
                                    random.nextInt(4) == 0 ? "income" : "expense",
                                    cents(),
                                    day(),
                                    category.isEmpty() ? "" : ", \"category\": \"" + category + "\"",
                                    account == null
                                            ? ", \"currency\": \"" + (random.nextInt(8) == 0 ? "USD" : "EUR") + "\""
                                            : ", \"accountId\": \"" + account + "\"",
                                    json(some("t", "u", "v"))));
        }
        person.post(V1 + "/transactions/batch", "{\"create\": " + entries + "}").statusCode(200);
        for (int i = 0; i < 3; i++) {
            person.create(
                    V1 + "/transfers",
                    "{'fromAccountId': '%s', 'toAccountId': '%s', 'amount': 9, 'category': 'food', 'date': '%s'}"
                            .formatted(accounts.get(0), accounts.get(1), day()));
        }
    }

    private void changeSome() {
        List<Entry> entries = entries();
        for (int i = 0; i < 8; i++) {
            Entry entry = entries.get(random.nextInt(entries.size()));
            if (!entry.type.equals("transfer")) {
                person.patch(
                                V1 + "/transactions/" + entry.id,
                                "{'amount': '%s', 'date': '%s', 'category': 'fun'}".formatted(cents(), day()))
                        .statusCode(200);
            }
        }
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        String next = V1 + "/transactions?limit=100";
        while (next != null) {
            ExtractableResponse<Response> page =
                    person.get(next).statusCode(200).extract();
            for (Map<String, Object> item : page.jsonPath().<Map<String, Object>>getList("items")) {
                @SuppressWarnings("unchecked")
                List<String> tags = (List<String>) item.get("tags");
                entries.add(new Entry(
                        (String) item.get("id"),
                        LocalDate.parse((String) item.get("date")),
                        (String) item.get("type"),
                        new BigDecimal((String) item.get("amount")),
                        (String) item.get("currency"),
                        (String) item.get("category"),
                        tags,
                        (String) item.get("accountId")));
            }
            next = page.path("next");
        }
        return entries;
    }

    private void compare(List<Kind> budgets) {
        List<Entry> entries = entries();
        LocalDate to = FIRST.plusDays(DAYS + 30L);
        LocalDate date = day();
        Map<String, Map<String, Object>> current = new HashMap<>();
        person.get(V1 + "/budgets?limit=100&date=" + date)
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .forEach(item -> current.put((String) item.get("id"), item));
        int compared = 0;
        for (Kind budget : budgets) {
            List<Map<String, Object>> expected = periods(budget, entries, to);
            // 500 are shown at most; what was before them is seen in what they carry.
            int most = Math.min(500, expected.size());
            for (List<Map<String, Object>> some : List.of(
                    expected.subList(0, most), expected.subList(expected.size() - most / 2 - 1, expected.size()))) {
                List<Map<String, Object>> shown = person.get(budget.path + "/periods?from="
                                + some.getFirst().get("from") + "&to="
                                + some.getLast().get("from"))
                        .statusCode(200)
                        .extract()
                        .path("items");
                shown.forEach(item -> item.keySet().removeAll(Set.of("planned", "perDay")));
                assertEquals(some, shown, budget.toString());
            }
            String today = expected.stream()
                    .filter(period -> !date.isBefore(LocalDate.parse((String) period.get("from")))
                            && !date.isAfter(LocalDate.parse((String) period.get("to"))))
                    .findFirst()
                    .map(period -> period.get("from") + " " + period.get("left"))
                    .orElse("none");
            @SuppressWarnings("unchecked")
            Map<String, Object> now =
                    (Map<String, Object>) current.get(id(budget.path)).get("current");
            assertEquals(today, now == null ? "none" : now.get("from") + " " + now.get("left"));
            compareWithSummary(budget, expected.get(random.nextInt(expected.size())));
            compared += expected.size();
        }
        assertTrue(compared > 300, "periods compared: " + compared);
    }

    private static List<Map<String, Object>> periods(Kind budget, List<Entry> entries, LocalDate last) {
        Iterator<LocalDate> begins = Recurrence.of(budget.rule).from(budget.start);
        Iterator<LocalDate> ends =
                Recurrence.of(budget.rule.replaceAll(";(COUNT|UNTIL)=\\w+", "")).from(budget.start);
        ends.next();
        List<Map<String, Object>> periods = new ArrayList<>();
        BigDecimal carried = BigDecimal.ZERO.setScale(2);
        while (begins.hasNext()) {
            LocalDate begin = begins.next();
            if (begin.isAfter(last)) {
                break;
            }
            LocalDate end = ends.next().minusDays(1);
            List<Entry> there = entries.stream()
                    .filter(entry -> !entry.date.isBefore(begin) && !entry.date.isAfter(end) && budget.matches(entry))
                    .toList();
            BigDecimal spent = there.stream()
                    .filter(entry -> entry.currency.equals("EUR"))
                    .map(Entry::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .negate()
                    .setScale(2);
            BigDecimal budgeted = budget.amount.setScale(2);
            BigDecimal left = budgeted.add(carried).subtract(spent);
            periods.add(Map.of(
                    "from", begin.toString(),
                    "to", end.toString(),
                    "budgeted", budgeted.toPlainString(),
                    "carried", carried.toPlainString(),
                    "available", budgeted.add(carried).toPlainString(),
                    "spent", spent.toPlainString(),
                    "left", left.toPlainString(),
                    "otherCurrencies", there.stream().anyMatch(entry -> !entry.currency.equals("EUR"))));
            carried = switch (budget.rollover) {
                case "none" -> BigDecimal.ZERO.setScale(2);
                case "unspent" -> left.signum() < 0 ? BigDecimal.ZERO.setScale(2) : left;
                default -> left;
            };
        }
        return periods;
    }

    /** A summary knows one tag, one category and one account at a time: it is asked where one will do. */
    private void compareWithSummary(Kind budget, Map<String, Object> period) {
        if (budget.tags.size() > 1) {
            return;
        }
        BigDecimal spent = BigDecimal.ZERO;
        List<String> in = budget.accounts.isEmpty() ? List.of("") : List.copyOf(budget.accounts);
        List<String> of = budget.categories.isEmpty() ? List.of("") : List.copyOf(budget.categories);
        for (String account : in) {
            for (String category : of) {
                var totals = person.request()
                        .queryParam("from", period.get("from"))
                        .queryParam("to", period.get("to"))
                        .queryParam("currency", "EUR")
                        .queryParam("category", category)
                        .queryParam("accountId", account)
                        .queryParam("tag", budget.tags.stream().findFirst().orElse(""))
                        .get(V1 + "/transactions/summary")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .<Map<String, Object>>getList("totals");
                for (Map<String, Object> total : totals) {
                    spent = spent.subtract(new BigDecimal((String) total.get("expense")));
                    if (!category.isEmpty()) {
                        spent = spent.subtract(new BigDecimal((String) total.get("income")));
                    }
                }
            }
        }
        assertEquals(spent.setScale(2).toPlainString(), period.get("spent"), budget + " " + period);
    }
}
