package org.nestegg.schedule;

import java.time.LocalDate;
import java.util.List;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.transaction.TransactionFieldError;

/** Of which days occurrences are shown, both included. */
record OccurrenceFilter(LocalDate from, LocalDate to) {

    private static final int DAYS_BACK = 90;

    private static final QueryParameter<LocalDate> FROM =
            QueryParameter.day("from", "The first day; 90 days before today, or a year before to, if left out");
    private static final QueryParameter<LocalDate> TO =
            QueryParameter.day("to", "The last day; a year after today, or after from, if left out");

    static final List<QueryParameter<?>> PARAMETERS = List.of(FROM, TO);

    static OccurrenceFilter read(QueryReader query, LocalDate today) {
        LocalDate asked = query.get(FROM).orElse(null);
        LocalDate to = query.get(TO).orElseGet(() -> {
            LocalDate base = asked == null ? today : asked;
            return base.plusYears(1);
        });
        query.check();
        LocalDate from = asked != null ? asked : earlier(today.minusDays(DAYS_BACK), to);
        if (from.isAfter(to)) {
            throw FROM.fault(TransactionFieldError.FROM_AFTER_TO);
        }
        return new OccurrenceFilter(from, to);
    }

    private static LocalDate earlier(LocalDate day, LocalDate to) {
        return day.isAfter(to) ? to.minusYears(1) : day;
    }

    /** @throws ProblemException with {@code invalid-input} if there are very many */
    List<Occurrence> of(Timeline timeline) {
        List<Occurrence> found = timeline.between(from, to, Timeline.MOST + 1);
        if (found.size() > Timeline.MOST) {
            throw TO.fault(ScheduleFieldError.TOO_MANY_OCCURRENCES, Timeline.MOST);
        }
        return found;
    }
}
