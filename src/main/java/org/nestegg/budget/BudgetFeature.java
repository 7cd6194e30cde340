package org.nestegg.budget;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.nestegg.change.RecordedType;
import org.nestegg.platform.http.EntryPoints;
import org.nestegg.platform.problem.ProblemSet;

/** What budgets add to the service: problems, an entry point, and that they are remembered. */
@Singleton
class BudgetFeature {

    @Produces
    @Singleton
    ProblemSet problems() {
        return new ProblemSet(
                75, List.of(BudgetProblem.values()), List.of(BudgetFieldError.values()), List.of(Budget.LIMIT));
    }

    @Produces
    @Singleton
    EntryPoints entryPoints() {
        return new EntryPoints(52).add("budgets", "/api/v1/budgets");
    }

    @Produces
    @Singleton
    RecordedType history() {
        return BudgetHistory.TYPE;
    }
}
