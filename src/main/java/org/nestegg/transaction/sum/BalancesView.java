package org.nestegg.transaction.sum;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.account.Account;
import org.nestegg.money.Money;
import org.nestegg.rate.Converted;
import org.nestegg.rate.UnconvertedView;

/** What lay in an account, as callers see it. */
@RegisterForReflection
@Schema(name = "Balances", examples = """
                {"currency": "EUR", "opening": "1200.50", "items": [
                   {"from": "2026-11-01", "to": "2026-11-30", "income": "0.00", "expense": "-50.00", "transfer": "0.00",
                    "balance": "1150.50"}]}
                """)
record BalancesView(
        @Schema(required = true, ref = "CurrencyCode") String currency,

        @Schema(required = true, ref = "Money", description = "Before the first day")
        String opening,

        @Schema(required = true, description = "One for each interval, in order, also where nothing came or went")
        List<Item> items) {

    static BalancesView of(Account account, Balances.Course course) {
        return new BalancesView(
                account.currency.getCurrencyCode(),
                display(course.opening(), account.currency),
                course.items().stream()
                        .map(item -> Item.of(item, account.currency))
                        .toList());
    }

    private static String display(BigDecimal amount, Currency currency) {
        return Money.stored(amount, currency).display();
    }

    /** What came and went in an interval, and what lay there at its end. */
    @RegisterForReflection
    @Schema(name = "Balance")
    record Item(
            @Schema(required = true) LocalDate from,
            @Schema(required = true) LocalDate to,
            @Schema(required = true, ref = "Money") String income,

            @Schema(required = true, ref = "Money", description = "Negative, as the amounts are")
            String expense,

            @Schema(required = true, ref = "Money", description = "What transfers have moved here and away")
            String transfer,

            @Schema(required = true, ref = "Money", description = "At the end of the last day")
            String balance,

            @Schema(description = "With convertTo: the same in that currency")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            InOther converted) {

        private static Item of(Balances.Balance item, Currency currency) {
            return new Item(
                    item.from(),
                    item.to(),
                    display(item.income(), currency),
                    display(item.expense(), currency),
                    display(item.transfer(), currency),
                    display(item.balance(), currency),
                    item.converted().map(InOther::of).orElse(null));
        }
    }

    /** What came and went in an interval, and what lay there at its end, in another currency. */
    @RegisterForReflection
    @Schema(name = "ConvertedBalance")
    record InOther(
            @Schema(required = true, ref = "CurrencyCode") String currency,

            @Schema(required = true, ref = "Money", description = "By the rates of the days")
            String income,

            @Schema(required = true, ref = "Money", description = "By the rates of the days")
            String expense,

            @Schema(required = true, ref = "Money", description = "By the rates of the days")
            String transfer,

            @Schema(required = true, ref = "Money", description = "By the rate of the last day")
            String balance,

            @Schema(
                    required = true,
                    description = "The account's currency, where one of the figures lacks something for want of a rate")
            List<UnconvertedView> unconverted) {

        private static InOther of(Balances.InOther other) {
            Converted moved = other.moved();
            return new InOther(
                    moved.code(),
                    moved.display(0),
                    moved.display(1),
                    moved.display(2),
                    other.balance().display(0),
                    moved.unconverted().isEmpty() ? other.balance().unconverted() : moved.unconverted());
        }
    }
}
