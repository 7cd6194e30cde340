package org.nestegg.budget;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.rate.Converted;

/** Periods of a budget as callers see them. */
@RegisterForReflection
@Schema(name = "BudgetPeriods", examples = """
                {"items": [{"from": "2026-11-01", "to": "2026-11-30", "budgeted": "400.00", "carried": "25.50",
                   "available": "425.50", "spent": "310.00", "left": "115.50", "planned": "40.00", "perDay": "6.86",
                   "otherCurrencies": false}]}
                """)
record PeriodsView(
        @Schema(required = true, description = "In order, without gaps")
        List<PeriodView> items) {

    /** @param converted what was spent in each, in one currency; empty if that was not asked for */
    static PeriodsView of(List<Standing> standings, List<Converted> converted) {
        return new PeriodsView(IntStream.range(0, standings.size())
                .mapToObj(i -> PeriodView.of(standings.get(i), converted.isEmpty() ? null : converted.get(i)))
                .toList());
    }
}
