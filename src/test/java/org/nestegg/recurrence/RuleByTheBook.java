package org.nestegg.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What a recurrence rule means, by looking at every day of every period (RFC 5545, section 3.3.10; RFC 7529): slow and plain. */
final class RuleByTheBook {

    private final Map<String, String> parts = new HashMap<>();
    private final LocalDate start;
    private final List<Integer> months;
    private final List<Integer> monthDays;
    private final List<String> weekdays;
    private final List<Integer> positions;

    RuleByTheBook(String rule, LocalDate start) {
        for (String part : rule.split(";")) {
            parts.put(part.split("=")[0], part.split("=")[1]);
        }
        this.start = start;
        positions = numbers("BYSETPOS");
        List<String> days =
                parts.containsKey("BYDAY") ? Arrays.asList(parts.get("BYDAY").split(",")) : List.of();
        boolean saysDay = !days.isEmpty() || parts.containsKey("BYMONTHDAY");
        boolean ofMonth = comes("MONTHLY") || comes("YEARLY");
        weekdays = !saysDay && comes("WEEKLY") ? List.of(code(start.getDayOfWeek())) : days;
        monthDays = !saysDay && ofMonth ? List.of(start.getDayOfMonth()) : numbers("BYMONTHDAY");
        months = !saysDay && comes("YEARLY") && !parts.containsKey("BYMONTH")
                ? List.of(start.getMonthValue())
                : numbers("BYMONTH");
    }

    List<LocalDate> until(LocalDate end) {
        List<LocalDate> found = new ArrayList<>();
        int interval = Integer.parseInt(parts.getOrDefault("INTERVAL", "1"));
        int count = Integer.parseInt(parts.getOrDefault("COUNT", "1000000"));
        UnaryOperator<LocalDate> next = next();
        LocalDate period = beginning();
        while (!period.isAfter(end)) {
            for (LocalDate day : chosen(period, next.apply(period))) {
                if (!day.isBefore(start) && !day.isAfter(end) && found.size() < count) {
                    found.add(day);
                }
            }
            for (int i = 0; i < interval; i++) {
                period = next.apply(period);
            }
        }
        return found;
    }

    private LocalDate beginning() {
        return switch (parts.get("FREQ")) {
            case "DAILY" -> start;
            case "WEEKLY" -> start.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "MONTHLY" -> start.withDayOfMonth(1);
            default -> start.withDayOfYear(1);
        };
    }

    private UnaryOperator<LocalDate> next() {
        return switch (parts.get("FREQ")) {
            case "DAILY" -> day -> day.plusDays(1);
            case "WEEKLY" -> day -> day.plusWeeks(1);
            case "MONTHLY" -> day -> day.plusMonths(1);
            default -> day -> day.plusYears(1);
        };
    }

    private List<LocalDate> chosen(LocalDate from, LocalDate to) {
        List<LocalDate> all = from.datesUntil(to).filter(this::fits).toList();
        if (positions.isEmpty()) {
            return all;
        }
        TreeSet<LocalDate> some = new TreeSet<>();
        for (int position : positions) {
            int index = position > 0 ? position - 1 : all.size() + position;
            if (index >= 0 && index < all.size()) {
                some.add(all.get(index));
            }
        }
        return List.copyOf(some);
    }

    private boolean fits(LocalDate day) {
        return (months.isEmpty() || months.contains(day.getMonthValue()))
                && (monthDays.isEmpty() || monthDays.stream().anyMatch(number -> isDayOfMonth(day, number)))
                && (weekdays.isEmpty() || weekdays.stream().anyMatch(weekday -> isWeekday(day, weekday)));
    }

    private boolean isDayOfMonth(LocalDate day, int number) {
        boolean lastForLacking = !parts.containsKey("BYDAY") && !comes("DAILY");
        int length = day.lengthOfMonth();
        int meant = number < 0 ? length + 1 + number : lastForLacking ? Math.min(number, length) : number;
        return meant == day.getDayOfMonth();
    }

    private boolean isWeekday(LocalDate day, String weekday) {
        String number = weekday.substring(0, weekday.length() - 2);
        if (!weekday.endsWith(code(day.getDayOfWeek())) || number.isEmpty()) {
            return weekday.endsWith(code(day.getDayOfWeek()));
        }
        boolean ofMonth = comes("MONTHLY") || parts.containsKey("BYMONTH");
        LocalDate first = ofMonth ? day.withDayOfMonth(1) : day.withDayOfYear(1);
        LocalDate end = ofMonth ? first.plusMonths(1) : first.plusYears(1);
        long fromStart = ChronoUnit.DAYS.between(first, day) / 7 + 1;
        long fromEnd = -(ChronoUnit.DAYS.between(day, end) - 1) / 7 - 1;
        int wanted = Integer.parseInt(number);
        return wanted == (wanted > 0 ? fromStart : fromEnd);
    }

    private List<Integer> numbers(String part) {
        return parts.containsKey(part)
                ? Arrays.stream(parts.get(part).split(","))
                        .map(Integer::valueOf)
                        .toList()
                : List.of();
    }

    private boolean comes(String frequency) {
        return frequency.equals(parts.get("FREQ"));
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
