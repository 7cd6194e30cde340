package org.nestegg.transaction.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What there is of a currency at the end of a day: what accounts were opened with, and all transactions until then.
 *
 * @param count of how many transactions
 * @param first the day of the first transaction of all; null if there is none
 */
public record CurrencyBalance(Currency currency, BigDecimal balance, long count, LocalDate first) {

    private static final String BALANCES = """
            select s.currency, sum(s.amount), sum(s.n),
                    (select min(t.date) from transaction t where t.user_id = :owner and t.currency = s.currency and %s)
                from (select currency, opening_balance as amount, 0 as n from account where user_id = :owner%s
                    union all select e.currency, e.amount, e.n from (%s) e) s
                group by s.currency order by s.currency
            """;

    /** Those of some money, by currency, by one statement. */
    public static List<CurrencyBalance> of(Scope scope, LocalDate day) {
        Entries entries = new Entries(scope.owner(), scope.ofTransactions(), scope.ofTransactions());
        return entries.query(
                BALANCES.formatted(
                        scope.ofTransactions().where(),
                        scope.ofAccounts(),
                        entries.between(Optional.empty(), Optional.of(day))),
                row -> new CurrencyBalance(
                        Currency.getInstance(row.text()),
                        row.decimal(),
                        row.decimal().longValueExact(),
                        row.day()));
    }
}
