package org.nestegg.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.recurrence.Recurrence;

/** What comes again is found, and what only happens often is not. */
class RecurringTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final UUID ACCOUNT = UUID.randomUUID();

    private final List<PastTransaction> past = new ArrayList<>();

    private void add(String description, String amount, LocalDate... days) {
        for (LocalDate day : days) {
            past.add(new PastTransaction(
                    UUID.randomUUID(),
                    ACCOUNT,
                    day,
                    new BigDecimal(amount),
                    Currency.getInstance("EUR"),
                    description,
                    null,
                    List.of()));
        }
    }

    private void add(String description, String amount, String days) {
        for (String day : days.split(" ")) {
            add(description, amount, LocalDate.parse(day));
        }
    }

    /** {@code recurrence from start, count times ± tolerance: confidence} of each. */
    private List<String> found() {
        return Recurring.in(past, TODAY).stream()
                .map(series -> series.beat().recurrence() + " from "
                        + series.beat().next(TODAY) + ", " + series.times().size() + " times ± " + series.tolerance()
                        + ": " + series.confidence())
                .toList();
    }

    @Test
    void everyMonthOnADay() {
        add("Rent", "-950", "2026-09-01 2026-10-01 2026-11-01");
        assertEquals(List.of("FREQ=MONTHLY;BYMONTHDAY=1 from 2026-12-01, 3 times ± 0: 0.75"), found());
    }

    @Test
    void movedByWeekends() {
        add("Salary", "2500", "2026-06-30 2026-07-31 2026-08-31 2026-09-30 2026-10-30");
        assertEquals(List.of("FREQ=MONTHLY;BYMONTHDAY=31 from 2026-11-30, 5 times ± 0: 0.79"), found());
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-02, 2026-11-30 2026-12-31 2027-01-29 2027-02-26",
        "2026-03-02, 2025-12-31 2026-01-30 2026-02-27"
    })
    void theLastWorkingDaysAroundFebruaryAreMonthly(LocalDate today, String days) {
        add("Salary", "2500", days);
        assertEquals(
                List.of(Rhythm.MONTHLY),
                Recurring.in(past, today).stream()
                        .map(series -> series.beat().rhythm())
                        .toList());
    }

    @Test
    void onTheLastDayOfEachMonth() {
        add("Netflix", "-12.99", "2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30 2026-07-31");
        add("Netflix", "-13.99", "2026-08-31 2026-09-30 2026-10-31");
        assertEquals(List.of("FREQ=MONTHLY;BYMONTHDAY=31 from 2026-11-30, 10 times ± 8: 0.89"), found());
    }

    @Test
    void otherRhythms() {
        add("Cleaning", "-40", "2026-11-04 2026-11-11 2026-11-18");
        add("Pocket money", "-20", "2026-10-23 2026-11-06 2026-11-20");
        add("Wages", "900", "2026-08-28 2026-09-25 2026-10-23 2026-11-20");
        add("Broadcasting", "-55.08", "2026-05-15 2026-08-15 2026-11-15");
        add("Car tax", "-90", "2025-06-01 2025-12-01 2026-06-01");
        add("Insurance", "-320.50", "2024-02-29 2025-02-28 2026-02-28");
        assertEquals(
                List.of(
                        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15 from 2027-02-15, 3 times ± 0: 0.75",
                        "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1 from 2026-12-01, 3 times ± 0: 0.75",
                        "FREQ=WEEKLY from 2026-11-25, 3 times ± 0: 0.75",
                        "FREQ=WEEKLY;INTERVAL=2 from 2026-12-04, 3 times ± 0: 0.75",
                        "FREQ=WEEKLY;INTERVAL=4 from 2026-12-18, 4 times ± 0: 0.80",
                        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 from 2027-02-28, 3 times ± 0: 0.75"),
                found().stream().sorted().toList());
    }

    @Test
    void monthsNumbersAndWhatBanksAddAreNotWhatItIsAbout() {
        add("SEPA Lastschrift Miete September 2026", "-950", "2026-09-01");
        add("Miete Oktober 4711", "-950", "2026-10-01");
        add("MIETE, NOVEMBER", "-950", "2026-11-02");
        assertEquals(1, found().size());
    }

    @Test
    void anotherTimeInBetweenIsLeftOut() {
        add("Gym", "-30", "2026-07-10 2026-08-10 2026-09-10 2026-10-10 2026-10-20 2026-11-10 2026-11-17");
        List<Series> series = Recurring.in(past, TODAY);
        assertEquals(1, series.size());
        assertEquals(5, series.getFirst().times().size());
    }

    @Test
    void twoOfOneDayAreTwo() {
        add("Football club", "-15", "2026-09-15 2026-10-15 2026-11-15");
        add("Football club", "-15", "2026-09-15 2026-10-15 2026-11-15");
        assertEquals(2, found().size());
    }

    @Test
    void ofOneTextWithTwoAmountsEachIsOne() {
        add("Insurance", "-10", "2026-08-01 2026-09-01 2026-10-01 2026-11-01");
        add("Insurance", "-11", "2026-08-15 2026-09-15 2026-10-15 2026-11-15");
        add("Insurance", "-80", "2026-08-20 2026-09-20 2026-10-20 2026-11-20");
        assertEquals(3, found().size());
    }

    @Test
    void onlyTheLatestInARowCount() {
        add("Club", "-9", "2026-03-05 2026-04-05 2026-05-05 2026-08-05 2026-09-05 2026-10-05 2026-11-05");
        assertEquals(
                List.of(4),
                Recurring.in(past, TODAY).stream()
                        .map(series -> series.times().size())
                        .toList());
    }

    @Test
    void whatIsNotProposed() {
        add("Twice", "-9", "2026-10-05 2026-11-05");
        add("Stopped", "-9", "2026-05-05 2026-06-05 2026-07-05 2026-08-05");
        add("Late by three days", "-9", "2026-09-05 2026-10-12 2026-11-05");
        add("Now and then", "-9", "2026-06-05 2026-08-01 2026-09-21 2026-11-13");
        add("Dearer", "-9", "2026-09-05 2026-10-05");
        add("Dearer", "-12", "2026-11-05");
        for (LocalDate day = LocalDate.of(2026, 1, 1); !day.isAfter(TODAY); day = day.plusDays(1)) {
            add("Coffee", "-2.50", day);
        }
        assertEquals(List.of(), found());
    }

    @Test
    void shoppingIsHardlyEverTakenForRegular() {
        int proposed = 0;
        for (int seed = 0; seed < 300; seed++) {
            past.clear();
            Random random = new Random(seed);
            int most = 2 + seed % 10;
            for (LocalDate day = TODAY.minusMonths(13);
                    !day.isAfter(TODAY);
                    day = day.plusDays(1 + random.nextInt(most))) {
                add("Market", "-" + (20 + random.nextInt(60)) + ".17", day);
            }
            proposed += found().size();
        }
        assertTrue(proposed <= 3, proposed + " of 300");
    }

    @Property(tries = 200)
    void whatComesRegularlyIsFoundAndItsRuleHitsItsDays(
            @ForAll Rhythm rhythm, @ForAll @IntRange(max = 5) int ago, @ForAll @IntRange(min = 3, max = 4) int times) {
        past.clear();
        LocalDate last = TODAY.minusDays(ago);
        Beat beat = new Beat(rhythm, last, last.getDayOfMonth());
        int count = rhythm == Rhythm.YEARLY ? 3 : Math.max(rhythm.least, times);
        add("It", "7", IntStream.range(0, count).mapToObj(i -> beat.at(-i)).toArray(LocalDate[]::new));
        Collections.shuffle(past, new Random(ago));
        List<Series> found = Recurring.in(past, TODAY);
        assertEquals(
                List.of(rhythm),
                found.stream().map(series -> series.beat().rhythm()).toList());
        Beat heard = found.getFirst().beat();
        Iterator<LocalDate> days = Recurrence.of(heard.recurrence()).from(heard.next(TODAY));
        for (int i = 0; i < 12; i++) {
            assertEquals(heard.at(i + 1), days.next());
        }
        assertEquals(beat.at(1), heard.next(TODAY));
    }

    @Property
    void aRuleHitsTheDaysOfItsBeat(
            @ForAll Rhythm rhythm, @ForAll @IntRange(max = 1500) int day, @ForAll @IntRange(max = 3) int which) {
        List<Beat> beats = Beat.through(rhythm, LocalDate.of(2024, 1, 1).plusDays(day));
        Beat beat = beats.get(Math.min(which, beats.size() - 1));
        Iterator<LocalDate> days = Recurrence.of(beat.recurrence()).from(beat.at(1));
        for (int i = 1; i < 20; i++) {
            assertEquals(beat.at(i), days.next(), beat::toString);
        }
    }
}
