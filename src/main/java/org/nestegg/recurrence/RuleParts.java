package org.nestegg.recurrence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The parts of a recurrence rule, each checked, so that whoever writes a wrong one is told which. */
record RuleParts(Map<Name, String> values) {

    private static final int MAX_INTERVAL = 1000;
    private static final int MAX_COUNT = 10_000;
    private static final int MAX_SET_POSITION = 366;

    private static final Pattern WEEKDAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,5}");

    /** The parts that are followed. */
    enum Name {
        FREQ,
        INTERVAL,
        COUNT,
        UNTIL,
        BYMONTH,
        BYMONTHDAY,
        BYDAY,
        BYSETPOS;

        static Optional<Name> of(String text) {
            return Arrays.stream(values())
                    .filter(name -> name.name().equals(text))
                    .findAny();
        }
    }

    static RuleParts parse(String text) throws InvalidRecurrenceException {
        Map<Name, String> values = new EnumMap<>(Name.class);
        for (String part : text.toUpperCase(Locale.ROOT).split(";", -1)) {
            int equals = part.indexOf('=');
            Name name = Name.of(part.substring(0, Math.max(0, equals)))
                    .orElseThrow(() -> new InvalidRecurrenceException(part.isEmpty() ? text : part));
            if (values.put(name, part.substring(equals + 1)) != null) {
                throw new InvalidRecurrenceException(part);
            }
        }
        RuleParts parts = new RuleParts(values);
        if (!parts.has(Name.FREQ)) {
            throw new InvalidRecurrenceException(text);
        }
        for (Name name : values.keySet()) {
            if (!parts.isGood(name)) {
                throw new InvalidRecurrenceException(name + "=" + values.get(name));
            }
        }
        return parts;
    }

    private boolean isGood(Name name) {
        String value = values.get(name);
        return switch (name) {
            case FREQ -> List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY").contains(value);
            case INTERVAL -> isNumber(value, 1, MAX_INTERVAL);
            case COUNT -> isNumber(value, 1, MAX_COUNT) && !has(Name.UNTIL);
            case UNTIL -> isDay(value);
            case BYMONTH -> all(value, month -> isNumber(month, 1, 12));
            case BYMONTHDAY -> !comes("WEEKLY") && all(value, day -> isSigned(day, 31));
            case BYDAY -> all(value, this::isWeekday);
            case BYSETPOS ->
                all(value, position -> isSigned(position, MAX_SET_POSITION))
                        && (has(Name.BYMONTH) || has(Name.BYMONTHDAY) || has(Name.BYDAY));
        };
    }

    /** The second Monday of a month, or of a year. */
    private boolean isWeekday(String text) {
        Matcher weekday = WEEKDAY.matcher(text);
        if (!weekday.matches() || weekday.group(1) == null) {
            return weekday.matches();
        }
        boolean ofYear = comes("YEARLY") && !has(Name.BYMONTH);
        return (comes("MONTHLY") || comes("YEARLY") && !(ofYear && has(Name.BYMONTHDAY)))
                && isSigned(weekday.group(1), ofYear ? 53 : 5);
    }

    private static boolean all(String list, Predicate<String> good) {
        return Arrays.stream(list.split(",", -1)).allMatch(good);
    }

    private static boolean isSigned(String text, int most) {
        return isNumber(text, 1, most) || isNumber(text, -most, -1);
    }

    private static boolean isNumber(String text, int least, int most) {
        return NUMBER.matcher(text).matches() && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).getYear() > 0 && text.length() == 8;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private boolean has(Name name) {
        return values.containsKey(name);
    }

    private boolean comes(String frequency) {
        return frequency.equals(values.get(Name.FREQ));
    }

    boolean isCounted() {
        return has(Name.COUNT);
    }

    int count() {
        return isCounted() ? Integer.parseInt(values.get(Name.COUNT)) : Integer.MAX_VALUE;
    }

    /** The positions of a set count over the whole of a year, also of the one that it starts in. */
    private boolean countsWholeYears() {
        return comes("YEARLY") && has(Name.BYSETPOS);
    }

    /** Where the library begins; where no day is asked for, that is the day of the month on which it starts. */
    LocalDate origin(LocalDate start) {
        if (!countsWholeYears()) {
            return start;
        }
        return has(Name.BYDAY) || has(Name.BYMONTHDAY) ? start.withDayOfYear(1) : start.withMonth(1);
    }

    /** The same without an end. */
    RuleParts unending() {
        Map<Name, String> all = new EnumMap<>(values);
        all.remove(Name.COUNT);
        all.remove(Name.UNTIL);
        return new RuleParts(all);
    }

    /** As a rule is written. */
    String text() {
        return values.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
    }

    /**
     * The rule for the library: without a count, which is kept here; with the months that it leaves out where days of any month of
     * a year are asked for; and with what to do about days that a month lacks, which it knows of days of months only.
     */
    String expanded() {
        Map<Name, String> all = new EnumMap<>(values);
        all.remove(Name.COUNT);
        if (comes("YEARLY") && has(Name.BYMONTHDAY)) {
            all.putIfAbsent(
                    Name.BYMONTH,
                    IntStream.rangeClosed(1, 12).mapToObj(Integer::toString).collect(Collectors.joining(",")));
        }
        String rule = new RuleParts(all).text();
        boolean lacking = (comes("MONTHLY") || comes("YEARLY")) && !has(Name.BYDAY);
        return lacking ? rule + ";RSCALE=GREGORIAN;SKIP=BACKWARD" : rule;
    }
}
