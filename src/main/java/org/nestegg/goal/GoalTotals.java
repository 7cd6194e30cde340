package org.nestegg.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What follows for a goal from those below it.
 *
 * @param saved what is set aside for it and for all goals below it that share its currency
 * @param children how many goals are directly below it
 * @param below how many are below it in all
 * @param doneBelow how many of those are done
 */
public record GoalTotals(BigDecimal saved, int children, int below, int doneBelow) {

    private static final int PROGRESS_DECIMALS = 4;

    /** Those of a goal by itself. */
    static GoalTotals alone(Goal goal) {
        return new GoalTotals(goal.saved, 0, 0, 0);
    }

    /** How far the goal is, from 0 to 1, rounded down, so that only what is reached is 1. */
    public BigDecimal progress(Goal goal) {
        BigDecimal share;
        if (goal.targetAmount != null) {
            share = share(saved.min(goal.targetAmount), goal.targetAmount);
        } else if (below > 0) {
            share = share(BigDecimal.valueOf(doneBelow), BigDecimal.valueOf(below));
        } else {
            share = goal.isDone() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return share.signum() == 0 ? BigDecimal.ZERO : share.stripTrailingZeros();
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, PROGRESS_DECIMALS, RoundingMode.DOWN);
    }
}
