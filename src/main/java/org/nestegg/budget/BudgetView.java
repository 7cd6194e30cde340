package org.nestegg.budget;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.money.Money;
import org.nestegg.platform.condition.Tagged;

/** A budget as callers see it. */
@RegisterForReflection
@Schema(name = "Budget", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "name": "Food", "amount": "400.00", "currency": "EUR",
                 "categories": ["groceries", "eating out"], "tags": [], "accountIds": [], "recurrence": "FREQ=MONTHLY",
                 "start": "2026-01-01", "rollover": "unspent",
                 "current": {"from": "2026-11-01", "to": "2026-11-30", "budgeted": "400.00", "carried": "25.50",
                   "available": "425.50", "spent": "310.00", "left": "115.50", "planned": "40.00", "perDay": "6.86",
                   "otherCurrencies": false},
                 "createdAt": "2026-11-20T20:13:00Z", "updatedAt": "2026-11-20T20:13:00Z"}
                """)
record BudgetView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,

        @Schema(required = true, ref = "Money", description = "For each period")
        String amount,

        @Schema(required = true, ref = "CurrencyCode") String currency,

        @Schema(required = true, description = "None: all expenses count")
        List<String> categories,

        @Schema(required = true) List<String> tags,
        @Schema(required = true) List<UUID> accountIds,
        @Schema(required = true, ref = "Recurrence") String recurrence,

        @Schema(required = true, description = "The day from which the recurrence is counted")
        LocalDate start,

        @Schema(required = true) Rollover rollover,

        @Schema(
                required = true,
                description = "The period of the day that is asked for; null where none is, and of earlier states")
        PeriodView current,

        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "When its own fields changed last; the current period moves by itself")
        Instant updatedAt)
        implements Tagged {

    /** @param current null where there is none */
    static BudgetView of(Budget budget, Standing current) {
        return new BudgetView(
                budget.id,
                budget.name,
                Money.stored(budget.amount, budget.currency).display(),
                budget.currency.getCurrencyCode(),
                budget.categories,
                budget.tags,
                budget.accountIds,
                budget.recurrence,
                budget.startOn,
                budget.rollover,
                current == null ? null : PeriodView.of(current),
                budget.createdAt,
                budget.updatedAt);
    }
}
