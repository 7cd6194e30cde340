package org.nestegg.budget;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.rate.Conversion;
import org.nestegg.transaction.TransactionFieldError;

/**
 * Which periods of a budget are asked for: those that have a day of some days, both included.
 *
 * @param target the currency that all spending is converted to as well, if it is
 */
record PeriodFilter(Optional<LocalDate> from, LocalDate to, Optional<Currency> target) {

    private static final int MAX = 500;
    private static final int DEFAULT = 12;

    private static final QueryParameter<LocalDate> FROM =
            QueryParameter.day("from", "The first day; that of the eleventh period before the one of to, if left out");

    /** The last day. */
    static final QueryParameter<LocalDate> TO =
            QueryParameter.day("to", "The last day; today, or a later from, if left out");

    static final List<QueryParameter<?>> PARAMETERS = List.of(FROM, TO, Conversion.PARAMETER);

    /**
     * Reads what is asked for.
     *
     * @throws ProblemException with {@code invalid-input}, also if from is after to
     */
    static PeriodFilter read(QueryReader query, LocalDate today) {
        Optional<LocalDate> from = query.get(FROM);
        Optional<LocalDate> to = query.get(TO);
        Optional<Currency> target = query.get(Conversion.PARAMETER);
        query.check();
        LocalDate last = to.orElseGet(() -> from.filter(today::isBefore).orElse(today));
        if (from.filter(last::isBefore).isPresent()) {
            throw FROM.fault(TransactionFieldError.FROM_AFTER_TO);
        }
        return new PeriodFilter(from, last, target);
    }

    /**
     * Those of a budget.
     *
     * @throws ProblemException with {@code invalid-input} if there are too many
     */
    List<Period> of(Periods periods) {
        LocalDate first = from.or(() -> periods.back(to, DEFAULT)).orElse(to);
        List<Period> found = periods.overlapping(first, to, MAX + 1);
        if (found.size() > MAX) {
            throw FROM.fault(BudgetFieldError.TOO_MANY_PERIODS, MAX);
        }
        return found;
    }
}
