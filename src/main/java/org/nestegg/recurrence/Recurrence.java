package org.nestegg.recurrence;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.nestegg.platform.problem.FieldError;

/**
 * A rule by which days come again (RFC 5545, section 3.3.10), without times: {@code FREQ=MONTHLY;BYMONTHDAY=25}. What a month lacks
 * is that month's last day (RFC 7529, {@code SKIP=BACKWARD}), except beside {@code BYDAY}, and with {@code FREQ=DAILY}, where
 * {@code BYMONTHDAY} says which of the days that there are count: such a rule hits nothing in a month that lacks the day. A first day that
 * the rule does not hit is no occurrence.
 */
public final class Recurrence {

    /** The longest rule, in characters. */
    public static final int MAX_LENGTH = 200;

    private final String text;
    private final RuleParts parts;
    private final RecurrenceRule rule;

    private Recurrence(String text, RuleParts parts) throws InvalidRecurrenceException {
        this.text = text;
        this.parts = parts;
        try {
            rule = new RecurrenceRule(parts.expanded(), RecurrenceRule.RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw new InvalidRecurrenceException(text, e);
        }
    }

    /**
     * The rule that a text writes.
     *
     * @throws InvalidRecurrenceException naming the part that is not understood
     */
    public static Recurrence parse(String text) throws InvalidRecurrenceException {
        return new Recurrence(text, RuleParts.parse(text));
    }

    /** The rule of a text that was found good before. */
    public static Recurrence of(String text) {
        try {
            return parse(text);
        } catch (InvalidRecurrenceException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * What keeps a text from being a rule that occurs from a day on, if anything.
     *
     * @param pointer where the caller gives it
     */
    public static Optional<FieldError> fault(String pointer, String text, LocalDate start) {
        try {
            Recurrence recurrence = parse(text);
            return recurrence.from(start).hasNext() ? Optional.empty() : Optional.of(fault(pointer, text));
        } catch (InvalidRecurrenceException e) {
            return Optional.of(fault(pointer, e.part()));
        }
    }

    private static FieldError fault(String pointer, String part) {
        return FieldError.at(pointer, RecurrenceFieldError.INVALID_RECURRENCE, part);
    }

    /** The days on which it occurs, in their order, counted from a first day on. There may be no end of them. */
    public Iterator<LocalDate> from(LocalDate start) {
        return from(start, start);
    }

    /**
     * Those that are not before a day.
     *
     * @param start the day from which it is counted
     */
    public Iterator<LocalDate> from(LocalDate start, LocalDate day) {
        return new Occurrences(rule, parts, start, day.isBefore(start) ? start : day);
    }

    /** The last day before another on which it occurs, if there is one. */
    public Optional<LocalDate> lastBefore(LocalDate start, LocalDate day) {
        // Further back by and by: most rules occur often.
        for (long back = 40; ; back *= 8) {
            LocalDate begin = start.isBefore(day.minusDays(back)) ? day.minusDays(back) : start;
            LocalDate last = null;
            for (Iterator<LocalDate> days = from(start, begin); days.hasNext(); ) {
                LocalDate next = days.next();
                if (!next.isBefore(day)) {
                    break;
                }
                last = next;
            }
            if (last != null || begin.equals(start)) {
                return Optional.ofNullable(last);
            }
        }
    }

    /** Whether it occurs on a day. */
    public boolean hits(LocalDate start, LocalDate day) {
        Iterator<LocalDate> days = from(start, day);
        return !day.isBefore(start) && days.hasNext() && days.next().equals(day);
    }

    /** The same rule without an end: without COUNT and UNTIL. */
    public Recurrence unending() {
        return of(parts.unending().text());
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recurrence recurrence && text.equals(recurrence.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
