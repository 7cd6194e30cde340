package org.nestegg.forecast;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.money.Money;
import org.nestegg.platform.condition.Tagged;
import org.nestegg.rate.UnconvertedView;

/** What a balance will come to, as callers see it. */
@RegisterForReflection
@Schema(name = "Forecast", examples = """
                {"currency": "EUR", "from": "2026-11-21", "until": "2026-11-30", "balance": "1890.00",
                 "method": {"code": "schedules", "months": 0, "message": "What schedules will post."},
                 "items": [{"date": "2026-11-30", "expected": "940.00", "low": "940.00", "high": "940.00",
                   "planned": [{"scheduleId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "description": "Rent",
                     "amount": "-950.00"}]}],
                 "lowest": {"date": "2026-11-30", "expected": "940.00", "low": "940.00"}, "belowZero": 0.00}
                """)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ForecastView(
        @Schema(required = true, ref = "CurrencyCode") String currency,

        @Schema(required = true, description = "The first day after today")
        LocalDate from,

        @Schema(required = true) LocalDate until,

        @Schema(required = true, ref = "Money", description = "Today's")
        String balance,

        @Schema(required = true) MethodView method,
        @Schema(required = true) List<DayView> items,

        @Schema(required = true, description = "The first day on which the least is expected")
        LowestView lowest,

        @Schema(
                required = true,
                minimum = "0",
                maximum = "1",
                description = "The share of futures that are below zero at the end of any day, with two decimals")
        BigDecimal belowZero,

        @Schema(
                description =
                        "With convertTo: all currencies together, by today's rates and those of the days that were")
        ConvertedView converted)
        implements Tagged {

    /** How it was made. */
    @RegisterForReflection
    @Schema(name = "ForecastMethodView")
    record MethodView(
            @Schema(required = true) ForecastMethod code,

            @Schema(required = true, description = "Of history that was learned from")
            int months,

            @Schema(required = true) String message) {}

    /** The balance at the end of an interval. */
    @RegisterForReflection
    @Schema(name = "ForecastDay")
    record DayView(
            @Schema(required = true, description = "The last day of the interval")
            LocalDate date,

            @Schema(required = true, ref = "Money", description = "The median")
            String expected,

            @Schema(required = true, ref = "Money", description = "Of 100 futures 10 are below")
            String low,

            @Schema(required = true, ref = "Money", description = "Of 100 futures 10 are above")
            String high,

            @Schema(required = true, description = "What schedules will move within the interval")
            List<FlowView> planned) {}

    /** What a schedule will move. */
    @RegisterForReflection
    @Schema(name = "PlannedAmount")
    record FlowView(
            @Schema(required = true, nullable = true, description = "Null of one that is only imagined")
            UUID scheduleId,

            @Schema(required = true) String description,
            @Schema(required = true, ref = "Money") String amount) {}

    /** The lowest point. */
    @RegisterForReflection
    @Schema(name = "ForecastLowest")
    record LowestView(
            @Schema(required = true) LocalDate date,
            @Schema(required = true, ref = "Money") String expected,
            @Schema(required = true, ref = "Money") String low) {

        static LowestView of(Forecast.Day lowest, Currency currency) {
            return new LowestView(lowest.date(), shown(lowest.expected(), currency), shown(lowest.low(), currency));
        }
    }

    /** The same, of all currencies in one. */
    @RegisterForReflection
    @Schema(name = "ConvertedForecast")
    record ConvertedView(
            @Schema(required = true, ref = "CurrencyCode") String currency,
            @Schema(required = true, ref = "Money") String balance,
            @Schema(required = true) List<DayView> items,
            @Schema(required = true) LowestView lowest,

            @Schema(required = true, minimum = "0", maximum = "1")
            BigDecimal belowZero,

            @Schema(required = true, description = "What is left out, for want of a rate")
            List<UnconvertedView> unconverted) {

        static ConvertedView of(Prospect.InOneCurrency converted) {
            Prospect.Told told = converted.told();
            return new ConvertedView(
                    told.currency().getCurrencyCode(),
                    shown(told.balance(), told.currency()),
                    days(told),
                    LowestView.of(told.forecast().lowest(), told.currency()),
                    told.forecast().belowZero(),
                    converted.unconverted());
        }
    }

    static ForecastView of(Prospect.Told told, ConvertedView converted, Locale language) {
        Forecast forecast = told.forecast();
        return new ForecastView(
                told.currency().getCurrencyCode(),
                forecast.from(),
                forecast.until(),
                shown(told.balance(), told.currency()),
                new MethodView(
                        forecast.method(), forecast.months(), forecast.method().message(language, forecast.months())),
                days(told),
                LowestView.of(forecast.lowest(), told.currency()),
                forecast.belowZero(),
                converted);
    }

    /** Each with what is planned since the one before. */
    private static List<DayView> days(Prospect.Told told) {
        List<DayView> views = new ArrayList<>();
        int next = 0;
        for (Forecast.Day day : told.forecast().items()) {
            List<FlowView> flows = new ArrayList<>();
            while (next < told.flows().size()
                    && !told.flows().get(next).planned().date().isAfter(day.date())) {
                Prospect.Flow flow = told.flows().get(next++);
                flows.add(new FlowView(
                        flow.planned().scheduleId(),
                        flow.planned().description(),
                        shown(flow.amount(), told.currency())));
            }
            views.add(new DayView(
                    day.date(),
                    shown(day.expected(), told.currency()),
                    shown(day.low(), told.currency()),
                    shown(day.high(), told.currency()),
                    flows));
        }
        return views;
    }

    private static String shown(BigDecimal amount, Currency currency) {
        return new Money(amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN), currency)
                .display();
    }
}
