package org.nestegg.overview;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** Somebody with much of everything, in several currencies, made up by chance: more than an overview has of each. */
final class Plenty extends ApiTest {

    static final String V1 = "/api/v1";

    private static final int MONTHS = 16;
    private static final int COMING_DAYS = 40;
    private static final int CATEGORIES = 70;
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "CHF", "JPY", "GEL");

    final Person person;
    final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private final String own;
    private final Random random;
    private final List<Place> accounts = new ArrayList<>();

    private record Place(String id, String currency) {}

    Plenty(String own, long seed) {
        this.own = own;
        person = Person.signUp(own);
        random = new Random(seed);
        rates();
        IntStream.range(0, 8).forEach(this::open);
        for (int i = 0; i < 4; i++) {
            record(150);
        }
        IntStream.range(0, 25).forEach(_ -> move());
        IntStream.range(0, 36).forEach(this::plan);
        IntStream.range(0, 24).forEach(this::aim);
        IntStream.range(0, 10).forEach(this::repeat);
        person.patch(V1 + "/accounts/" + accounts.get(2).id, "{'closed': true}").statusCode(200);
    }

    /** Once a week; for some currencies not always. */
    private void rates() {
        for (int week = 0; week * 7 < MONTHS * 31 + 14; week++) {
            LocalDate day = today.minusDays(7L * week);
            List<String> rates = new ArrayList<>(List.of("'USD': '1.%04d'".formatted(random.nextInt(2000))));
            rates.add("'JPY': '%d.%d'".formatted(150 + random.nextInt(20), random.nextInt(10)));
            if (week < 20 || week > 29) {
                rates.add("'CHF': '0.9%d'".formatted(random.nextInt(1000)));
            }
            if (week < 12) {
                rates.add("'GEL': '3.%d'".formatted(random.nextInt(100)));
            }
            person.put(V1 + "/me/rates/" + day, "{'rates': {%s}}".formatted(String.join(", ", rates)))
                    .statusCode(204);
        }
    }

    private void open(int i) {
        String currency = i < 3 ? own : CURRENCIES.get(random.nextInt(CURRENCIES.size() - 1));
        String id = person.post(
                        V1 + "/accounts",
                        "{'name': '%s%d', 'currency': '%s', 'openingBalance': %d}"
                                .formatted(i % 2 == 0 ? "B" : "a", i, currency, random.nextInt(3) * 100))
                .statusCode(201)
                .extract()
                .path("id");
        accounts.add(new Place(id, currency));
    }

    private void record(int many) {
        List<String> entries = IntStream.range(0, many).mapToObj(_ -> entry()).toList();
        person.post(V1 + "/transactions/batch", "{'create': [%s]}".formatted(String.join(", ", entries)))
                .statusCode(200);
    }

    /** What has no category is in the own currency: no filter asks for it alone. */
    private String entry() {
        boolean plain = random.nextInt(8) == 0;
        Place place =
                random.nextBoolean() ? accounts.get(plain ? random.nextInt(3) : random.nextInt(accounts.size())) : null;
        String currency = plain ? own : CURRENCIES.get(random.nextInt(4) == 0 ? 4 : random.nextInt(4));
        return "{'type': '%s', 'description': 'x', 'amount': %d, 'date': '%s', 'category': %s, %s}"
                .formatted(
                        random.nextInt(4) == 0 ? "income" : "expense",
                        1 + random.nextInt(500),
                        day(),
                        plain ? null : "'c" + (int) (random.nextDouble() * random.nextDouble() * CATEGORIES) + "'",
                        place == null
                                ? "'currency': '%s'".formatted(currency)
                                : "'accountId': '%s'".formatted(place.id));
    }

    private LocalDate day() {
        LocalDate day = today.minusMonths(MONTHS).plusDays(random.nextInt(MONTHS * 30 + COMING_DAYS));
        return switch (random.nextInt(5)) {
            case 0 -> day.withDayOfMonth(1);
            case 1 -> day.withDayOfMonth(day.lengthOfMonth());
            default -> day;
        };
    }

    private void move() {
        Place from = accounts.get(random.nextInt(accounts.size()));
        Place to = accounts.get(random.nextInt(accounts.size()));
        if (!from.equals(to)) {
            String received =
                    from.currency.equals(to.currency) ? "" : ", 'receivedAmount': " + (1 + random.nextInt(90));
            person.create(
                    V1 + "/transfers",
                    "{'fromAccountId': '%s', 'toAccountId': '%s', 'amount': %d, 'date': '%s'%s}"
                            .formatted(from.id, to.id, 1 + random.nextInt(90), day(), received));
        }
    }

    private void plan(int i) {
        List<String> rules = List.of(
                "FREQ=MONTHLY", "FREQ=WEEKLY", "FREQ=MONTHLY;BYMONTHDAY=25", "FREQ=MONTHLY;COUNT=2", "FREQ=YEARLY");
        LocalDate start = i % 6 == 5 ? today.plusDays(10) : today.minusMonths(1 + random.nextInt(14));
        person.create(
                V1 + "/budgets",
                "{'name': '%s%d', 'amount': %d, 'currency': '%s', 'categories': [%s], 'recurrence': '%s', 'start': '%s', 'rollover': '%s'}"
                        .formatted(
                                i % 2 == 0 ? "m" : "N",
                                random.nextInt(10) * 100 + i,
                                100 + random.nextInt(400),
                                i % 4 == 3 ? "JPY" : own,
                                i % 3 == 0 ? "" : "'c0', 'c%d'".formatted(1 + random.nextInt(10)),
                                rules.get(i % rules.size()),
                                start,
                                List.of("none", "unspent", "all").get(i % 3)));
    }

    private void aim(int i) {
        String date = i % 3 == 0 ? "'" + today.plusDays(random.nextInt(900) - 100L) + "'" : "null";
        String goal = goal("g" + i, i % 4 == 0 ? "null" : "'" + (100 + random.nextInt(900)) + "'", date, "null");
        if (i % 2 == 0) {
            contribute(goal);
            String below = goal("below", "'50'", "null", "'" + id(goal) + "'");
            contribute(below);
            if (random.nextBoolean()) {
                person.post(below + "/complete", "{}").statusCode(200);
            }
        }
        if (i % 8 == 7) {
            person.post(goal + "/complete", "{}").statusCode(200);
        }
    }

    private String goal(String name, String target, String date, String parent) {
        return person.create(
                V1 + "/goals",
                "{'name': '%s', 'targetAmount': %s, 'targetDate': %s, 'parentId': %s}"
                        .formatted(name, target, date, parent));
    }

    private void contribute(String goal) {
        person.create(goal + "/contributions", "{'amount': %d}".formatted(1 + random.nextInt(200)));
    }

    private void repeat(int i) {
        Place from = accounts.get(0);
        String transfer =
                "'type': 'transfer', 'accountId': '%s', 'toAccountId': '%s'".formatted(from.id, accounts.get(1).id);
        String expense = "'type': 'expense', 'category': 'c0', 'currency': '%s'".formatted(CURRENCIES.get(i % 4));
        String schedule = person.create(
                V1 + "/schedules?catchUp=true",
                "{%s'start': '%s', 'recurrence': '%s', 'weekend': '%s', 'mode': '%s', 'paused': %s, 'transaction': {%s, 'description': 's%d', 'amount': %d}}"
                        .formatted(
                                i % 4 == 0 ? "" : "'name': 'S%d', ".formatted(i),
                                today.minusDays(random.nextInt(60) - 20L),
                                List.of("FREQ=DAILY;INTERVAL=4", "FREQ=WEEKLY", "FREQ=MONTHLY")
                                        .get(i % 3),
                                List.of("keep", "after", "before").get(i % 3),
                                i % 2 == 0 ? "suggest" : "post",
                                i == 9,
                                i % 5 == 1 ? transfer : expense,
                                i,
                                1 + random.nextInt(90)));
        String next = person.get(schedule).extract().path("next");
        if (i % 3 == 1 && next != null) {
            person.post(schedule + "/occurrences/" + next + "/skip", "{}").statusCode(200);
        }
    }
}
