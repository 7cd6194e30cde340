package org.nestegg.statement.format.csv;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestegg.statement.format.DateOrder;
import org.nestegg.statement.format.Days;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.RowError;
import org.nestegg.statement.format.UnreadableException;

/**
 * A day as a cell has it: three numbers, of which it is not said yet which is what.
 *
 * @param written the order that shows without any other day: a year of four digits first, or a month's name; else null
 * @param orders those in which it is a day
 */
record CsvDate(int first, int second, int third, boolean longYearLast, DateOrder written, Set<DateOrder> orders) {

    private static final int MAX_LENGTH = 60;

    private static final String TIME = "(?:[T, \\u00A0-]+[0-9]{1,2}[:.hH][0-9]{2}.*|T[0-9]{4,6}.*)?";

    private static final Pattern NUMBERS = Pattern.compile("(?<first>[0-9]{4}|[0-9]{1,2})(?<mark>\\. ?|[/ -])"
            + "(?<second>[0-9]{1,2})\\k<mark>(?<third>[0-9]{4}|[0-9]{1,2})\\.?" + TIME);

    private static final Pattern COMPACT = Pattern.compile("(?<digits>[0-9]{8})(?:[0-9]{6})?" + TIME);

    private static final String NAME = "(?<name>\\p{L}{3,10})\\.?";
    private static final String DAY = "(?<day>[0-9]{1,2})";

    /** Such as {@code 2 Apr 2026}, {@code 02-avr.-26}, {@code 2 de abril de 2026}, {@code Do., 2. April 2026}. */
    private static final Pattern NAME_SECOND = Pattern.compile("(?:\\p{L}{2,10}[.,]{0,2} )?" + DAY
            + "(?:\\.|st|nd|rd|th)?[ ./-]?(?:de )?" + NAME + "[ ./,-]*(?:de )?(?<year>[0-9]{4}|[0-9]{2})" + TIME);

    /** Such as {@code Apr 2, 2026}. */
    private static final Pattern NAME_FIRST = Pattern.compile(
            "(?:\\p{L}{2,10}[.,]{1,2} )?" + NAME + "[ -]" + DAY + "(?:st|nd|rd|th)?[, -]{1,2}(?<year>[0-9]{4})" + TIME);

    /** Such as {@code 2026-Apr-02}. */
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<year>[0-9]{4})[ ./-]" + NAME + "[ ./-]" + DAY + TIME);

    private static final Map<String, Integer> MONTHS = months(
            "jan january januar janner janv janvier enero ene janeiro gennaio gen januari",
            "feb february februar fevr fev fevrier febrero fevereiro febbraio februari",
            "mar march marz maerz mrz mars marzo marco maart mrt",
            "apr april avr avril abr abril aprile",
            "may mai mayo maio maggio mag mei",
            "jun june juni juin junio junho giugno giu",
            "jul july juli juil juillet julio julho luglio lug",
            "aug august aout agosto ago augustus",
            "sep sept september septembre septiembre setiembre set setembro settembre",
            "oct october okt oktober octobre octubre out outubro ottobre ott",
            "nov november novembre noviembre novembro",
            "dec december dez dezember decembre dic diciembre dezembro dicembre");

    private static Map<String, Integer> months(String... names) {
        Map<String, Integer> months = new HashMap<>();
        for (int month = 1; month <= names.length; month++) {
            for (String name : names[month - 1].split(" ")) {
                months.put(name, month);
            }
        }
        return Map.copyOf(months);
    }

    /** The day that a cell has; nothing if it is none. */
    static Optional<CsvDate> of(String cell) {
        CsvDate date = read(cell);
        return date == null || date.orders.isEmpty() ? Optional.empty() : Optional.of(date);
    }

    private static CsvDate read(String cell) {
        if (cell.length() < 6 || cell.length() > MAX_LENGTH) {
            return null;
        }
        Matcher numbers = NUMBERS.matcher(cell);
        if (numbers.matches()) {
            return ofNumbers(numbers);
        }
        Matcher compact = COMPACT.matcher(cell);
        if (compact.matches()) {
            return ofDigits(compact.group("digits"));
        }
        Matcher named = NAME_SECOND.matcher(cell);
        if (named.matches()) {
            return ofName(named, DateOrder.DMY);
        }
        named = NAME_FIRST.matcher(cell);
        if (named.matches()) {
            return ofName(named, DateOrder.MDY);
        }
        named = YEAR_FIRST.matcher(cell);
        return named.matches() ? ofName(named, DateOrder.YMD) : null;
    }

    private static CsvDate ofNumbers(Matcher numbers) {
        int first = Integer.parseInt(numbers.group("first"));
        int second = Integer.parseInt(numbers.group("second"));
        int third = Integer.parseInt(numbers.group("third"));
        boolean longFirst = numbers.group("first").length() == 4;
        int last = numbers.group("third").length();
        if (longFirst) {
            boolean day = last < 4 && isDay(second, third);
            return new CsvDate(first, second, third, false, DateOrder.YMD, day ? EnumSet.of(DateOrder.YMD) : Set.of());
        }
        Set<DateOrder> orders = EnumSet.noneOf(DateOrder.class);
        boolean dots = numbers.group("mark").startsWith(".");
        if (last != 1 && isDay(second, first)) {
            orders.add(DateOrder.DMY);
        }
        // nobody writes 04.02.2026 for the second of April
        if (last != 1 && isDay(first, second) && !(dots && orders.contains(DateOrder.DMY))) {
            orders.add(DateOrder.MDY);
        }
        boolean shortYearFirst = numbers.group("first").length() == 2 && last < 4;
        if (shortYearFirst && isDay(second, third) && !(dots && orders.contains(DateOrder.DMY))) {
            orders.add(DateOrder.YMD);
        }
        return new CsvDate(first, second, third, last == 4, null, orders);
    }

    /** Without marks, only a year of a time in which there are bank statements can be one. */
    private static CsvDate ofDigits(String digits) {
        int start = Integer.parseInt(digits.substring(0, 4));
        int end = Integer.parseInt(digits.substring(4));
        if (isYear(start) && isDay(end / 100, end % 100)) {
            boolean other = isYear(end) && (isDay(start / 100, start % 100) || isDay(start % 100, start / 100));
            if (!other) {
                return new CsvDate(start, end / 100, end % 100, false, DateOrder.YMD, EnumSet.of(DateOrder.YMD));
            }
        }
        Set<DateOrder> orders = EnumSet.noneOf(DateOrder.class);
        if (isYear(end) && isDay(start % 100, start / 100)) {
            orders.add(DateOrder.DMY);
        }
        if (isYear(end) && isDay(start / 100, start % 100)) {
            orders.add(DateOrder.MDY);
        }
        return new CsvDate(start / 100, start % 100, end, true, null, orders);
    }

    private static CsvDate ofName(Matcher named, DateOrder written) {
        Integer month = MONTHS.get(plain(named.group("name")));
        int day = Integer.parseInt(named.group("day"));
        int year = Integer.parseInt(named.group("year"));
        if (month == null || !isDay(month, day)) {
            return null;
        }
        Set<DateOrder> orders = EnumSet.of(written);
        return switch (written) {
            case DMY -> new CsvDate(day, month, year, false, written, orders);
            case MDY -> new CsvDate(month, day, year, false, written, orders);
            case YMD -> new CsvDate(year, month, day, false, written, orders);
        };
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isDay(int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    private static boolean isYear(int year) {
        return year >= 1900 && year < 2100;
    }

    /** Whether two orders make the same day of it. */
    boolean isSame(DateOrder one, DateOrder other) {
        return written != null || (year(one) == year(other) && month(one) == month(other) && day(one) == day(other));
    }

    /**
     * The day, by the order of the file where it does not show itself.
     *
     * @param text as the file has it
     * @throws UnreadableException with {@code unreadable-date}
     */
    LocalDate in(DateOrder order, Reading reading, int line, String text) throws UnreadableException {
        DateOrder by = written == null ? order : written;
        if (by == DateOrder.YMD && longYearLast) {
            throw new UnreadableException(RowError.UNREADABLE_DATE, text);
        }
        return Days.of(year(by), month(by), day(by), reading, line, text);
    }

    private int year(DateOrder order) {
        return order == DateOrder.YMD ? first : third;
    }

    private int month(DateOrder order) {
        return order == DateOrder.MDY ? first : second;
    }

    private int day(DateOrder order) {
        return switch (order) {
            case DMY -> first;
            case MDY -> second;
            case YMD -> third;
        };
    }
}
