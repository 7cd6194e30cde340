package org.nestegg.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.nestegg.recurrence.Recurrence;

/**
 * The periods of a budget: each from an occurrence of a rule to the day before the next. There are none before the first
 * occurrence. The last one of a rule that ends is as long as if it went on: COUNT and UNTIL say which periods there are, not how
 * long they are.
 *
 * @param start the day from which the rule is counted
 */
record Periods(Recurrence recurrence, LocalDate start) {

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** The one that a day lies in, if there is one. */
    Optional<Period> at(LocalDate day) {
        return overlapping(day, day, 1).stream().findFirst();
    }

    /** Those that have a day of some days, both included: the first so many. */
    List<Period> overlapping(LocalDate from, LocalDate to, int most) {
        Recurrence unending = recurrence.unending();
        LocalDate near = unending.lastBefore(start, from.plusDays(1)).orElse(start);
        List<Period> periods = new ArrayList<>();
        Iterator<LocalDate> begins = recurrence.from(start, near);
        Iterator<LocalDate> next = null;
        while (begins.hasNext() && periods.size() < most) {
            LocalDate begin = begins.next();
            if (begin.isAfter(to)) {
                break;
            }
            next = next == null ? unending.from(start, begin.plusDays(1)) : next;
            periods.add(new Period(begin, next.hasNext() ? next.next().minusDays(1) : LAST_DAY));
        }
        return periods;
    }

    /** The first day of the last so many that begin on a day at the latest; of the first, where there are fewer; if there is any. */
    Optional<LocalDate> back(LocalDate day, int many) {
        Recurrence unending = recurrence.unending();
        Optional<LocalDate> begin = recurrence.lastBefore(start, day.plusDays(1));
        for (int i = 1; i < many && begin.isPresent(); i++) {
            Optional<LocalDate> earlier = unending.lastBefore(start, begin.get());
            if (earlier.isEmpty()) {
                break;
            }
            begin = earlier;
        }
        return begin;
    }

    /** The first days of those that begin before a day, from the first ever: the first so many. */
    List<LocalDate> beginningBefore(LocalDate day, int most) {
        List<LocalDate> found = new ArrayList<>();
        Iterator<LocalDate> begins = recurrence.from(start);
        while (begins.hasNext() && found.size() < most) {
            LocalDate begin = begins.next();
            if (!begin.isBefore(day)) {
                break;
            }
            found.add(begin);
        }
        return found;
    }
}
