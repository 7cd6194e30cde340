package org.nestegg.overview;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.budget.Budget;
import org.nestegg.budget.Standing;
import org.nestegg.money.Money;

/** A budget in its current period, as callers see it at a glance. */
@RegisterForReflection
@Schema(name = "OverviewBudget")
record BudgetLine(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,
        @Schema(required = true, ref = "CurrencyCode") String currency,
        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,

        @Schema(required = true, ref = "Money", description = "Budgeted and carried together")
        String available,

        @Schema(required = true, ref = "Money") String spent,

        @Schema(required = true, ref = "Money", description = "Available without what was spent; may be negative")
        String left,

        @Schema(required = true, ref = "Money", description = "What schedules will still take of it")
        String planned,

        @Schema(
                required = true,
                ref = "Money",
                description = "What may be spent on each day that is left, today included, if what is planned comes")
        String perDay) {

    static BudgetLine of(Budget budget, Standing standing) {
        return new BudgetLine(
                budget.id,
                budget.name,
                budget.currency.getCurrencyCode(),
                standing.period().from(),
                standing.period().to(),
                display(standing.available(), budget),
                display(standing.spent(), budget),
                display(standing.left(), budget),
                display(standing.planned(), budget),
                display(standing.perDay(), budget));
    }

    private static String display(BigDecimal amount, Budget budget) {
        return Money.stored(amount, budget.currency).display();
    }
}
