package org.nestegg.transaction.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.nestegg.platform.input.Day;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.transaction.TransactionFieldError;

/** The intervals of some days, both included: the first and the last may be cut. */
public record Intervals(LocalDate from, LocalDate to, BalanceInterval interval) {

    private static final int MOST = 1000;
    private static final int DEFAULT_MONTHS = 12;

    public static final QueryParameter<LocalDate> FROM =
            QueryParameter.day("from", "The first day; that of the eleventh month before that of to, if left out");

    public static final QueryParameter<LocalDate> TO =
            QueryParameter.day("to", "The last day; today, or a later from, if left out");

    /**
     * Reads which are asked for.
     *
     * @param last the last day where none is named, by the later one of today and the first day
     * @throws ProblemException with {@code invalid-input} if anything that was read is at fault, if from is after to, or for too
     *     many intervals
     */
    public static Intervals read(QueryReader query, LocalDate today, UnaryOperator<LocalDate> last) {
        Optional<LocalDate> from = query.get(FROM);
        Optional<LocalDate> asked = query.get(TO);
        BalanceInterval interval = query.get(BalanceInterval.PARAMETER).orElse(BalanceInterval.MONTH);
        query.check();
        LocalDate to =
                asked.orElseGet(() -> last.apply(from.filter(today::isBefore).orElse(today)));
        Intervals intervals = new Intervals(from.orElseGet(() -> yearUntil(to)), to, interval);
        if (intervals.from.isAfter(to)) {
            throw FROM.fault(TransactionFieldError.FROM_AFTER_TO);
        }
        if (interval.count(intervals.from, to) > MOST) {
            throw BalanceInterval.PARAMETER.fault(TransactionFieldError.TOO_MANY_INTERVALS, MOST);
        }
        return intervals;
    }

    /** The first day of the twelve months that end with that of a day; of as many as there are. */
    private static LocalDate yearUntil(LocalDate day) {
        LocalDate first = BalanceInterval.MONTH.begin(day).minusMonths(DEFAULT_MONTHS - 1L);
        return first.isBefore(Day.FIRST) ? Day.FIRST : first;
    }

    /** Their days, in order. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (LocalDate begin = interval.begin(from); !begin.isAfter(to); begin = interval.next(begin)) {
            LocalDate next = interval.next(begin);
            spans.add(new Span(begin.isBefore(from) ? from : begin, next.isAfter(to) ? to : next.minusDays(1)));
        }
        return spans;
    }
}
