package org.nestegg.transaction.sum;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.money.Money;

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
        List<Group> groups) {

    static SummaryView of(List<Summary.Sum> sums) {
        return new SummaryView(
                sums.stream().filter(Summary.Sum::total).map(Total::of).toList(),
                sums.stream().filter(sum -> !sum.total()).map(Group::of).toList());
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
