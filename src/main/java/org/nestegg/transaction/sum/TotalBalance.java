package org.nestegg.transaction.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.rate.Conversion;
import org.nestegg.rate.Converted;
import org.nestegg.rate.DatedSum;

/**
 * What all accounts of one currency come to.
 *
 * @param accounts how many there are
 * @param transactions how many the balance comprises
 */
record TotalBalance(Currency currency, BigDecimal balance, long accounts, long transactions) {

    static final QueryParameter<LocalDate> DATE =
            QueryParameter.day("date", "At the end of this day; with all that is recorded if left out");

    private static final String BALANCES = """
            select a.currency, a.opening + %s, a.n, cast(%s as bigint) from (
                    select currency, sum(opening_balance) as opening, sum(moved) as moved, count(*) as n,
                            sum(transaction_count) as transactions
                        from account where user_id = :owner group by currency) a
                left join (select currency, sum(amount) as amount, sum(n) as n from (%s) e group by currency) e
                    on e.currency = a.currency
                order by a.currency
            """;

    /** Those of an owner, by currency, at one moment: at the end of a day, or with all that is recorded. */
    static List<TotalBalance> of(UUID owner, Optional<LocalDate> date) {
        Criteria inAccounts = Criteria.ofAll().and(date.isPresent() ? "account_id is not null" : "false");
        Entries entries = new Entries(owner, inAccounts, inAccounts);
        String sql = BALANCES.formatted(
                date.isPresent() ? "coalesce(e.amount, 0)" : "a.moved",
                date.isPresent() ? "coalesce(e.n, 0)" : "a.transactions",
                entries.between(Optional.empty(), date));
        return entries.query(
                sql,
                row -> new TotalBalance(Currency.getInstance(row.text()), row.decimal(), row.number(), row.number()));
    }

    /** What those of all currencies come to in one, by the rates that an owner has on a day. */
    static Converted converted(UUID owner, List<TotalBalance> totals, Currency target, LocalDate day) {
        List<DatedSum> sums = totals.stream()
                .map(total -> new DatedSum(day, total.currency, List.of(total.balance), total.transactions))
                .toList();
        return Conversion.of(owner, target, sums).convert(sums);
    }
}
