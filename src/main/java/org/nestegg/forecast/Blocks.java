package org.nestegg.forecast;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;

/**
 * What futures are put together from: whole thirds of past months (to the 10th, to the 20th, to the end) and whole weeks, a week
 * beginning with the weekday of tomorrow. Each is farther from the mean of its like than it was, the shorter the history the more:
 * a few months show less than there is. Amounts are in the history's units.
 */
final class Blocks {

    /** In a month. */
    static final int THIRDS = 3;

    private static final int THIRD = 10;
    private static final int WEEK = 7;
    private static final double WEEKS_IN_MONTH = 30.4 / WEEK;

    /** How much farther from the mean, in thousandths; for each month that is missing to twelve, there is a part more. */
    private static final long WIDER = 1100;

    private static final long WIDER_WHEN_SHORT = 170;

    /** Of which month {@code thirds[..][0]} is. */
    private final YearMonth first;

    private final long[][][] thirds;
    private final long[][] weeks;
    private final long width;

    Blocks(PastDays history) {
        first = YearMonth.from(history.first());
        width = WIDER + WIDER_WHEN_SHORT * (PastDays.MAX_MONTHS - history.months()) / Math.max(1, history.months());
        long[] days = history.days();
        thirds = thirds(days, history.first(), history.today());
        weeks = new long[days.length / WEEK][];
        long mean = days.length == 0 ? 0 : Arrays.stream(days).sum() / days.length;
        for (int i = 0; i < weeks.length; i++) {
            int end = days.length - WEEK * i;
            weeks[i] = Arrays.stream(days, end - WEEK, end)
                    .map(day -> widened(day, mean))
                    .toArray();
        }
    }

    /** Which third of its month a day is in, from 0. */
    static int third(LocalDate day) {
        return Math.min(THIRDS - 1, (day.getDayOfMonth() - 1) / THIRD);
    }

    /** Whether a third begins with a day. */
    static boolean begins(LocalDate day) {
        return (day.getDayOfMonth() - 1) % THIRD == 0 && day.getDayOfMonth() <= THIRDS * THIRD - THIRD + 1;
    }

    boolean isEmpty() {
        return weeks.length == 0;
    }

    /** How many months there are, those included that are not whole. */
    int months() {
        return thirds[0].length;
    }

    /** Whether a month has the same name as that of a day. */
    boolean isSameSeason(int month, LocalDate day) {
        return first.plusMonths(month).getMonth() == day.getMonth();
    }

    /** By place in the third; null where the third is not wholly in the history. */
    long[] third(int third, int month) {
        return thirds[third][month];
    }

    long[] week(int week) {
        return weeks[week];
    }

    int weeks() {
        return weeks.length;
    }

    /**
     * The share of futures to be made of weeks, from 0 to 1. What comes with the month makes weeks differ from one another; what comes
     * with the week makes thirds differ, which have one Saturday or two. So whichever differs less is taken more, by the square of the
     * variance of a month that is put together from it.
     */
    double shareOfWeeks() {
        double byThirds = variance(thirds[0]) + variance(thirds[1]) + variance(thirds[2]);
        double byWeeks = variance(weeks) * WEEKS_IN_MONTH;
        double both = byThirds * byThirds + byWeeks * byWeeks;
        return both == 0 ? 0 : byThirds * byThirds / both;
    }

    private static double variance(long[][] blocks) {
        long[] sums = Arrays.stream(blocks)
                .filter(Objects::nonNull)
                .mapToLong(block -> Arrays.stream(block).sum())
                .toArray();
        return new Sample(sums).variance();
    }

    /** What a block has for a day. The last day of a month has what the block has for its last, whatever their lengths. */
    static long at(long[] third, LocalDate day) {
        int place = day.getDayOfMonth() - 1 - THIRD * third(day);
        if (day.getDayOfMonth() < day.lengthOfMonth()) {
            return third[place];
        }
        long sum = 0;
        for (int i = place; i < third.length; i++) {
            sum += third[i];
        }
        return sum;
    }

    private long[][][] thirds(long[] days, LocalDate from, LocalDate today) {
        int months = days.length == 0 ? 0 : (int) ChronoUnit.MONTHS.between(first, YearMonth.from(today)) + 1;
        long[][][] found = new long[THIRDS][months][];
        for (int third = 0; third < THIRDS; third++) {
            for (int month = 0; month < months; month++) {
                LocalDate begin = first.plusMonths(month).atDay(1 + THIRD * third);
                LocalDate end = third < THIRDS - 1
                        ? begin.plusDays(THIRD - 1L)
                        : first.plusMonths(month).atEndOfMonth();
                if (!begin.isBefore(from) && !end.isAfter(today)) {
                    int index = (int) ChronoUnit.DAYS.between(from, begin);
                    int length = end.getDayOfMonth() - begin.getDayOfMonth() + 1;
                    // One more than ten, for the 31st: the place of every month's last day.
                    long[] block = Arrays.copyOf(Arrays.copyOfRange(days, index, index + length), THIRD + 1);
                    if (third == THIRDS - 1 && length <= THIRD) {
                        block[THIRD] = block[length - 1];
                        block[length - 1] = 0;
                    }
                    found[third][month] = block;
                }
            }
            widen(found[third]);
        }
        return found;
    }

    private void widen(long[][] blocks) {
        long[][] whole = Arrays.stream(blocks).filter(Objects::nonNull).toArray(long[][]::new);
        for (int place = 0; place <= THIRD; place++) {
            long sum = 0;
            for (long[] block : whole) {
                sum += block[place];
            }
            for (long[] block : whole) {
                block[place] = widened(block[place], sum / whole.length);
            }
        }
    }

    private long widened(long amount, long mean) {
        return mean + (amount - mean) * width / 1000;
    }
}
