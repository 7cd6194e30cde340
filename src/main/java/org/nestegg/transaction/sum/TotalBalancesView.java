package org.nestegg.transaction.sum;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.money.Money;

/** What all accounts come to, as callers see it. */
@Schema(name = "TotalBalances", examples = """
                {"items": [{"currency": "EUR", "balance": "1150.50", "accounts": 1}]}
                """)
record TotalBalancesView(
        @Schema(required = true, description = "By currency")
        List<Item> items) {

    static TotalBalancesView of(List<TotalBalance> totals) {
        return new TotalBalancesView(totals.stream().map(Item::of).toList());
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
