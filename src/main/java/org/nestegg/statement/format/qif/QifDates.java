package org.nestegg.statement.format.qif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nestegg.statement.format.DateOrder;
import org.nestegg.statement.format.Days;
import org.nestegg.statement.format.QuestionCode;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.RowError;
import org.nestegg.statement.format.UnreadableException;

/**
 * In which order a file writes days, told once by all of them together. Only a year of four digits can be first without anybody
 * saying so; such a day is as it is, whatever the others are.
 *
 * @param order what days are read by
 * @param found the same if it is certain, else null
 */
record QifDates(DateOrder order, DateOrder found) {

    private static final Pattern DAY = Pattern.compile(
            "(\\d{1,4})\\s*+[/.-]\\s*+(\\d{1,2})\\s*+[/.'\\u2019-]\\s*+(\\d{1,4})(?:\\s.*+)?", Pattern.DOTALL);

    private static final List<DateOrder> YEAR_LAST = List.of(DateOrder.DMY, DateOrder.MDY);

    /** Three numbers as they are written. */
    private record Numbers(int first, int second, int third, boolean yearFirst) {

        static Numbers of(String text) {
            Matcher day = text == null ? null : DAY.matcher(text.strip());
            if (day == null || !day.matches()) {
                return null;
            }
            return new Numbers(
                    Integer.parseInt(day.group(1)),
                    Integer.parseInt(day.group(2)),
                    Integer.parseInt(day.group(3)),
                    day.group(1).length() == 4);
        }

        boolean fits(DateOrder order) {
            int month = order == DateOrder.MDY ? first : second;
            int day = switch (order) {
                case DMY -> first;
                case MDY -> second;
                case YMD -> third;
            };
            return month >= 1 && month <= 12 && day >= 1 && day <= 31;
        }
    }

    /** Finds out, or else asks; until there is an answer, days are read by the first of what is possible. */
    static QifDates of(List<QifRecord> records, DateOrder answered, Reading reading) {
        if (answered != null) {
            return new QifDates(answered, answered);
        }
        List<Numbers> all = new ArrayList<>(records.stream()
                .map(record -> Numbers.of(record.date()))
                .filter(Objects::nonNull)
                .toList());
        boolean some = all.removeIf(Numbers::yearFirst);
        if (all.isEmpty()) {
            return some ? new QifDates(DateOrder.YMD, DateOrder.YMD) : new QifDates(DateOrder.DMY, null);
        }
        List<DateOrder> possible =
                YEAR_LAST.stream().filter(order -> fits(all, order)).toList();
        if (possible.isEmpty() && fits(all, DateOrder.YMD)) {
            possible = List.of(DateOrder.YMD);
        }
        if (possible.size() == 1) {
            return new QifDates(possible.getFirst(), possible.getFirst());
        }
        if (possible.isEmpty() || all.stream().anyMatch(day -> day.first() != day.second())) {
            reading.ask(
                    QuestionCode.DATE_FORMAT,
                    YEAR_LAST.stream().map(DateOrder::code).toList());
        }
        return new QifDates(DateOrder.DMY, null);
    }

    private static boolean fits(List<Numbers> days, DateOrder order) {
        return days.stream().allMatch(day -> day.fits(order));
    }

    /** @throws UnreadableException if there is no day, or none that is one in this order */
    LocalDate day(String text, Reading reading, int line) throws UnreadableException {
        if (text == null) {
            throw new UnreadableException(RowError.MISSING_DATE);
        }
        Numbers day = Numbers.of(text);
        if (day == null) {
            throw new UnreadableException(RowError.UNREADABLE_DATE, text);
        }
        return switch (day.yearFirst() ? DateOrder.YMD : order) {
            case DMY -> Days.of(day.third(), day.second(), day.first(), reading, line, text);
            case MDY -> Days.of(day.third(), day.first(), day.second(), reading, line, text);
            case YMD -> Days.of(day.first(), day.second(), day.third(), reading, line, text);
        };
    }
}
