package org.nestegg.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules by which days come again. */
class RecurrenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    FREQ=MONTHLY                                    | 2026-01-31 | 2026-01-31 2026-02-28 2026-03-31 2026-04-30
                    FREQ=MONTHLY;BYMONTHDAY=30,31                   | 2026-01-31 | 2026-01-31 2026-02-28 2026-03-30 2026-03-31
                    FREQ=MONTHLY;BYMONTHDAY=25                      | 2026-11-26 | 2026-12-25 2027-01-25 2027-02-25 2027-03-25
                    FREQ=YEARLY                                     | 2024-02-29 | 2024-02-29 2025-02-28 2026-02-28 2027-02-28
                    FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR              | 2026-11-21 | 2026-11-30 2026-12-04 2026-12-14 2026-12-18
                    FREQ=MONTHLY;BYDAY=-1FR                         | 2026-11-21 | 2026-11-27 2026-12-25 2027-01-29 2027-02-26
                    FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13             | 2026-11-21 | 2027-08-13 2028-10-13 2029-04-13 2029-07-13
                    FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1   | 2026-11-21 | 2026-11-30 2026-12-31 2027-01-29 2027-02-26
                    FREQ=YEARLY;BYMONTHDAY=15                       | 2026-11-21 | 2026-12-15 2027-01-15 2027-02-15 2027-03-15
                    freq=daily;until=20261123                       | 2026-11-21 | 2026-11-21 2026-11-22 2026-11-23
                    FREQ=MONTHLY;BYMONTHDAY=1;COUNT=2               | 2026-11-21 | 2026-12-01 2027-01-01
                    """)
    void examples(String rule, LocalDate start, String days) {
        assertEquals(
                days, first(rule, start, 4).stream().map(LocalDate::toString).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "FREQ",
                "FREQ=",
                "FREQ=HOURLY",
                "RRULE:FREQ=DAILY",
                "INTERVAL=2",
                "FREQ=DAILY;",
                "FREQ=DAILY;FREQ=DAILY",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=1001",
                "FREQ=DAILY;INTERVAL=99999999999",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=10001",
                "FREQ=DAILY;COUNT=2;UNTIL=20270101",
                "FREQ=DAILY;UNTIL=20270230",
                "FREQ=DAILY;UNTIL=20270101T000000Z",
                "FREQ=DAILY;UNTIL=00000101",
                "FREQ=DAILY;UNTIL=20260101",
                "FREQ=DAILY;BYDAY=1MO",
                "FREQ=DAILY;BYDAY=XX",
                "FREQ=DAILY;BYDAY=",
                "FREQ=DAILY;BYHOUR=1",
                "FREQ=DAILY;WKST=MO",
                "FREQ=DAILY;BYSETPOS=1",
                "FREQ=WEEKLY;BYMONTHDAY=1",
                "FREQ=MONTHLY;BYMONTHDAY=32",
                "FREQ=MONTHLY;BYMONTHDAY=0",
                "FREQ=MONTHLY;BYDAY=6MO",
                "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
                "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3",
                "FREQ=MONTHLY;BYMONTH=13",
                "FREQ=YEARLY;BYDAY=54MO",
                "FREQ=YEARLY;BYDAY=1MO;BYMONTHDAY=1",
                "FREQ=YEARLY;BYWEEKNO=20",
                "FREQ=YEARLY;BYMONTH=4;BYDAY=MO;BYMONTHDAY=31",
                "FREQ=DAILY;INTERVAL=2;BYMONTH=4;BYMONTHDAY=31",
                "FREQ=DAILY;\u0000"
            })
    void whatIsNoRuleIsRefused(String rule) {
        assertTrue(Recurrence.fault("/recurrence", rule, DAY).isPresent(), rule);
    }

    @Test
    void aRefusalSaysWhichPart() {
        var thrown = assertThrows(InvalidRecurrenceException.class, () -> Recurrence.parse("FREQ=DAILY;BYHOUR=3"));
        assertEquals("BYHOUR=3", thrown.part());
    }

    @Test
    void aFirstDayThatIsNotHitIsNoOccurrence() {
        Recurrence fridays = Recurrence.of("FREQ=WEEKLY;BYDAY=FR");
        assertFalse(fridays.hits(DAY, DAY));
        assertTrue(fridays.hits(DAY, LocalDate.of(2026, 11, 27)));
        assertFalse(fridays.hits(DAY, LocalDate.of(2026, 11, 20)), "before the first day");
    }

    @Test
    void theLastBeforeADayIsFoundHoweverFarItIs() {
        Recurrence leap = Recurrence.of("FREQ=YEARLY;BYMONTH=2;BYDAY=5SU");
        assertEquals(
                Optional.of(LocalDate.of(2032, 2, 29)),
                leap.lastBefore(LocalDate.of(2000, 1, 1), LocalDate.of(2059, 1, 1)));
        assertEquals(Optional.empty(), leap.lastBefore(DAY, DAY.plusYears(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"freq=monthly;count=2", "Freq=Monthly;Until=20270101", "FREQ=MONTHLY;COUNT=2", "freq=monthly"})
    void aRuleWithoutItsEndGoesOnHoweverItIsWritten(String rule) {
        assertEquals(
                Recurrence.of("FREQ=MONTHLY").lastBefore(DAY, DAY.plusYears(9)),
                Recurrence.of(rule).unending().lastBefore(DAY, DAY.plusYears(9)));
    }

    @Property(tries = 2000)
    void rulesMeanWhatTheBookSays(@ForAll("rules") String rule, @ForAll @IntRange(max = 1100) int day) {
        LocalDate start = LocalDate.of(2024, 1, 1).plusDays(day);
        LocalDate end = start.plusYears(4);
        List<LocalDate> byTheBook = new RuleByTheBook(rule, start).until(end);
        List<LocalDate> found = new ArrayList<>();
        for (Iterator<LocalDate> days = Recurrence.of(rule).from(start); days.hasNext(); ) {
            LocalDate next = days.next();
            if (next.isAfter(end)) {
                break;
            }
            found.add(next);
        }
        assertEquals(byTheBook, found, () -> rule + " from " + start);
    }

    @Property(tries = 1000)
    void skippingAheadFindsTheSame(@ForAll("rules") String rule, @ForAll @IntRange(max = 1100) int day) {
        LocalDate start = LocalDate.of(2024, 1, 1).plusDays(day);
        LocalDate from = start.plusDays(day + 30L);
        List<LocalDate> all = new RuleByTheBook(rule, start).until(from.plusYears(3));
        List<LocalDate> later =
                all.stream().filter(found -> !found.isBefore(from)).limit(5).toList();
        Iterator<LocalDate> days = Recurrence.of(rule).from(start, from);
        for (LocalDate expected : later) {
            assertEquals(expected, days.next(), () -> rule + " from " + start);
        }
        assertEquals(
                all.stream().filter(found -> found.isBefore(from)).reduce((_, last) -> last),
                Recurrence.of(rule).lastBefore(start, from));
    }

    @Provide
    static Arbitrary<String> rules() {
        Arbitrary<String> frequency = Arbitraries.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
        Arbitrary<String> interval = Arbitraries.of("", "", ";INTERVAL=2", ";INTERVAL=3", ";INTERVAL=4");
        Arbitrary<String> months = list(Arbitraries.integers().between(1, 12), ";BYMONTH=");
        Arbitrary<String> monthDays = Arbitraries.oneOf(
                list(Arbitraries.integers().between(1, 31), ";BYMONTHDAY="),
                list(Arbitraries.integers().between(-31, -1), ";BYMONTHDAY="));
        Arbitrary<String> weekdays = list(Arbitraries.of("MO", "TU", "WE", "TH", "FR", "SA", "SU"), ";BYDAY=");
        Arbitrary<String> numbered = list(Arbitraries.of("1MO", "2TU", "3WE", "4TH", "-1FR", "-2SA", "1SU"), ";BYDAY=");
        Arbitrary<String> days = Arbitraries.oneOf(Arbitraries.just(""), weekdays, numbered);
        Arbitrary<String> position = Arbitraries.of("", "", "", ";BYSETPOS=-1", ";BYSETPOS=1", ";BYSETPOS=2");
        Arbitrary<String> count = Arbitraries.of("", "", ";COUNT=1", ";COUNT=5", ";COUNT=12");
        return Combinators.combine(
                        frequency,
                        interval,
                        months.optional(0.3),
                        monthDays.optional(0.4),
                        days.optional(0.5),
                        position,
                        count)
                .as((f, i, m, d, w, p, c) -> "FREQ=" + f + i + m.orElse("") + d.orElse("") + w.orElse("") + p + c)
                .filter(rule -> isRule(rule));
    }

    private static boolean isRule(String rule) {
        try {
            Recurrence.parse(rule);
            return true;
        } catch (InvalidRecurrenceException _) {
            return false;
        }
    }

    private static <T> Arbitrary<String> list(Arbitrary<T> values, String part) {
        return values.set()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(some -> part + sorted(some).stream().map(Object::toString).collect(Collectors.joining(",")));
    }

    private static <T> Set<T> sorted(Set<T> some) {
        return new TreeSet<>(some);
    }

    private static List<LocalDate> first(String rule, LocalDate start, int most) {
        List<LocalDate> found = new ArrayList<>();
        Iterator<LocalDate> days = Recurrence.of(rule).from(start);
        while (days.hasNext() && found.size() < most) {
            found.add(days.next());
        }
        return found;
    }
}
