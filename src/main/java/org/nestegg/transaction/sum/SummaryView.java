package org.nestegg.transaction.sum;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.money.Money;
import org.nestegg.rate.Converted;
import org.nestegg.rate.UnconvertedView;

/** A summary as callers see it. */
@Schema(name = "Summary", examples = """
                {"totals": [{"currency": "EUR", "income": "5000.00", "expense": "-50.00", "transfer": "0.00", "balance": "4950.00", "count": 2}],
                 "groups": [
                   {"key": "food", "currency": "EUR", "income": "0.00", "expense": "-50.00", "transfer": "0.00", "balance": "-50.00", "count": 1},
                   {"key": null, "currency": "EUR", "income": "5000.00", "expense": "0.00", "transfer": "0.00", "balance": "5000.00", "count": 1}]}
                """)
record SummaryView(
        @Schema(required = true, description = "In all, by currency")
        List<Total> totals,

        @Schema(required = true, description = "By key and currency; empty without groupBy")
        List<Group> groups,

        @Schema(description = "With convertTo: all currencies together, each day's sum by that day's rate")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        All converted) {

    static SummaryView of(Summary.Result result) {
        return new SummaryView(
                result.totals().stream().map(Total::of).toList(),
                result.groups().stream().map(Group::of).toList(),
                result.converted().map(All::of).orElse(null));
    }

    /** What the money of all currencies comes to in one. */
    @RegisterForReflection
    @Schema(name = "ConvertedSummary")
    record All(
            @Schema(required = true, ref = "CurrencyCode") String currency,
            @Schema(required = true, ref = "Money") String income,
            @Schema(required = true, ref = "Money") String expense,
            @Schema(required = true, ref = "Money") String transfer,

            @Schema(required = true, ref = "Money", description = "Converted and rounded by itself, as each figure is")
            String balance,

            @Schema(required = true, description = "How many transactions are in these figures")
            long count,

            @Schema(required = true, description = "What is not in them, because there is no rate for its day")
            List<UnconvertedView> unconverted) {

        private static All of(Converted converted) {
            return new All(
                    converted.code(),
                    converted.display(0),
                    converted.display(1),
                    converted.display(2),
                    converted.display(3),
                    converted.count(),
                    converted.unconverted());
        }
    }

    private static String display(BigDecimal amount, Summary.Sum sum) {
        return Money.stored(amount, sum.currency()).display();
    }

    /** What the money of one currency comes to. */
    @RegisterForReflection
    @Schema(name = "SummaryTotal")
    record Total(
            @Schema(required = true, ref = "CurrencyCode") String currency,
            @Schema(required = true, ref = "Money") String income,

            @Schema(required = true, ref = "Money", description = "Negative, as the amounts are")
            String expense,

            @Schema(
                    required = true,
                    ref = "Money",
                    description = "What transfers have moved here and away; income and expense leave it out")
            String transfer,

            @Schema(required = true, ref = "Money", description = "Income, expense and transfer together")
            String balance,

            @Schema(required = true) long count) {

        private static Total of(Summary.Sum sum) {
            return new Total(
                    sum.currency().getCurrencyCode(),
                    display(sum.income(), sum),
                    display(sum.expense(), sum),
                    display(sum.transfer(), sum),
                    display(sum.balance(), sum),
                    sum.count());
        }
    }

    /** The same of one group. */
    @RegisterForReflection
    @Schema(name = "SummaryGroup")
    record Group(
            @Schema(
                    required = true,
                    nullable = true,
                    description =
                            "The day, ISO week (2026-W47), month, year, category, tag, type or account's id; null for"
                                    + " what has no category, no tag or no account. What has several tags counts in each.")
            String key,

            @Schema(required = true, ref = "CurrencyCode") String currency,
            @Schema(required = true, ref = "Money") String income,

            @Schema(required = true, ref = "Money", description = "Negative, as the amounts are")
            String expense,

            @Schema(
                    required = true,
                    ref = "Money",
                    description = "What transfers have moved here and away; income and expense leave it out")
            String transfer,

            @Schema(required = true, ref = "Money", description = "Income, expense and transfer together")
            String balance,

            @Schema(required = true) long count) {

        private static Group of(Summary.Sum sum) {
            Total total = Total.of(sum);
            return new Group(
                    sum.key(),
                    total.currency(),
                    total.income(),
                    total.expense(),
                    total.transfer(),
                    total.balance(),
                    total.count());
        }
    }
}
