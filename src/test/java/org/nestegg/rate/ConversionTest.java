package org.nestegg.rate;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** What sums and balances come to in one currency, as computed by hand. */
@QuarkusTest
class ConversionTest extends ApiTest {

    private static final String SUMMARY = "/api/v1/transactions/summary";
    private static final String BALANCES = "/api/v1/balances";

    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
    }

    private void rates(String day, String rates) {
        person.put("/api/v1/me/rates/" + day, "{'rates': {%s}}".formatted(rates))
                .statusCode(204);
    }

    private void record(String type, String day, String amount, String currency) {
        person.record(type, "x", amount, "'date': '%s', 'currency': '%s'".formatted(day, currency));
    }

    private ValidatableResponse converted(String query) {
        return person.get(SUMMARY + "?" + query).statusCode(200).rootPath("converted");
    }

    @Test
    void everyDayIsConvertedByItsOwnRate() {
        rates("2025-03-07", "'USD': '1.0842', 'JPY': '163.5'");
        rates("2025-03-10", "'USD': '1.10', 'CHF': '0.95'");
        record("income", "2025-03-07", "100", "USD"); // 92.2339051835…
        record("income", "2025-03-10", "100", "USD"); // 90.9090909090…
        record("expense", "2025-03-09", "1500", "JPY"); // Sunday: -9.1743119266…
        record("expense", "2025-03-10", "19", "CHF"); // -20
        record("income", "2025-03-07", "10", "EUR");
        converted("convertTo=EUR&groupBy=month")
                .body("currency", equalTo("EUR"))
                .body("income", equalTo("193.14")) // 193.1429960926…
                .body("expense", equalTo("-29.17"))
                .body("transfer", equalTo("0.00"))
                .body("balance", equalTo("163.97")) // 163.9686841659…
                .body("count", equalTo(5))
                .body("unconverted", empty())
                .noRootPath()
                .body("totals.currency", contains("CHF", "EUR", "JPY", "USD"))
                .body("totals.find { it.currency == 'USD' }.balance", equalTo("200.00"))
                .body("groups", hasSize(4));
        // 193.14… EUR are 100 + 100 + 10 * 1.0842 USD; -1500 * 1.0842 / 163.5 - 19 * 1.1 / 0.95.
        converted("convertTo=USD")
                .body("income", equalTo("210.84"))
                .body("expense", equalTo("-31.95")) // -31.9467889908…
                .body("balance", equalTo("178.90")); // 178.8952110091…
        // -1500 - 19 * 163.5 / 0.95
        converted("convertTo=JPY&type=expense")
                .body("expense", equalTo("-4770"))
                .body("unconverted", empty());
        converted("convertTo=EUR&currency=USD&from=2025-03-08")
                .body("income", equalTo("90.91"))
                .body("count", equalTo(1));
        person.get(SUMMARY).body("$", not(hasKey("converted")));
    }

    @Test
    void halvesGoToTheEvenDigitOnceForEachFigure() {
        rates("2025-03-03", "'USD': '2', 'CHF': '3', 'SEK': '6'");
        record("income", "2025-03-03", "0.01", "USD"); // 0.005
        converted("convertTo=EUR").body("income", equalTo("0.00"));
        record("income", "2025-03-03", "0.02", "USD"); // 0.015 in all
        record("expense", "2025-03-03", "0.01", "USD"); // -0.005
        converted("convertTo=EUR")
                .body("income", equalTo("0.02"))
                .body("expense", equalTo("0.00"))
                .body("balance", equalTo("0.01")); // 0.010
        // 4/300 and 1/600 are 0.015, though neither has an end.
        record("income", "2025-03-04", "0.04", "CHF");
        record("income", "2025-03-05", "0.01", "SEK");
        converted("convertTo=EUR&from=2025-03-04")
                .body("income", equalTo("0.02"))
                .body("balance", equalTo("0.02"));
        converted("convertTo=JPY").body("income", equalTo("0"));
        // 0.005 euros are five thousandths, which dinars have.
        rates("2025-03-03", "'USD': '2', 'CHF': '3', 'SEK': '6', 'BHD': 1");
        converted("convertTo=BHD&to=2025-03-03&type=expense").body("expense", equalTo("-0.005"));
    }

    @Test
    void whatHasNoRateIsLeftOutAndCounted() {
        rates("2025-03-07", "'USD': '1.25'");
        record("expense", "2025-03-14", "10", "USD"); // seven days: -8
        record("expense", "2025-03-15", "10", "USD"); // eight
        record("expense", "2025-03-06", "10", "USD"); // before the first
        record("expense", "2025-03-07", "10", "ARS");
        record("expense", "2025-03-08", "10", "ARS");
        record("income", "2025-03-08", "1", "EUR");
        converted("convertTo=EUR")
                .body("expense", equalTo("-8.00"))
                .body("balance", equalTo("-7.00"))
                .body("count", equalTo(2))
                .body("unconverted.currency", contains("ARS", "USD"))
                .body("unconverted.count", contains(2, 2));
        // What is in the currency needs none.
        converted("convertTo=ARS")
                .body("expense", equalTo("-20.00"))
                .body("count", equalTo(2))
                .body("unconverted.currency", contains("EUR", "USD"))
                .body("unconverted.count", contains(1, 3));
        person.get("/api/v1/me/rates").body("items", hasSize(1));
        Person other = Person.signUp();
        other.record("expense", "x", "10", "'date': '2025-03-14', 'currency': 'USD'");
        other.get(SUMMARY + "?convertTo=EUR")
                .body("converted.unconverted.currency", contains("USD"))
                .body("converted.balance", equalTo("0.00"))
                .body("converted.count", equalTo(0));
        Person.signUp()
                .get(SUMMARY + "?convertTo=EUR")
                .body("converted.unconverted", empty())
                .body("totals", empty());
    }

    @Test
    void whatBecameTheEuroIsConvertedForEver() {
        record("expense", "2001-12-31", "195583", "DEM");
        record("expense", "2001-12-31", "193627", "ITL");
        record("expense", "1998-12-31", "10", "DEM");
        converted("convertTo=EUR")
                .body("expense", equalTo("-100100.00"))
                .body("unconverted.currency", contains("DEM"))
                .body("unconverted.count", contains(1));
        converted("convertTo=ATS&from=1999-01-01").body("expense", equalTo("-1377406.03")); // 100100 * 13.7603
    }

    @Test
    void transfersAreConvertedToo() {
        rates("2025-03-07", "'USD': '1.25'");
        String euros = account("Euros", "EUR", "0");
        String dollars = account("Dollars", "USD", "0");
        person.create(
                "/api/v1/transfers",
                "{'fromAccountId': '%s', 'toAccountId': '%s', 'amount': 100, 'receivedAmount': 120, 'date': '2025-03-07'}"
                        .formatted(id(euros), id(dollars)));
        converted("convertTo=EUR")
                .body("transfer", equalTo("-4.00"))
                .body("balance", equalTo("-4.00"))
                .body("count", equalTo(2));
    }

    private String account(String name, String currency, String opening) {
        return person.create(
                "/api/v1/accounts",
                "{'name': '%s', 'currency': '%s', 'openingBalance': '%s'}".formatted(name, currency, opening));
    }

    private void move(String account, String type, String day, String amount) {
        person.record(type, "x", amount, "'date': '%s', 'accountId': '%s'".formatted(day, id(account)));
    }

    @Test
    void balancesAreConvertedByTheRateOfTheirDay() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        rates("2025-03-07", "'USD': '1.25'");
        rates(today.minusDays(3).toString(), "'USD': '2'");
        account("Euros", "EUR", "100");
        account("Pesos", "ARS", "5");
        String dollars = account("Dollars", "USD", "40");
        move(dollars, "income", "2025-03-06", "10");
        move(dollars, "income", "2026-03-06", "50");
        person.get(BALANCES + "?date=2025-03-10&convertTo=EUR")
                .statusCode(200)
                .body("items.currency", contains("ARS", "EUR", "USD"))
                .body("converted.currency", equalTo("EUR"))
                .body("converted.balance", equalTo("140.00")) // 100 + 50 / 1.25
                .body("converted.unconverted.currency", contains("ARS"))
                .body("converted.unconverted.count", contains(0));
        person.get(BALANCES + "?convertTo=USD").body("converted.balance", equalTo("300.00")); // 100 * 2 + 100
        person.get(BALANCES + "?date=2025-03-15&convertTo=EUR")
                .body("converted.balance", equalTo("100.00"))
                .body("converted.unconverted.currency", contains("ARS", "USD"))
                .body("converted.unconverted.count", contains(0, 1));
        person.get(BALANCES + "?convertTo=KWD")
                .body("converted.balance", equalTo("0.000"))
                .body("converted.unconverted.currency", contains("ARS", "EUR", "USD"))
                .body("converted.unconverted.count", contains(0, 0, 2));
        person.get(BALANCES).body("$", not(hasKey("converted")));
        Person.signUp().get(BALANCES + "?convertTo=EUR").body("converted.balance", equalTo("0.00"));
    }

    @Test
    void anAccountsBalancesAreConvertedInEachInterval() {
        rates("2025-01-31", "'USD': '1.25'");
        rates("2025-02-10", "'USD': '2'");
        rates("2025-02-25", "'USD': '1.6'");
        String dollars = account("Dollars", "USD", "100");
        move(dollars, "income", "2025-01-31", "10"); // 8
        move(dollars, "expense", "2025-02-05", "5"); // -4
        move(dollars, "income", "2025-02-11", "30"); // 15
        move(dollars, "income", "2025-02-20", "7"); // none
        String path = dollars + "/balances?from=2025-01-15&to=2025-03-31&convertTo=EUR";
        for (String interval : List.of("month", "day", "week")) {
            person.get(path + "&interval=" + interval)
                    .statusCode(200)
                    .body("opening", equalTo("100.00"))
                    .body("items.converted.currency.unique()", contains("EUR"));
        }
        person.get(path)
                .body("items.balance", contains("110.00", "142.00", "142.00"))
                .body("items.income", contains("10.00", "37.00", "0.00"))
                .body("items.converted.income", contains("8.00", "15.00", "0.00"))
                .body("items.converted.expense", contains("0.00", "-4.00", "0.00"))
                .body("items.converted.transfer", contains("0.00", "0.00", "0.00"))
                .body("items.converted.balance", contains("88.00", "88.75", "0.00")) // 110 / 1.25, 142 / 1.6
                .body("items[0].converted.unconverted", empty())
                .body("items[1].converted.unconverted.count", contains(1))
                .body("items[2].converted.unconverted.currency", contains("USD"))
                .body("items[2].converted.unconverted.count", contains(0));
        person.get(path.replace("EUR", "USD"))
                .body("items.converted.balance", contains("110.00", "142.00", "142.00"))
                .body("items[2].converted.unconverted", empty());
        person.get(path.replace("&convertTo=EUR", "")).body("items[0]", not(hasKey("converted")));
    }

    @Test
    void thereIsNoDayBeforeTheFirstOne() {
        String euros = account("Euros", "EUR", "100");
        move(euros, "income", "0001-01-01", "5");
        person.get(euros + "/balances?to=0001-06-30&convertTo=USD")
                .statusCode(200)
                .body("opening", equalTo("100.00"))
                .body("items.from", hasSize(6))
                .body("items[0].from", equalTo("0001-01-01"))
                .body("items[0].to", equalTo("0001-01-31"))
                .body("items[0].balance", equalTo("105.00"))
                .body("items[0].converted.unconverted.count", contains(1));
        for (String path : List.of(
                euros + "/balances?from=0001-01-01&to=0001-01-20&interval=week&convertTo=USD",
                euros + "/balances?from=9999-12-01&interval=week&convertTo=USD",
                BALANCES + "?date=0001-01-01&convertTo=USD",
                BALANCES + "?date=9999-12-31&convertTo=USD",
                SUMMARY + "?from=0001-01-01&to=0001-01-01&convertTo=USD",
                SUMMARY + "?from=9999-12-31&to=9999-12-31&convertTo=USD",
                "/api/v1/rates?date=0001-01-01",
                "/api/v1/rates?date=9999-12-31")) {
            person.get(path).statusCode(200);
        }
        String daily = person.create(
                "/api/v1/budgets", "{'name': 'x', 'amount': 1, 'recurrence': 'FREQ=DAILY', 'start': '0001-01-01'}");
        person.get(daily + "/periods?to=0001-01-02&convertTo=USD")
                .statusCode(200)
                .body("items.from", contains("0001-01-01", "0001-01-02"));
        person.get(daily + "/periods?from=9999-12-30&to=9999-12-31&convertTo=USD")
                .statusCode(200)
                .body("items.to", contains("9999-12-30", "9999-12-31"));
    }

    /** The month is not over, and its last day has no rate yet. */
    @Test
    void whatIsYetToComeGoesByTodaysRate() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        rates(today.minusDays(2).toString(), "'USD': '1.25'");
        String dollars = account("Dollars", "USD", "100");
        move(dollars, "income", today.plusDays(60).toString(), "25");
        person.get(dollars + "/balances?convertTo=EUR")
                .body("items[11].converted.balance", equalTo("80.00"))
                .body("items[11].converted.unconverted", empty());
        person.get(BALANCES + "?date=" + today.plusDays(90) + "&convertTo=EUR")
                .body("converted.balance", equalTo("100.00"));
        converted("convertTo=EUR").body("income", equalTo("20.00"));
    }

    @Test
    void aBadCurrencyIsRefused() {
        String account = account("Euros", "EUR", "100");
        for (String path : List.of(SUMMARY, BALANCES, account + "/balances")) {
            for (String code : List.of("euro", "eur", "XAU", "%F0%9F%A5%9A", "%00")) {
                person.request()
                        .urlEncodingEnabled(false)
                        .get(path + "?convertTo=" + code)
                        .then()
                        .statusCode(422)
                        .body("errors.parameter", contains("convertTo"));
            }
            person.get(path + "?convertTo=").statusCode(200).body("converted", nullValue());
        }
    }

    /** A fraction, exactly. */
    private record Ratio(BigInteger over, BigInteger under) {

        static final Ratio ZERO = of(BigDecimal.ZERO);

        static Ratio of(BigDecimal decimal) {
            return new Ratio(decimal.movePointRight(20).toBigIntegerExact(), BigInteger.TEN.pow(20));
        }

        Ratio times(Ratio other) {
            return new Ratio(over.multiply(other.over), under.multiply(other.under)).reduced();
        }

        Ratio by(Ratio other) {
            return times(new Ratio(other.under, other.over));
        }

        Ratio plus(Ratio other) {
            return new Ratio(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under))
                    .reduced();
        }

        private Ratio reduced() {
            BigInteger common = over.gcd(under).max(BigInteger.ONE);
            return new Ratio(over.divide(common), under.divide(common));
        }

        String rounded(String currency) {
            return new BigDecimal(over)
                    .divide(
                            new BigDecimal(under),
                            Currency.getInstance(currency).getDefaultFractionDigits(),
                            RoundingMode.HALF_EVEN)
                    .toPlainString();
        }
    }

    /** Any history and any rates, converted by fractions. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void figuresAreExactForAnyHistory(long seed) {
        Random random = new Random(seed);
        List<String> currencies = List.of("EUR", "USD", "JPY", "KWD", "NLG");
        LocalDate first = LocalDate.of(1998, 12, 20);
        Map<String, TreeMap<LocalDate, BigDecimal>> rates = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            LocalDate day = first.plusDays(random.nextInt(30));
            Map<String, BigDecimal> some = new TreeMap<>();
            for (String currency : List.of("USD", "JPY", "KWD", "NLG")) {
                if (random.nextInt(3) > 0 && !(currency.equals("NLG") && day.getYear() > 1998)) {
                    some.put(currency, BigDecimal.valueOf(1 + random.nextInt(9), random.nextInt(3)));
                }
            }
            rates.values().forEach(days -> days.remove(day));
            some.forEach((currency, rate) ->
                    rates.computeIfAbsent(currency, _ -> new TreeMap<>()).put(day, rate));
            List<String> said = new ArrayList<>();
            some.forEach((currency, rate) -> said.add("'%s': %s".formatted(currency, rate.toPlainString())));
            rates(day.toString(), String.join(", ", said));
        }
        record Entry(LocalDate day, String currency, BigDecimal amount) {}
        List<Entry> entries = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String currency = currencies.get(random.nextInt(currencies.size()));
            BigDecimal amount = BigDecimal.valueOf(
                    1 + random.nextInt(99), Currency.getInstance(currency).getDefaultFractionDigits());
            LocalDate day = first.plusDays(random.nextInt(30));
            entries.add(new Entry(day, currency, amount));
            bodies.add("{'type': 'income', 'description': 'x', 'amount': %s, 'currency': '%s', 'date': '%s'}"
                    .formatted(amount, currency, day));
        }
        person.post("/api/v1/transactions/batch", "{'create': [%s]}".formatted(String.join(", ", bodies)))
                .statusCode(200);
        for (String target : currencies) {
            Ratio sum = Ratio.ZERO;
            Map<String, Integer> unconverted = new TreeMap<>();
            for (Entry entry : entries) {
                BigDecimal from = rate(rates, entry.currency, entry.day);
                BigDecimal to = rate(rates, target, entry.day);
                if (entry.currency.equals(target)) {
                    sum = sum.plus(Ratio.of(entry.amount));
                } else if (from == null || to == null) {
                    unconverted.merge(entry.currency, 1, Integer::sum);
                } else {
                    sum = sum.plus(Ratio.of(entry.amount).times(Ratio.of(to)).by(Ratio.of(from)));
                }
            }
            ValidatableResponse answer = converted("convertTo=" + target).noRootPath();
            assertEquals(sum.rounded(target), answer.extract().path("converted.income"), target);
            assertEquals(List.copyOf(unconverted.keySet()), answer.extract().path("converted.unconverted.currency"));
            assertEquals(List.copyOf(unconverted.values()), answer.extract().path("converted.unconverted.count"));
        }
    }

    private static BigDecimal rate(Map<String, TreeMap<LocalDate, BigDecimal>> rates, String currency, LocalDate day) {
        if (currency.equals("EUR")) {
            return BigDecimal.ONE;
        } else if (currency.equals("NLG") && day.getYear() > 1998) {
            return new BigDecimal("2.20371");
        }
        Map.Entry<LocalDate, BigDecimal> last =
                rates.getOrDefault(currency, new TreeMap<>()).floorEntry(day);
        return last == null || last.getKey().isBefore(day.minusDays(7)) ? null : last.getValue();
    }
}
