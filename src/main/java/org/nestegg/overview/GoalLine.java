package org.nestegg.overview;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.goal.Goal;
import org.nestegg.goal.GoalTotals;
import org.nestegg.money.Money;

/** A goal with how far it is, as callers see it at a glance. */
@RegisterForReflection
@Schema(name = "OverviewGoal")
record GoalLine(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,
        @Schema(required = true, ref = "CurrencyCode") String currency,

        @Schema(
                required = true,
                ref = "Money",
                description = "Set aside for it and for all goals below it that share its currency")
        String savedAmount,

        @Schema(required = true, ref = "NullableMoney") String targetAmount,
        @Schema(required = true, nullable = true) LocalDate targetDate,

        @Schema(required = true, minimum = "0", maximum = "1", description = "As the goal itself has it")
        BigDecimal progress) {

    static GoalLine of(Goal goal, GoalTotals totals) {
        return new GoalLine(
                goal.id,
                goal.name,
                goal.currency.getCurrencyCode(),
                Money.stored(totals.saved(), goal.currency).display(),
                Optional.ofNullable(goal.targetAmount)
                        .map(target -> Money.stored(target, goal.currency).display())
                        .orElse(null),
                goal.targetDate,
                totals.progress(goal));
    }
}
