package org.nestegg.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.transaction.TransactionFieldError;

/** The days on which a rule is tried or applied, both included; without them, all. */
record RuleDays(Optional<LocalDate> from, Optional<LocalDate> to) {

    private static final QueryParameter<LocalDate> FROM = QueryParameter.day("from", "The first day");
    private static final QueryParameter<LocalDate> TO = QueryParameter.day("to", "The last day");

    static final List<QueryParameter<?>> PARAMETERS = List.of(FROM, TO);

    static RuleDays read(QueryReader query) {
        return new RuleDays(query.get(FROM), query.get(TO));
    }

    /** @throws ProblemException with {@code invalid-input} if they end before they begin */
    RuleDays check() {
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw FROM.fault(TransactionFieldError.FROM_AFTER_TO);
        }
        return this;
    }

    /** In SQL, on transactions. */
    Criteria criteria() {
        return Criteria.ofAll().and("date >= :from", "from", from).and("date <= :to", "to", to);
    }
}
