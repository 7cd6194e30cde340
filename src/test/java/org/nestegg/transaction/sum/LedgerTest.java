package org.nestegg.transaction.sum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Differing;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

/** Whatever is done to accounts and what lies in them: what they come to is what a list of all of it, added up, comes to. */
@QuarkusTest
class LedgerTest extends ApiTest {

    private static final String V1 = "/api/v1";
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void sumsAreThoseOfTheRows(long seed) {
        Random random = new Random(seed);
        Person person = Person.signUp();
        Moves moves = new Moves(person, random);
        moves.openAccounts();
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 25; i++) {
                moves.next();
            }
            compare(person, moves.names(), random);
        }
        assertSound(person);
        // And all that undone: there is nothing, and nothing is left over.
        long latest = person.get(V1 + "/changes?limit=1").extract().jsonPath().getLong("latest");
        for (long seq = latest; seq > 0; seq--) {
            int status = person.request()
                    .post(V1 + "/changes/" + seq + "/undo")
                    .then()
                    .extract()
                    .statusCode();
            assertTrue(status == 201 || status == 409, "undo of " + seq + " is " + status);
        }
        assertSound(person);
    }

    /** Several at once, all in the same accounts. */
    @Test
    void sumsAreThoseOfTheRowsAfterAStorm() {
        Person person = Person.signUp();
        Person other = Person.signUp();
        for (Person owner : List.of(person, other)) {
            new Moves(owner, new Random(0)).openAccounts();
        }
        List<Integer> worst = Race.of(8, i -> {
            Moves moves = new Moves(i < 6 ? person : other, new Random(100 + i));
            int status = 0;
            for (int act = 0; act < 25; act++) {
                status = Math.max(status, moves.next());
            }
            return status;
        });
        assertTrue(worst.stream().allMatch(status -> status < 500), worst.toString());
        for (Person owner : List.of(person, other)) {
            assertSound(owner);
            compare(owner, new Moves(owner, new Random(0)).names(), new Random(1));
        }
    }

    private static void assertSound(Person person) {
        assertEquals(Map.of(), Differing.of(person));
    }

    private record Entry(
            LocalDate date, String account, String type, BigDecimal amount, String category, String currency) {

        String month() {
            return YearMonth.from(date).toString();
        }
    }

    private static List<Entry> entries(Person person) {
        List<Entry> entries = new ArrayList<>();
        String next = V1 + "/transactions?limit=100";
        while (next != null) {
            ExtractableResponse<Response> page =
                    person.get(next).statusCode(200).extract();
            for (Map<String, String> item : page.jsonPath().<Map<String, String>>getList("items")) {
                entries.add(new Entry(
                        LocalDate.parse(item.get("date")),
                        item.get("accountId"),
                        item.get("type"),
                        new BigDecimal(item.get("amount")),
                        item.get("category"),
                        item.get("currency")));
            }
            next = page.path("next");
        }
        return entries;
    }

    private void compare(Person person, Map<String, String> names, Random random) {
        List<Entry> entries = entries(person);
        for (String account : names.keySet()) {
            compareAccount(person, account, entries, random);
        }
        Map<String, BigDecimal> opening = new HashMap<>();
        Map<String, String> currencies = new HashMap<>();
        person.get(V1 + "/accounts?limit=100")
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .forEach(account -> {
                    opening.merge(
                            (String) account.get("currency"),
                            new BigDecimal((String) account.get("openingBalance")),
                            BigDecimal::add);
                    currencies.put((String) account.get("id"), (String) account.get("currency"));
                });
        LocalDate date = day(random);
        Map<String, BigDecimal> expected = new TreeMap<>(opening);
        entries.stream()
                .filter(entry -> entry.account != null && !entry.date.isAfter(date))
                .forEach(entry -> expected.merge(entry.currency, entry.amount, BigDecimal::add));
        Map<String, BigDecimal> shown = new TreeMap<>();
        person.get(V1 + "/balances?date=" + date)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .forEach(
                        item -> shown.put((String) item.get("currency"), new BigDecimal((String) item.get("balance"))));
        assertEquals(expected.toString(), shown.toString(), "balances at " + date);
        for (int i = 0; i < 6; i++) {
            compareSummary(person, entries, List.copyOf(names.keySet()), random);
        }
    }

    private static void compareAccount(Person person, String account, List<Entry> all, Random random) {
        List<Entry> entries =
                all.stream().filter(entry -> account.equals(entry.account)).toList();
        ExtractableResponse<Response> shown =
                person.get(V1 + "/accounts/" + account).statusCode(200).extract();
        BigDecimal opening = new BigDecimal(shown.<String>path("openingBalance"));
        assertEquals(opening.add(sum(entries, _ -> true)), new BigDecimal(shown.<String>path("balance")));
        assertEquals(entries.size(), shown.<Integer>path("transactionCount"));
        LocalDate one = day(random);
        LocalDate two = day(random);
        LocalDate from = one.isBefore(two) ? one : two;
        LocalDate to = one.isBefore(two) ? two : one;
        String interval = List.of("day", "week", "month").get(random.nextInt(3));
        ExtractableResponse<Response> balances = person.get(
                        V1 + "/accounts/" + account + "/balances?from=" + from + "&to=" + to + "&interval=" + interval)
                .statusCode(200)
                .extract();
        assertEquals(
                opening.add(sum(entries, entry -> entry.date.isBefore(from))),
                new BigDecimal(balances.<String>path("opening")));
        LocalDate expectedFrom = from;
        for (Map<String, String> item : balances.jsonPath().<Map<String, String>>getList("items")) {
            LocalDate begin = LocalDate.parse(item.get("from"));
            LocalDate end = LocalDate.parse(item.get("to"));
            assertEquals(expectedFrom, begin);
            for (String type : List.of("income", "expense", "transfer")) {
                assertEquals(
                        sum(
                                entries,
                                entry -> entry.type.equals(type)
                                        && !entry.date.isBefore(begin)
                                        && !entry.date.isAfter(end)),
                        new BigDecimal(item.get(type)),
                        type + " of " + item);
            }
            assertEquals(
                    opening.add(sum(entries, entry -> !entry.date.isAfter(end))), new BigDecimal(item.get("balance")));
            expectedFrom = end.plusDays(1);
        }
        assertEquals(to.plusDays(1), expectedFrom);
    }

    private static void compareSummary(Person person, List<Entry> all, List<String> accounts, Random random) {
        LocalDate one = day(random);
        LocalDate two = day(random);
        StringBuilder query = new StringBuilder();
        Predicate<Entry> filter = _ -> true;
        if (random.nextBoolean()) {
            query.append("&from=").append(one);
            filter = filter.and(entry -> !entry.date.isBefore(one));
        }
        if (random.nextBoolean()) {
            query.append("&to=").append(two);
            filter = filter.and(entry -> !entry.date.isAfter(two));
        }
        if (random.nextInt(3) == 0) {
            String account = random.nextInt(4) == 0 ? null : accounts.get(random.nextInt(accounts.size()));
            query.append("&accountId=").append(account == null ? "none" : account);
            filter = filter.and(entry -> account == null ? entry.account == null : account.equals(entry.account));
        }
        if (random.nextInt(3) == 0) {
            String type = List.of("income", "expense", "transfer").get(random.nextInt(3));
            query.append("&type=").append(type);
            filter = filter.and(entry -> entry.type.equals(type));
        }
        if (random.nextInt(4) == 0) {
            query.append("&category=c1");
            filter = filter.and(entry -> "c1".equals(entry.category));
        }
        if (random.nextInt(4) == 0) {
            query.append("&currency=USD");
            filter = filter.and(entry -> entry.currency.equals("USD"));
        }
        if (random.nextInt(4) == 0) {
            query.append("&minAmount=-20");
            filter = filter.and(entry -> entry.amount.compareTo(BigDecimal.valueOf(-20)) >= 0);
        }
        List<Entry> entries = all.stream().filter(filter).toList();
        Map<String, Function<Entry, String>> groupings = Map.of(
                "month", Entry::month,
                "category", entry -> String.valueOf(entry.category),
                "account", entry -> String.valueOf(entry.account),
                "type", Entry::type,
                "day", entry -> entry.date.toString());
        groupings.forEach((name, key) -> {
            String path = V1 + "/transactions/summary?groupBy=" + name + query;
            ExtractableResponse<Response> answer =
                    person.get(path).statusCode(200).extract();
            assertEquals(sums(entries, _ -> ""), shown(answer, "totals"), path);
            assertEquals(sums(entries, key), shown(answer, "groups"), path);
        });
    }

    private static Map<String, String> sums(List<Entry> entries, Function<Entry, String> key) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> key.apply(entry) + " " + entry.currency,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                group -> line(
                                        sum(group, entry -> entry.type.equals("income")),
                                        sum(group, entry -> entry.type.equals("expense")),
                                        sum(group, entry -> entry.type.equals("transfer")),
                                        sum(group, _ -> true),
                                        group.size()))));
    }

    private static Map<String, String> shown(ExtractableResponse<Response> answer, String list) {
        return answer.jsonPath().<Map<String, Object>>getList(list).stream()
                .collect(Collectors.toMap(
                        sum -> (list.equals("totals") ? "" : String.valueOf(sum.get("key"))) + " "
                                + sum.get("currency"),
                        sum -> line(
                                decimal(sum, "income"),
                                decimal(sum, "expense"),
                                decimal(sum, "transfer"),
                                decimal(sum, "balance"),
                                (int) sum.get("count")),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static BigDecimal decimal(Map<String, Object> sum, String field) {
        return new BigDecimal((String) sum.get(field));
    }

    private static String line(
            BigDecimal income, BigDecimal expense, BigDecimal transfer, BigDecimal balance, int count) {
        return income + " " + expense + " " + transfer + " " + balance + " " + count;
    }

    private static BigDecimal sum(List<Entry> entries, Predicate<Entry> of) {
        return entries.stream()
                .filter(of)
                .map(Entry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2);
    }

    private static LocalDate day(Random random) {
        LocalDate day = FIRST.plusDays(random.nextInt(200));
        return switch (random.nextInt(4)) {
            case 0 -> day.withDayOfMonth(1);
            case 1 -> day.withDayOfMonth(day.lengthOfMonth());
            default -> day;
        };
    }

    /** Whatever may be done to what lies in accounts, at random; some of it is refused. */
    private static final class Moves {

        private final Person person;
        private final Random random;

        Moves(Person person, Random random) {
            this.person = person;
            this.random = random;
        }

        void openAccounts() {
            for (String account : List.of("A EUR", "B EUR", "C USD")) {
                open(account);
            }
        }

        private int open(String account) {
            return person.post(
                            V1 + "/accounts",
                            "{'name': '%s', 'currency': '%s', 'openingBalance': %d}"
                                    .formatted(
                                            account, account.substring(account.length() - 3), random.nextInt(100) - 50))
                    .extract()
                    .statusCode();
        }

        /** Names by id. */
        Map<String, String> names() {
            Map<String, String> names = new TreeMap<>(Comparator.naturalOrder());
            person.get(V1 + "/accounts?limit=100")
                    .extract()
                    .jsonPath()
                    .<Map<String, String>>getList("items")
                    .forEach(item -> names.put(item.get("id"), item.get("name")));
            return names;
        }

        /** Does something, and says what came of it. */
        int next() {
            return switch (random.nextInt(14)) {
                case 0, 1, 2, 3 ->
                    person.post(V1 + "/transactions", transaction()).extract().statusCode();
                case 4 -> patch("/transactions", "{'amount': %d, 'type': '%s'}".formatted(amount(), type()));
                case 5 -> patch("/transactions", "{'date': '%s', 'category': %s}".formatted(day(random), category()));
                case 6 -> patch("/transactions", "{'accountId': %s, 'currency': null}".formatted(account()));
                case 7 -> delete("/transactions", "");
                case 8, 9 ->
                    person.post(
                                    V1 + "/transfers",
                                    "{'fromAccountId': %s, 'toAccountId': %s, 'amount': %d, 'date': '%s', 'category': %s%s}"
                                            .formatted(
                                                    account(),
                                                    account(),
                                                    amount(),
                                                    day(random),
                                                    category(),
                                                    random.nextBoolean() ? ", 'receivedAmount': " + amount() : ""))
                            .extract()
                            .statusCode();
                case 10 ->
                    patch(
                            "/transfers",
                            random.nextBoolean()
                                    ? "{'amount': %d, 'date': '%s'}".formatted(amount(), day(random))
                                    : "{'toAccountId': %s, 'receivedAmount': %d, 'amount': 9}"
                                            .formatted(account(), random.nextBoolean() ? 9 : 8));
                case 11 ->
                    random.nextBoolean()
                            ? delete("/transfers", "")
                            : any("/transfers")
                                    .map(id -> person.request()
                                            .post(V1 + "/transfers/" + id + "/unlink")
                                            .statusCode())
                                    .orElse(0);
                case 12 -> link();
                default -> batchOrAccount();
            };
        }

        private int batchOrAccount() {
            return switch (random.nextInt(4)) {
                case 0 -> Math.max(delete("/accounts", "?cascade=true"), open("D%d USD".formatted(random.nextInt(9))));
                case 1 -> patch("/accounts", "{'closed': %s, 'openingBalance': 3}".formatted(random.nextInt(4) == 0));
                default -> {
                    Optional<String> changed = any("/transactions");
                    Optional<String> gone = any("/transactions").filter(id -> !changed.equals(Optional.of(id)));
                    yield person.post(
                                    V1 + "/transactions/batch",
                                    "{'create': [%s, %s], 'update': [%s], 'delete': [%s]}"
                                            .formatted(
                                                    transaction(),
                                                    transaction(),
                                                    changed.map(id -> "{'id': '%s', 'category': %s, 'date': '%s'}"
                                                                    .formatted(id, category(), day(random)))
                                                            .orElse(""),
                                                    gone.map(id -> "'" + id + "'")
                                                            .orElse("")))
                            .extract()
                            .statusCode();
                }
            };
        }

        private int link() {
            List<String> out = ids("/expenses");
            List<String> in = ids("/incomes");
            if (out.isEmpty() || in.isEmpty()) {
                return 0;
            }
            return person.post(
                            V1 + "/transfers/link",
                            "{'outId': '%s', 'inId': '%s'}"
                                    .formatted(out.get(random.nextInt(out.size())), in.get(random.nextInt(in.size()))))
                    .extract()
                    .statusCode();
        }

        private String transaction() {
            return "{'type': '%s', 'description': 'x', 'amount': %d, 'date': '%s', 'category': %s, 'accountId': %s}"
                    .formatted(type(), amount(), day(random), category(), random.nextInt(4) == 0 ? null : account());
        }

        private int patch(String collection, String body) {
            return any(collection)
                    .map(id -> person.patch(V1 + collection + "/" + id, body)
                            .extract()
                            .statusCode())
                    .orElse(0);
        }

        private int delete(String collection, String query) {
            return any(collection)
                    .map(id -> person.delete(V1 + collection + "/" + id + query)
                            .extract()
                            .statusCode())
                    .orElse(0);
        }

        private Optional<String> any(String collection) {
            List<String> ids = ids(collection);
            return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
        }

        private List<String> ids(String collection) {
            return person.get(V1 + collection + "?limit=100").extract().path("items.id");
        }

        private String account() {
            List<String> ids = ids("/accounts");
            return ids.isEmpty() ? null : "'" + ids.get(random.nextInt(ids.size())) + "'";
        }

        private String type() {
            return random.nextBoolean() ? "income" : "expense";
        }

        private String category() {
            return List.of("null", "'c1'", "'c2'").get(random.nextInt(3));
        }

        private int amount() {
            return 1 + random.nextInt(3) * 20;
        }
    }
}
