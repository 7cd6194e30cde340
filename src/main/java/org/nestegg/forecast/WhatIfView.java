package org.nestegg.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.money.Money;

/** Two forecasts, side by side. */
@Schema(name = "WhatIf", examples = """
                {"base": {"currency": "EUR", "from": "2026-11-21", "until": "2026-11-30", "balance": "1890.00",
                  "method": {"code": "schedules", "months": 0, "message": "What schedules will post."},
                  "items": [{"date": "2026-11-30", "expected": "1860.00", "low": "1860.00", "high": "1860.00", "planned": []}],
                  "lowest": {"date": "2026-11-30", "expected": "1860.00", "low": "1860.00"}, "belowZero": 0.00},
                 "changed": {"currency": "EUR", "from": "2026-11-21", "until": "2026-11-30", "balance": "1890.00",
                  "method": {"code": "schedules", "months": 0, "message": "What schedules will post."},
                  "items": [{"date": "2026-11-30", "expected": "1890.00", "low": "1890.00", "high": "1890.00", "planned": []}],
                  "lowest": {"date": "2026-11-30", "expected": "1890.00", "low": "1890.00"}, "belowZero": 0.00},
                 "difference": [{"date": "2026-11-30", "expected": "30.00"}]}
                """)
record WhatIfView(
        @Schema(required = true, description = "What will be")
        ForecastView base,

        @Schema(required = true, description = "What would be")
        ForecastView changed,

        @Schema(required = true, description = "By how much more or less is expected")
        List<DifferenceView> difference) {

    /** How much more there would be at the end of an interval. */
    @Schema(name = "ForecastDifference")
    record DifferenceView(
            @Schema(required = true) LocalDate date,
            @Schema(required = true, ref = "Money") String expected) {}

    static WhatIfView of(Prospect.Told base, Prospect.Told changed, Locale language) {
        List<Forecast.Day> before = base.forecast().items();
        List<Forecast.Day> after = changed.forecast().items();
        return new WhatIfView(
                ForecastView.of(base, null, language),
                ForecastView.of(changed, null, language),
                IntStream.range(0, before.size())
                        .mapToObj(i -> new DifferenceView(
                                before.get(i).date(),
                                new Money(
                                                after.get(i)
                                                        .expected()
                                                        .subtract(before.get(i).expected()),
                                                base.currency())
                                        .display()))
                        .toList());
    }
}
