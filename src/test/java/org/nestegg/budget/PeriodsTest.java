package org.nestegg.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.recurrence.Recurrence;

/** The periods of budgets. */
class PeriodsTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    FREQ=MONTHLY                         | 2026-01-31 | 2026-03-15 | 2026-02-28..2026-03-30
                    FREQ=MONTHLY;BYMONTHDAY=25           | 2026-01-01 | 2026-01-24 |
                    FREQ=MONTHLY;BYMONTHDAY=25           | 2026-01-01 | 2026-01-25 | 2026-01-25..2026-02-24
                    FREQ=WEEKLY;INTERVAL=2               | 2026-11-02 | 2026-11-22 | 2026-11-16..2026-11-29
                    FREQ=DAILY                           | 2026-11-02 | 2026-11-22 | 2026-11-22..2026-11-22
                    FREQ=YEARLY                          | 2024-02-29 | 2027-01-01 | 2026-02-28..2027-02-27
                    FREQ=MONTHLY;COUNT=2                 | 2026-01-01 | 2026-02-28 | 2026-02-01..2026-02-28
                    FREQ=MONTHLY;COUNT=2                 | 2026-01-01 | 2026-03-01 |
                    FREQ=WEEKLY;UNTIL=20260108           | 2026-01-01 | 2026-01-14 | 2026-01-08..2026-01-14
                    FREQ=WEEKLY;UNTIL=20260108           | 2026-01-01 | 2026-01-15 |
                    FREQ=YEARLY                          | 2026-01-01 | 9999-12-31 | 9999-01-01..9999-12-31
                    FREQ=YEARLY;INTERVAL=1000            | 2026-01-01 | 9500-12-31 | 9026-01-01..9999-12-31
                    FREQ=DAILY                           | 0001-01-01 | 0001-01-01 | 0001-01-01..0001-01-01
                    """)
    void aDayLiesInOnePeriod(String rule, LocalDate start, LocalDate day, String expected) {
        assertEquals(
                Optional.ofNullable(expected),
                new Periods(Recurrence.of(rule), start).at(day).map(period -> period.from() + ".." + period.to()));
    }

    @Property(tries = 500)
    void periodsFollowOneAnother(
            @ForAll("rules") String rule,
            @ForAll @IntRange(max = 60) int shift,
            @ForAll @IntRange(max = 900) int day,
            @ForAll @IntRange(max = 300) int days) {
        LocalDate start = FIRST.plusDays(shift);
        Periods periods = new Periods(Recurrence.of(rule), start);
        LocalDate from = FIRST.minusDays(30).plusDays(day);
        LocalDate to = from.plusDays(days);
        List<Period> all = one(rule, start);
        assertEquals(
                all.stream()
                        .filter(period ->
                                !period.to().isBefore(from) && !period.from().isAfter(to))
                        .toList(),
                periods.overlapping(from, to, 10_000));
        assertEquals(
                all.stream()
                        .map(Period::from)
                        .filter(begin -> begin.isBefore(to))
                        .collect(Collectors.toList()),
                periods.beginningBefore(to, 10_000));
        List<Period> begun =
                all.stream().filter(period -> !period.from().isAfter(to)).toList();
        assertEquals(
                begun.stream()
                        .map(Period::from)
                        .skip(Math.max(0, begun.size() - 12))
                        .findFirst(),
                periods.back(to, 12));
    }

    /** One after the other, from the first. */
    private static List<Period> one(String rule, LocalDate start) {
        Iterator<LocalDate> begins = Recurrence.of(rule).from(start);
        Iterator<LocalDate> ends =
                Recurrence.of(rule.replaceAll(";(COUNT|UNTIL)=\\w+", "")).from(start);
        ends.next();
        List<Period> periods = new ArrayList<>();
        while (begins.hasNext() && periods.size() < 2000) {
            periods.add(new Period(begins.next(), ends.next().minusDays(1)));
        }
        return periods;
    }

    @Provide
    static Arbitrary<String> rules() {
        return Arbitraries.of(
                        "FREQ=DAILY",
                        "FREQ=DAILY;INTERVAL=10",
                        "FREQ=WEEKLY",
                        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
                        "FREQ=WEEKLY;BYDAY=MO,TH",
                        "FREQ=MONTHLY",
                        "FREQ=MONTHLY;BYMONTHDAY=-1",
                        "FREQ=MONTHLY;BYMONTHDAY=1,15",
                        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                        "FREQ=MONTHLY;INTERVAL=3",
                        "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=6")
                .flatMap(rule -> Arbitraries.of("", "", ";COUNT=1", ";COUNT=9", ";UNTIL=20260310")
                        .map(end -> rule + end));
    }
}
