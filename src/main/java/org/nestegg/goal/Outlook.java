package org.nestegg.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.nestegg.platform.problem.ProblemException;

/** When a goal will be reached, by what has been set aside for it until a day. */
record Outlook(Goal goal, BigDecimal saved, Pace pace, LocalDate today) {

    /** Nobody waits longer, and no date is as far. */
    private static final BigDecimal MAX_MONTHS = BigDecimal.valueOf(12_000);

    /**
     * That of a goal, as it stands.
     *
     * @throws ProblemException with {@code goal-has-no-target}, before anything is added up
     */
    static Outlook of(Goal goal, LocalDate today) {
        if (goal.targetAmount == null) {
            throw new ProblemException(GoalProblem.GOAL_HAS_NO_TARGET);
        }
        BigDecimal saved =
                Subtree.totals(goal.owner, List.of(goal)).get(goal.id).saved();
        return new Outlook(goal, saved, Pace.of(goal, today), today);
    }

    BigDecimal missing() {
        return goal.targetAmount.subtract(saved).max(BigDecimal.ZERO);
    }

    /** What is needed a month, rounded up; nothing without a target date, but for what is reached, which needs nothing. */
    Optional<BigDecimal> perMonth() {
        int decimals = goal.currency.getDefaultFractionDigits();
        return isReached()
                ? Optional.of(BigDecimal.ZERO)
                : monthsLeft().map(months -> missing().divide(months, decimals, RoundingMode.UP));
    }

    /** At this pace; none for what is reached, or never will be. Within the month that the target date cuts, that date. */
    Optional<LocalDate> expectedDate() {
        if (isReached() || pace.sum().signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal months = pace.monthsFor(missing());
        if (months.compareTo(MAX_MONTHS) > 0) {
            return Optional.empty();
        }
        LocalDate date = today.plusMonths(months.longValueExact());
        return Optional.of(isInTime(months) && date.isAfter(goal.targetDate) ? goal.targetDate : date);
    }

    /** Whether it will be, or is, reached by the target date; nothing without one. */
    Optional<Boolean> onTrack() {
        return Optional.ofNullable(goal.targetDate)
                .map(date -> isReached()
                        || expectedDate()
                                .filter(expected -> !expected.isAfter(date))
                                .isPresent());
    }

    private boolean isReached() {
        return missing().signum() == 0;
    }

    private boolean isInTime(BigDecimal months) {
        return goal.targetDate != null
                && goal.targetDate.isAfter(today)
                && months.compareTo(monthsLeft().orElseThrow()) <= 0;
    }

    /** Until the target date; a month begun counts whole, and what is due by now is due in one. */
    private Optional<BigDecimal> monthsLeft() {
        return Optional.ofNullable(goal.targetDate).map(date -> {
            long whole = Math.max(0, ChronoUnit.MONTHS.between(today, date));
            boolean begun = today.plusMonths(whole).isBefore(date);
            return BigDecimal.valueOf(Math.max(1, begun ? whole + 1 : whole));
        });
    }
}
