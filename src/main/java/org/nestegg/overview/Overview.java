package org.nestegg.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.nestegg.account.Account;
import org.nestegg.budget.Budget;
import org.nestegg.budget.Standing;
import org.nestegg.budget.Standings;
import org.nestegg.change.Change;
import org.nestegg.goal.Goal;
import org.nestegg.goal.GoalTotals;
import org.nestegg.goal.Subtree;
import org.nestegg.platform.security.Defaults;
import org.nestegg.rate.Conversion;
import org.nestegg.schedule.PlannedFlows;
import org.nestegg.transaction.sum.Intervals;
import org.nestegg.transaction.sum.Turnover;
import org.nestegg.transaction.sum.Worth;

/**
 * What there is of somebody's money, where it goes and what is due, in their own currency: by so many statements, however much there
 * is, and each part with a bound.
 *
 * @param latest the seq of the newest change that all parts show
 * @param budgets with their current periods, by name
 * @param due in the coming days, by day
 * @param totals what follows for the goals from those below them, by id
 */
record Overview(
        long latest,
        Worth.InOne worth,
        Turnover.InOne turnover,
        Map<Budget, Standing> budgets,
        List<PlannedFlows.Open> due,
        List<Goal> goals,
        Map<UUID, GoalTotals> totals,
        List<Account> accounts,
        Counts counts) {

    private static final int CATEGORIES = 50;
    private static final int BUDGETS = 20;
    private static final int DUE = 50;
    private static final int DUE_DAYS = 30;
    private static final int GOALS = 20;
    private static final int ACCOUNTS = 50;

    /** That of an owner, within a transaction. */
    static Overview of(UUID owner, Defaults own, Intervals intervals) {
        // First: of what is changed meanwhile a stream tells once more, and nothing is missed.
        long latest = Change.latest(owner);
        Worth worth = Worth.of(owner, intervals);
        Turnover turnover = Turnover.of(owner, intervals.from(), intervals.to(), own.currency());
        Conversion conversion = Conversion.of(
                owner,
                own.currency(),
                Stream.concat(worth.sums(), turnover.sums()).toList());
        LocalDate today = own.today();
        List<Goal> goals = Goal.firstActive(owner, GOALS);
        return new Overview(
                latest,
                worth.in(conversion),
                turnover.in(conversion, CATEGORIES),
                Standings.current(owner, BUDGETS, today),
                PlannedFlows.due(owner, today.plusDays(DUE_DAYS), today).stream()
                        .limit(DUE)
                        .toList(),
                goals,
                Subtree.totals(owner, goals),
                Account.firstInUse(owner, ACCOUNTS),
                Counts.of(owner));
    }
}
