package org.nestegg.schedule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The days on which something is expected.
 *
 * @param day one of them
 * @param monthDay the day of the month, if it goes by months: where a month lacks it, its last day
 */
record Beat(Rhythm rhythm, LocalDate day, int monthDay) {

    /** So many days from the one that is expected something may come, the likeliest first. */
    static final List<Integer> ASIDE = List.of(0, -1, 1, -2, 2);

    private static final int LONGEST_MONTH = 31;

    /** Those by which something may have come on a day. */
    static List<Beat> through(Rhythm rhythm, LocalDate came) {
        List<Beat> beats = new ArrayList<>();
        for (int aside : ASIDE) {
            LocalDate day = came.plusDays(aside);
            // The last of a short month may be what it has of a day that longer ones have.
            int most = rhythm.isByMonth() && day.getDayOfMonth() == day.lengthOfMonth()
                    ? LONGEST_MONTH
                    : day.getDayOfMonth();
            for (int monthDay = day.getDayOfMonth(); monthDay <= most; monthDay++) {
                beats.add(new Beat(rhythm, day, monthDay));
            }
        }
        return beats;
    }

    /** The day so many times later, or earlier. */
    LocalDate at(int times) {
        if (!rhythm.isByMonth()) {
            return day.plusWeeks((long) times * rhythm.weeks);
        }
        YearMonth month = YearMonth.from(day).plusMonths((long) times * rhythm.months);
        return month.atDay(Math.min(monthDay, month.lengthOfMonth()));
    }

    /** The first of the next ones that is not before a day. */
    LocalDate next(LocalDate from) {
        int times = 1;
        while (at(times).isBefore(from)) {
            times++;
        }
        return at(times);
    }

    /** The rule that hits these days, counted from one of them (RFC 5545). */
    String recurrence() {
        if (!rhythm.isByMonth()) {
            return rhythm.rule;
        }
        String month = rhythm == Rhythm.YEARLY ? ";BYMONTH=" + day.getMonthValue() : "";
        return rhythm.rule + month + ";BYMONTHDAY=" + monthDay;
    }
}
