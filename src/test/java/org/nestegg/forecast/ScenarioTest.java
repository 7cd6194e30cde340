package org.nestegg.forecast;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate YEAR_AGO = TODAY.plusDays(1).minusYears(1);

    private static Movement posted(LocalDate date, String amount) {
        return new Movement(date, null, new BigDecimal(amount));
    }

    /** Something every day, more or less. */
    private static List<Movement> days(LocalDate since, LocalDate until, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Movement> days = new ArrayList<>();
        for (LocalDate day = since; !day.isAfter(until); day = day.plusDays(1)) {
            days.add(new Movement(
                    day, random.nextBoolean() ? "food" : "fun", BigDecimal.valueOf(random.nextInt(-9000, 6000), 2)));
        }
        return days;
    }

    private static Scenario scenario(PastDays history, String balance, LocalDate until) {
        return new Scenario(history, new BigDecimal(balance), EUR, Map.of(), until, ForecastInterval.DAY, 7);
    }

    private static void assertOrdered(Forecast forecast) {
        for (Forecast.Day day : forecast.items()) {
            assertTrue(
                    day.low().compareTo(day.expected()) <= 0 && day.expected().compareTo(day.high()) <= 0,
                    day.toString());
        }
    }

    private static void assertAmounts(String amount, Forecast.Day day) {
        assertAll(
                () -> assertEquals(amount, day.low().toPlainString()),
                () -> assertEquals(amount, day.expected().toPlainString()),
                () -> assertEquals(amount, day.high().toPlainString()));
    }

    @Test
    void whatSchedulesBringIsExact() {
        Forecast forecast = new Scenario(
                        PastDays.none(TODAY),
                        new BigDecimal("100.0000"),
                        EUR,
                        Map.of(
                                TODAY,
                                new BigDecimal("5000"),
                                TODAY.plusDays(2),
                                new BigDecimal("-150.5000"),
                                TODAY.plusDays(3),
                                new BigDecimal("2000.0000"),
                                TODAY.plusDays(5),
                                new BigDecimal("9")),
                        TODAY.plusDays(4),
                        ForecastInterval.DAY,
                        7)
                .forecast();
        assertEquals(TODAY.plusDays(1), forecast.from());
        assertEquals(TODAY.plusDays(4), forecast.until());
        assertEquals("schedules", forecast.method().code());
        assertEquals(0, forecast.months());
        assertEquals(4, forecast.items().size());
        assertAmounts("100.00", forecast.items().get(0));
        assertAmounts("-50.50", forecast.items().get(1));
        assertAmounts("1949.50", forecast.items().get(2));
        assertAmounts("1949.50", forecast.items().get(3));
        assertEquals(forecast.items().get(1), forecast.lowest());
        assertEquals("1.00", forecast.belowZero().toPlainString());
    }

    @Test
    void zeroIsNotBelowZero() {
        assertEquals(
                "0.00",
                scenario(PastDays.none(TODAY), "0", TODAY.plusDays(9))
                        .forecast()
                        .belowZero()
                        .toPlainString());
        assertEquals(
                "1.00",
                scenario(PastDays.none(TODAY), "-0.0001", TODAY.plusDays(9))
                        .forecast()
                        .belowZero()
                        .toPlainString());
    }

    @Test
    void tomorrowIsOneDay() {
        Forecast forecast = scenario(PastDays.of(TODAY, YEAR_AGO, days(YEAR_AGO, TODAY, 1)), "10", TODAY.plusDays(1))
                .forecast();
        assertEquals(1, forecast.items().size());
        assertEquals(forecast.lowest(), forecast.items().getFirst());
        assertOrdered(forecast);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "732"})
    void theLastDayIsAfterTodayAndAtMostTwoYearsAhead(int days) {
        LocalDate until = TODAY.plusDays(days);
        PastDays history = PastDays.none(TODAY);
        assertThrows(IllegalArgumentException.class, () -> scenario(history, "0", until));
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-11-24, 2026-11-21 2026-11-22 2026-11-23 2026-11-24",
        "WEEK, 2026-12-06, 2026-11-22 2026-11-29 2026-12-06",
        "WEEK, 2026-12-01, 2026-11-22 2026-11-29 2026-12-01",
        "MONTH, 2026-12-31, 2026-11-30 2026-12-31",
        "MONTH, 2027-03-01, 2026-11-30 2026-12-31 2027-01-31 2027-02-28 2027-03-01",
        "MONTH, 2028-03-01, 2026-11-30 2026-12-31 2027-01-31 2027-02-28 2027-03-31 2027-04-30 2027-05-31 2027-06-30"
                + " 2027-07-31 2027-08-31 2027-09-30 2027-10-31 2027-11-30 2027-12-31 2028-01-31 2028-02-29 2028-03-01"
    })
    void anItemIsOnItsIntervalsLastDay(ForecastInterval interval, LocalDate until, String dates) {
        Scenario scenario = new Scenario(PastDays.none(TODAY), BigDecimal.ONE, EUR, Map.of(), until, interval, 7);
        assertEquals(
                List.of(dates.split(" ")),
                scenario.forecast().items().stream()
                        .map(day -> day.date().toString())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(ForecastInterval.class)
    void theIntervalChangesNothingButWhichDaysAreShown(ForecastInterval interval) {
        PastDays history = PastDays.of(TODAY, YEAR_AGO, days(YEAR_AGO, TODAY, 2));
        Forecast daily = scenario(history, "500", TODAY.plusDays(100)).forecast();
        Forecast other = new Scenario(history, new BigDecimal("500"), EUR, Map.of(), TODAY.plusDays(100), interval, 7)
                .forecast();
        assertTrue(daily.items().containsAll(other.items()));
        assertEquals(daily.items().getLast(), other.items().getLast());
        assertEquals(daily.lowest(), other.lowest());
        assertEquals(daily.belowZero(), other.belowZero());
        assertTrue(daily.items().contains(daily.lowest()));
    }

    @Test
    void aLaterEndChangesNothingBefore() {
        PastDays history = PastDays.of(TODAY, YEAR_AGO, days(YEAR_AGO, TODAY, 3));
        List<Forecast.Day> longer =
                scenario(history, "500", TODAY.plusDays(200)).forecast().items();
        assertEquals(scenario(history, "500", TODAY.plusDays(50)).forecast().items(), longer.subList(0, 50));
    }

    @Test
    void theSameGivesTheSame() {
        List<Movement> days = days(YEAR_AGO, TODAY, 4);
        Scenario scenario = scenario(PastDays.of(TODAY, YEAR_AGO, days), "500", TODAY.plusDays(90));
        assertEquals(
                scenario.forecast(),
                scenario(PastDays.of(TODAY, YEAR_AGO, days.reversed()), "500", TODAY.plusDays(90))
                        .forecast());
    }

    /** Byte for byte, on every machine: what it once came to, it comes to for ever, until the method is changed. */
    @Test
    void theSameIsTheSameEverywhere() {
        Forecast forecast = scenario(PastDays.of(TODAY, YEAR_AGO, days(YEAR_AGO, TODAY, 5)), "500", TODAY.plusDays(60))
                .forecast();
        assertEquals(
                "Day[date=2027-01-19, expected=-279.14, low=-693.27, high=155.19]0.85",
                forecast.items().getLast().toString() + forecast.belowZero());
    }

    @Test
    void aSeedIsOfAUserAndADay() {
        UUID user = UUID.fromString("019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e");
        UUID other = UUID.fromString("019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6f");
        assertEquals(Scenario.seed(user, TODAY), Scenario.seed(user, TODAY));
        assertNotEquals(Scenario.seed(user, TODAY), Scenario.seed(other, TODAY));
        assertNotEquals(Scenario.seed(user, TODAY), Scenario.seed(user, TODAY.plusDays(1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theMedianLiesWithinTheBand(long seed) {
        for (int months = 5; months <= 12; months++) {
            LocalDate since = TODAY.plusDays(1).minusMonths(months);
            Forecast forecast = scenario(
                            PastDays.of(TODAY, since, days(since, TODAY, seed)), "500", TODAY.plusDays(120))
                    .forecast();
            assertEquals("schedules-and-history", forecast.method().code());
            assertEquals(months, forecast.months());
            assertOrdered(forecast);
        }
    }

    @Test
    void withFewMonthsItIsSchedulesAlone() {
        LocalDate since = TODAY.plusDays(2).minusMonths(5);
        Forecast forecast = scenario(PastDays.of(TODAY, since, days(since, TODAY, 1)), "500", TODAY.plusDays(30))
                .forecast();
        assertEquals("schedules", forecast.method().code());
        assertAmounts("500.00", forecast.items().getLast());
    }

    @Test
    void aYearInWhichNothingHappenedForetellsNothing() {
        Forecast forecast = scenario(PastDays.of(TODAY, YEAR_AGO, List.of()), "5", TODAY.plusDays(30))
                .forecast();
        assertEquals(12, forecast.months());
        assertAmounts("5.00", forecast.items().getLast());
    }

    /** Rent and salary that no schedule posts come at their time of the month, and as much of them as came. */
    @Test
    void whatComesWithTheMonthComesAtItsTime() {
        List<Movement> posted = new ArrayList<>();
        for (int i = 0; i <= 12; i++) {
            LocalDate month = TODAY.withDayOfMonth(1).minusMonths(i);
            posted.add(posted(month, "-900"));
            posted.add(posted(month.plusMonths(1).minusDays(1), "2000"));
        }
        List<Forecast.Day> items = scenario(PastDays.of(TODAY, YEAR_AGO, posted), "1000", LocalDate.of(2027, 3, 31))
                .forecast()
                .items();
        BigDecimal before = BigDecimal.valueOf(1000);
        for (Forecast.Day day : items) {
            double change = day.expected().subtract(before).doubleValue();
            boolean first = day.date().getDayOfMonth() == 1;
            boolean last = day.date().getDayOfMonth() == day.date().lengthOfMonth();
            assertEquals(first ? -900 : last ? 2000 : 0, change, 10, day.toString());
            before = day.expected();
        }
    }

    @Test
    void thereAreGapsInSomeHistories() {
        List<Movement> posted = List.of(posted(YEAR_AGO, "-10"), posted(YEAR_AGO.plusMonths(7), "-20"));
        assertOrdered(scenario(PastDays.of(TODAY, YEAR_AGO, posted), "100", TODAY.plusDays(365))
                .forecast());
    }

    @Test
    void somebodyMayOnlyEarn() {
        List<Movement> posted = days(YEAR_AGO, TODAY, 1).stream()
                .map(day -> new Movement(day.date(), null, day.amount().abs()))
                .toList();
        Forecast forecast = scenario(PastDays.of(TODAY, YEAR_AGO, posted), "0", TODAY.plusDays(90))
                .forecast();
        assertOrdered(forecast);
        assertTrue(forecast.items().getLast().low().signum() > 0);
    }

    @Test
    void oneHugeOutlierDoesNotMoveTheMedianFar() {
        List<Movement> posted = new ArrayList<>(days(YEAR_AGO, TODAY, 1));
        Scenario before = scenario(PastDays.of(TODAY, YEAR_AGO, posted), "0", TODAY.plusDays(30));
        posted.add(posted(LocalDate.of(2026, 4, 15), "1000000"));
        Forecast with = scenario(PastDays.of(TODAY, YEAR_AGO, posted), "0", TODAY.plusDays(30))
                .forecast();
        assertOrdered(with);
        double moved = with.items().getLast().expected().doubleValue()
                - before.forecast().items().getLast().expected().doubleValue();
        assertTrue(Math.abs(moved) < 100_000, Double.toString(moved));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999999.9999", "-999999999999999.9999", "9999999999999.9999", "0.0001"})
    void noAmountIsTooLarge(String amount) {
        List<Movement> posted = new ArrayList<>();
        for (LocalDate day = YEAR_AGO; !day.isAfter(TODAY); day = day.plusDays(1)) {
            for (int i = 0; i < 10; i++) {
                posted.add(posted(day, amount));
            }
        }
        PastDays history = PastDays.of(TODAY, YEAR_AGO, posted);
        Forecast forecast = scenario(history, amount, TODAY.plusYears(2)).forecast();
        assertOrdered(forecast);
        double expected = Double.parseDouble(amount) * (1 + 10 * 731);
        assertEquals(expected, forecast.items().getLast().expected().doubleValue(), Math.abs(expected) / 100 + 0.01);
        assertEquals(
                amount.startsWith("-") ? "1.00" : "0.00", forecast.belowZero().toPlainString());
        scenario(
                        history.changed(Map.of("x", new BigDecimal("1000"))),
                        "-" + amount.replace("-", ""),
                        TODAY.plusYears(2))
                .forecast();
    }

    @ParameterizedTest
    @CsvSource({"JPY, 0", "EUR, 2", "KWD, 3"})
    void amountsHaveTheirCurrencysDecimals(Currency currency, int decimals) {
        Forecast.Day day = new Scenario(
                        PastDays.of(TODAY, YEAR_AGO, days(YEAR_AGO, TODAY, 1)),
                        BigDecimal.TEN,
                        currency,
                        Map.of(),
                        TODAY.plusDays(9),
                        ForecastInterval.WEEK,
                        7)
                .forecast()
                .lowest();
        assertEquals(
                List.of(decimals, decimals, decimals),
                List.of(day.low().scale(), day.expected().scale(), day.high().scale()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2024-02-29", "2024-02-28", "2025-12-31", "2026-01-01", "2026-03-10", "2026-03-11", "2026-08-31"
            })
    void anyDayCanBeToday(LocalDate today) {
        for (int months : List.of(5, 7, 12)) {
            LocalDate since = today.plusDays(1).minusMonths(months);
            List<Movement> days = days(since.minusDays(40), today.plusDays(40), months);
            Forecast forecast = scenario(PastDays.of(today, since, days), "1", today.plusYears(2))
                    .forecast();
            assertOrdered(forecast);
            assertEquals(today.plusYears(2), forecast.items().getLast().date());
        }
    }

    @Test
    void whatIsOlderThanAYearOrStillToComeIsNotLearnedFrom() {
        List<Movement> days = days(YEAR_AGO, TODAY, 1);
        List<Movement> more = new ArrayList<>(days);
        more.add(posted(YEAR_AGO.minusDays(1), "-5000"));
        more.add(posted(TODAY.plusDays(1), "-5000"));
        assertEquals(
                scenario(PastDays.of(TODAY, YEAR_AGO, days), "1", TODAY.plusDays(60))
                        .forecast(),
                scenario(PastDays.of(TODAY, YEAR_AGO.minusYears(3), more), "1", TODAY.plusDays(60))
                        .forecast());
    }

    /** A fifth less for food is a fifth of what food costs, but for months of other lengths, on top of the same chance. */
    @Test
    void whatIfSpendingWereAnother() {
        List<Movement> posted = new ArrayList<>();
        for (LocalDate day = YEAR_AGO; !day.isAfter(TODAY); day = day.plusDays(1)) {
            posted.add(new Movement(day, "food", BigDecimal.valueOf(-10)));
        }
        posted.addAll(days(YEAR_AGO, TODAY, 1).stream()
                .map(day -> new Movement(day.date(), "fun", day.amount()))
                .toList());
        PastDays base = PastDays.of(TODAY, YEAR_AGO, posted);
        PastDays changed = base.changed(Map.of("food", new BigDecimal("-20"), "none", BigDecimal.TEN));
        List<Forecast.Day> before =
                scenario(base, "0", TODAY.plusDays(90)).forecast().items();
        List<Forecast.Day> after =
                scenario(changed, "0", TODAY.plusDays(90)).forecast().items();
        for (int i = 0; i < before.size(); i++) {
            assertEquals(
                    2.0 * (i + 1),
                    after.get(i).expected().subtract(before.get(i).expected()).doubleValue(),
                    0.12 * 2.0 * (i + 1));
        }
        assertEquals(
                scenario(base, "0", TODAY.plusDays(90)).forecast(),
                scenario(base.changed(Map.of("food", BigDecimal.ZERO)), "0", TODAY.plusDays(90))
                        .forecast());
    }

    @Test
    void theShareBelowZeroIsOfFutures() {
        PastDays history = PastDays.of(TODAY, YEAR_AGO, days(YEAR_AGO, TODAY, 1));
        Forecast near = scenario(history, "600", TODAY.plusDays(30)).forecast();
        Forecast far = scenario(history, "600", TODAY.plusDays(90)).forecast();
        assertEquals(2, near.belowZero().scale());
        assertTrue(near.belowZero().signum() > 0 && near.belowZero().compareTo(far.belowZero()) <= 0, near.toString());
        assertEquals(
                "0.00",
                scenario(history, "1000000", TODAY.plusDays(90))
                        .forecast()
                        .belowZero()
                        .toPlainString());
    }
}
