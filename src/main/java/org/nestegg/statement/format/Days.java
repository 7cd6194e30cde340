package org.nestegg.statement.format;

import java.time.LocalDate;
import java.time.YearMonth;

/** Reads days. */
public final class Days {

    private static final int LAST_TWO_DIGIT_YEAR_OF_THIS_CENTURY = 79;

    private Days() {}

    /**
     * A day of numbers for year, month and day. A day that its month does not have, up to the 31st, is the month's last.
     *
     * @param year with four digits; of two, up to 79 are this century's
     * @param reading told with {@code day-corrected} where the day is another than what is written
     * @param line where it stands
     * @param text as the file has it
     * @throws UnreadableException with {@code unreadable-date}
     */
    public static LocalDate of(int year, int month, int day, Reading reading, int line, String text)
            throws UnreadableException {
        if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
            throw new UnreadableException(RowError.UNREADABLE_DATE, text);
        }
        YearMonth of = YearMonth.of(full(year), month);
        if (day > of.lengthOfMonth()) {
            LocalDate last = of.atEndOfMonth();
            reading.warn(WarningCode.DAY_CORRECTED, line, text, last.toString());
            return last;
        }
        return of.atDay(day);
    }

    /** A year of two digits in its century; others as they are. */
    public static int full(int year) {
        if (year >= 100) {
            return year;
        }
        return year <= LAST_TWO_DIGIT_YEAR_OF_THIS_CENTURY ? 2000 + year : 1900 + year;
    }
}
