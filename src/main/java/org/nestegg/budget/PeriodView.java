package org.nestegg.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.money.Money;
import org.nestegg.rate.Converted;
import org.nestegg.rate.UnconvertedView;

/** A period of a budget as callers see it. */
@RegisterForReflection
@Schema(name = "BudgetPeriod", examples = """
                {"from": "2026-11-01", "to": "2026-11-30", "budgeted": "400.00", "carried": "25.50", "available": "425.50",
                 "spent": "310.00", "left": "115.50", "planned": "40.00", "perDay": "6.86", "otherCurrencies": false}
                """)
@JsonInclude(JsonInclude.Include.NON_NULL)
record PeriodView(
        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,

        @Schema(required = true, ref = "Money", description = "The amount of the budget")
        String budgeted,

        @Schema(
                required = true,
                ref = "Money",
                description = "What the period before has left, by rollover; 0 in the first")
        String carried,

        @Schema(required = true, ref = "Money", description = "Budgeted and carried together")
        String available,

        @Schema(
                required = true,
                ref = "Money",
                description = "What expenses took, less what came back as incomes of the categories that are named")
        String spent,

        @Schema(required = true, ref = "Money", description = "Available without what was spent; may be negative")
        String left,

        @Schema(
                required = true,
                ref = "Money",
                description = "What schedules will still take of it within two years, less what they bring back")
        String planned,

        @Schema(
                required = true,
                ref = "Money",
                description =
                        "What may be spent on each day that is left, if what is planned comes; 0 in a past period")
        String perDay,

        @Schema(required = true, description = "Whether there is more of it in other currencies, which does not count")
        boolean otherCurrencies,

        @Schema(description = "With convertTo: what was spent in all currencies together, by the rates of the days")
        ConvertedView converted) {

    /** What was spent, in one currency. */
    @RegisterForReflection
    @Schema(name = "ConvertedSpending")
    record ConvertedView(
            @Schema(required = true, ref = "CurrencyCode") String currency,
            @Schema(required = true, ref = "Money") String spent,

            @Schema(required = true, description = "What is left out, for want of a rate")
            List<UnconvertedView> unconverted) {

        static ConvertedView of(Converted converted) {
            return new ConvertedView(converted.code(), converted.display(0), converted.unconverted());
        }
    }

    static PeriodView of(Standing standing) {
        return of(standing, null);
    }

    /** @param converted null if that was not asked for */
    static PeriodView of(Standing standing, Converted converted) {
        return new PeriodView(
                standing.period().from(),
                standing.period().to(),
                display(standing.budgeted(), standing),
                display(standing.carried(), standing),
                display(standing.available(), standing),
                display(standing.spent(), standing),
                display(standing.left(), standing),
                display(standing.planned(), standing),
                display(standing.perDay(), standing),
                standing.otherCurrencies(),
                converted == null ? null : ConvertedView.of(converted));
    }

    private static String display(BigDecimal amount, Standing standing) {
        return Money.stored(amount, standing.currency()).display();
    }
}
