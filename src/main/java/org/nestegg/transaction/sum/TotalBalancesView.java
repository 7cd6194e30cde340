package org.nestegg.transaction.sum;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.money.Money;
import org.nestegg.rate.Converted;
import org.nestegg.rate.UnconvertedView;

/** What all accounts come to, as callers see it. */
@Schema(name = "TotalBalances", examples = """
                {"items": [{"currency": "EUR", "balance": "1150.50", "accounts": 1}]}
                """)
record TotalBalancesView(
        @Schema(required = true, description = "By currency")
        List<Item> items,

        @Schema(description = "With convertTo: all currencies together, by the rates of the day")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        All converted) {

    static TotalBalancesView of(List<TotalBalance> totals, Optional<Converted> converted) {
        return new TotalBalancesView(
                totals.stream().map(Item::of).toList(), converted.map(All::of).orElse(null));
    }

    /** What those of all currencies come to in one. */
    @RegisterForReflection
    @Schema(name = "ConvertedTotalBalance")
    record All(
            @Schema(required = true, ref = "CurrencyCode") String currency,
            @Schema(required = true, ref = "Money") String balance,

            @Schema(required = true, description = "What is not in it, because there is no rate")
            List<UnconvertedView> unconverted) {

        private static All of(Converted converted) {
            return new All(converted.code(), converted.display(0), converted.unconverted());
        }
    }

    /** What those of one currency come to. */
    @RegisterForReflection
    @Schema(name = "TotalBalance")
    record Item(
            @Schema(required = true, ref = "CurrencyCode") String currency,
            @Schema(required = true, ref = "Money") String balance,

            @Schema(required = true, description = "How many accounts there are, open and closed")
            long accounts) {

        private static Item of(TotalBalance total) {
            return new Item(
                    total.currency().getCurrencyCode(),
                    Money.stored(total.balance(), total.currency()).display(),
                    total.accounts());
        }
    }
}
