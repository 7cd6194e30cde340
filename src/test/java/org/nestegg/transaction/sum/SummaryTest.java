package org.nestegg.transaction.sum;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

@QuarkusTest
class SummaryTest extends ApiTest {

    private static final String SUMMARY = "/api/v1/transactions/summary";

    @Test
    void whoHasNothingHasNoSums() {
        Person.signUp()
                .get(SUMMARY + "?groupBy=day")
                .statusCode(200)
                .body("totals", empty())
                .body("groups", empty());
    }

    @Test
    void sumsAreByCurrencyAndGroupsByKey() {
        Person person = Person.signUp();
        person.record("income", "Salary", "5000", "'date': '2026-11-16', 'category': 'work'");
        person.record("expense", "Pizza", "50", "'date': '2026-11-22', 'category': 'food', 'tags': ['friday', 'out']");
        person.record("expense", "Ramen", "1500", "'date': '2026-11-23', 'currency': 'JPY', 'category': 'food'");
        person.record("expense", "Gift", "0.01", "'date': '2025-12-31'");
        person.get(SUMMARY)
                .statusCode(200)
                .body("totals.currency", contains("EUR", "JPY"))
                .body("totals.income", contains("5000.00", "0"))
                .body("totals.expense", contains("-50.01", "-1500"))
                .body("totals.balance", contains("4949.99", "-1500"))
                .body("totals.count", contains(3, 1))
                .body("groups", empty());
        person.get(SUMMARY + "?groupBy=week")
                .body("groups.key", contains("2026-W01", "2026-W47", "2026-W48"))
                .body("groups.balance", contains("-0.01", "4950.00", "-1500"));
        person.get(SUMMARY + "?groupBy=month").body("groups.key", contains("2025-12", "2026-11", "2026-11"));
        person.get(SUMMARY + "?groupBy=year").body("groups.key", contains("2025", "2026", "2026"));
        person.get(SUMMARY + "?groupBy=category").body("groups.key", contains("food", "food", "work", null));
        person.get(SUMMARY + "?groupBy=type").body("groups.key", contains("expense", "expense", "income"));
        person.get(SUMMARY + "?groupBy=tag")
                .body("groups.key", contains("friday", "out", null, null))
                .body("groups.balance", contains("-50.00", "-50.00", "4999.99", "-1500"))
                .body("totals.balance", contains("4949.99", "-1500"));
        person.get(SUMMARY + "?groupBy=day&from=2026-11-22&to=2026-11-23")
                .body("groups.key", contains("2026-11-22", "2026-11-23"))
                .body("totals.count", contains(1, 1));
        person.get(SUMMARY + "?to=2025-12-31").body("totals.balance", contains("-0.01"));
        Person.signUp().get(SUMMARY).body("totals", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "groupBy=colour, groupBy, not-one-of",
        "from=yesterday, from, invalid-date",
        "to=2026-02-30, to, invalid-date"
    })
    void aBadParameterIsRefused(String query, String parameter, String code) {
        Person.signUp()
                .get(SUMMARY + "?" + query)
                .statusCode(422)
                .body("errors.parameter", contains(parameter))
                .body("errors.code", contains(code));
    }

    @Test
    void onlyGetIsForSums() {
        Person.signUp().delete(SUMMARY).statusCode(405).header("Allow", equalTo("GET, HEAD, OPTIONS"));
    }

    private record Entry(LocalDate date, BigDecimal amount, String currency, String category, List<String> tags) {}

    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD", "CLF");
    private static final Map<String, Function<Entry, Stream<String>>> GROUPINGS = Map.of(
            "day", e -> Stream.of(e.date.toString()),
            "week",
                    e -> Stream.of("%04d-W%02d"
                            .formatted(
                                    e.date.get(IsoFields.WEEK_BASED_YEAR),
                                    e.date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))),
            "month", e -> Stream.of(e.date.toString().substring(0, 7)),
            "year", e -> Stream.of(e.date.toString().substring(0, 4)),
            "category", e -> Stream.of(Optional.ofNullable(e.category).orElse("null")),
            "tag", e -> e.tags.isEmpty() ? Stream.of("null") : e.tags.stream(),
            "type", e -> Stream.of(e.amount.signum() > 0 ? "income" : "expense"));

    /** Any history: what was recorded, changed and deleted, summed by a naive model, to the last minor unit. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sumsAreExactForAnyHistory(long seed) {
        Random random = new Random(seed);
        Person person = Person.signUp();
        Map<String, Entry> model = new HashMap<>();
        for (int round = 0; round < 4; round++) {
            act(person, random, model);
            for (int i = 0; i < 4; i++) {
                compare(person, model, day(random), day(random));
            }
            compare(person, model, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
        }
    }

    private static LocalDate day(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> LocalDate.of(1, 1, 1);
            case 1 -> LocalDate.of(9999, 12, 31);
            case 2 -> LocalDate.of(2020 + random.nextInt(8), 12, 31);
            case 3 -> LocalDate.of(2020 + random.nextInt(8), 1, 1);
            default -> LocalDate.of(2025, 1, 1).plusDays(random.nextInt(700));
        };
    }

    private static Entry entry(Random random) {
        String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        long largest = 9_999_999_999_999L * (long) Math.pow(10, decimals);
        long minor = random.nextBoolean() ? 1 + random.nextInt(200) : 1 + (long) (random.nextDouble() * (largest - 1));
        BigDecimal amount = BigDecimal.valueOf(random.nextBoolean() ? minor : -minor, decimals);
        return new Entry(
                day(random),
                amount,
                currency,
                List.of("null", "food", "Food", "ümläut", "zoo")
                        .get(random.nextInt(5))
                        .transform(c -> c.equals("null") ? null : c),
                Stream.of("a", "b", "🥚").filter(_ -> random.nextBoolean()).toList());
    }

    private static String json(Entry entry) {
        return "{\"type\": \"%s\", \"description\": \"x\", \"amount\": \"%s\", \"currency\": \"%s\", \"date\": \"%s\", \"category\": %s, \"tags\": [%s]}"
                .formatted(
                        entry.amount.signum() > 0 ? "income" : "expense",
                        entry.amount.toPlainString(),
                        entry.currency,
                        entry.date,
                        entry.category == null ? "null" : '"' + entry.category + '"',
                        String.join(
                                ",",
                                entry.tags.stream().map(tag -> '"' + tag + '"').toList()));
    }

    private static void act(Person person, Random random, Map<String, Entry> model) {
        List<Entry> created = Stream.generate(() -> entry(random)).limit(40).toList();
        List<String> updated = model.keySet().stream()
                .sorted()
                .filter(_ -> random.nextInt(5) == 0)
                .toList();
        List<Entry> replacements = updated.stream().map(_ -> entry(random)).toList();
        List<String> deleted = model.keySet().stream()
                .sorted()
                .filter(id -> !updated.contains(id) && random.nextInt(5) == 0)
                .toList();
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < updated.size(); i++) {
            changes.add(json(replacements.get(i)).replaceFirst("\\{", "{\"id\": \"" + updated.get(i) + "\", "));
        }
        List<String> ids = person.post(
                        "/api/v1/transactions/batch",
                        "{\"create\": %s, \"update\": %s, \"delete\": %s}"
                                .formatted(
                                        created.stream().map(SummaryTest::json).toList(),
                                        changes,
                                        deleted.stream()
                                                .map(id -> '"' + id + '"')
                                                .toList()))
                .statusCode(200)
                .extract()
                .path("create.id");
        for (int i = 0; i < ids.size(); i++) {
            model.put(ids.get(i), created.get(i));
        }
        for (int i = 0; i < updated.size(); i++) {
            model.put(updated.get(i), replacements.get(i));
        }
        deleted.forEach(model::remove);
    }

    private static void compare(Person person, Map<String, Entry> model, LocalDate from, LocalDate to) {
        List<Entry> entries = model.values().stream()
                .filter(e -> !e.date.isBefore(from) && !e.date.isAfter(to))
                .toList();
        GROUPINGS.forEach((name, keys) -> {
            var answer = person.get(SUMMARY + "?groupBy=" + name + "&from=" + from + "&to=" + to)
                    .statusCode(200)
                    .extract();
            assertEquals(sums(entries, _ -> Stream.of("")), shown(answer.path("totals"), false), name);
            assertEquals(sums(entries, keys), shown(answer.path("groups"), true), name);
        });
    }

    /** By key and currency: income, expense, balance, count. */
    private static Map<List<String>, List<Object>> sums(List<Entry> entries, Function<Entry, Stream<String>> keys) {
        Map<List<String>, List<Object>> sums = new TreeMap<>(Comparator.comparing(Object::toString));
        Map<List<String>, List<BigDecimal>> amounts = new HashMap<>();
        entries.forEach(e -> keys.apply(e)
                .forEach(key -> amounts.computeIfAbsent(List.of(key, e.currency), _ -> new ArrayList<>())
                        .add(e.amount)));
        amounts.forEach((key, list) -> {
            int decimals = Currency.getInstance(key.getLast()).getDefaultFractionDigits();
            BigDecimal income = sum(list.stream().filter(a -> a.signum() > 0), decimals);
            BigDecimal expense = sum(list.stream().filter(a -> a.signum() < 0), decimals);
            sums.put(
                    key,
                    List.of(
                            income.toPlainString(),
                            expense.toPlainString(),
                            income.add(expense).toPlainString(),
                            list.size()));
        });
        return sums;
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts, int decimals) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add).setScale(decimals);
    }

    private static Map<List<String>, List<Object>> shown(List<Map<String, Object>> rows, boolean keyed) {
        Map<List<String>, List<Object>> shown = new TreeMap<>(Comparator.comparing(Object::toString));
        rows.forEach(row -> shown.put(
                List.of(keyed ? String.valueOf(row.get("key")) : "", (String) row.get("currency")),
                List.of(row.get("income"), row.get("expense"), row.get("balance"), row.get("count"))));
        assertEquals(rows.size(), shown.size());
        return shown;
    }
}
