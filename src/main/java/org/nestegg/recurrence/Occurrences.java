package org.nestegg.recurrence;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The days on which a rule occurs. */
final class Occurrences implements Iterator<LocalDate> {

    private static final int LAST_YEAR = 9999;

    /** Null where the library finds none at all. */
    private final RecurrenceRuleIterator days;

    private final LocalDate start;
    private final LocalDate from;
    private int left;
    private LocalDate next;

    Occurrences(RecurrenceRule rule, RuleParts parts, LocalDate start, LocalDate from) {
        this.start = start;
        this.from = from;
        left = parts.count();
        days = begin(rule, parts, parts.origin(start), from);
        next = find();
    }

    private static RecurrenceRuleIterator begin(
            RecurrenceRule rule, RuleParts parts, LocalDate origin, LocalDate from) {
        try {
            RecurrenceRuleIterator days = rule.iterator(allDay(origin));
            if (!parts.isCounted() && from.isAfter(origin)) {
                days.fastForward(allDay(from));
            }
            return days;
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException _) {
            return null; // it has looked for long
        }
    }

    private static DateTime allDay(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public LocalDate next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        LocalDate found = next;
        next = find();
        return found;
    }

    private LocalDate find() {
        try {
            while (days != null && left > 0 && days.hasNext()) {
                DateTime day = days.nextDateTime();
                if (day.getYear() > LAST_YEAR) {
                    return null;
                }
                LocalDate found = LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
                if (!found.isBefore(start)) {
                    left--;
                    if (!found.isBefore(from)) {
                        return found;
                    }
                }
            }
            return null;
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException _) {
            return null; // nor does it find another
        }
    }
}
