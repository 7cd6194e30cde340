package org.nestegg.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;

/** Which budgets a list has. */
record BudgetFilter(Optional<String> text) {

    private static final QueryParameter<String> TEXT = QueryParameter.text("q", "Part of the name, without case");

    /** The day whose period is shown, and which is taken for today: what is left is for the days from it on. */
    static final QueryParameter<LocalDate> DATE =
            QueryParameter.day("date", "The day whose period is current; today if left out");

    static final List<QueryParameter<?>> PARAMETERS = List.of(TEXT, DATE);

    static BudgetFilter read(QueryReader query) {
        return new BudgetFilter(query.get(TEXT));
    }

    Criteria criteria(UUID owner) {
        return Criteria.ofOwner(owner).andAnyContains(List.of("name"), "text", text);
    }
}
