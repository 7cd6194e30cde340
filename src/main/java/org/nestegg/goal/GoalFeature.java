package org.nestegg.goal;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.nestegg.change.RecordedType;
import org.nestegg.platform.database.OwnedRows;
import org.nestegg.platform.http.EntryPoints;
import org.nestegg.platform.operation.Invariant;
import org.nestegg.platform.problem.ProblemSet;
import org.nestegg.transaction.Allocations;

/** What goals add to the service: problems, an entry point, what an account leaves, and what holds. */
@Singleton
class GoalFeature {

    @Produces
    @Singleton
    ProblemSet problems() {
        return new ProblemSet(
                10,
                List.of(GoalProblem.values()),
                List.of(GoalFieldError.values()),
                List.of(Goal.LIMIT, Contribution.LIMIT));
    }

    @Produces
    @Singleton
    EntryPoints entryPoints() {
        return new EntryPoints(30).add("goals", "/api/v1/goals");
    }

    /** Before the incomes that they refer to. Goals refer to one another, and go all at once, with the user. */
    @Produces
    @Singleton
    OwnedRows contributions() {
        return new OwnedRows("contribution", "goal_id, id", 10);
    }

    @Produces
    @Singleton
    RecordedType goalHistory() {
        return GoalHistory.GOAL;
    }

    @Produces
    @Singleton
    RecordedType contributionHistory() {
        return GoalHistory.CONTRIBUTION;
    }

    @Produces
    @Singleton
    Allocations allocations() {
        return Contribution::incomes;
    }

    @Produces
    @Singleton
    Invariant savings() {
        return GoalInvariants.SAVINGS;
    }

    @Produces
    @Singleton
    Invariant allocationsOfIncomes() {
        return GoalInvariants.ALLOCATIONS;
    }

    @Produces
    @Singleton
    Invariant shares() {
        return GoalInvariants.SHARES;
    }
}
