package org.nestegg.transaction.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;

/** What all accounts of one currency come to. */
record TotalBalance(Currency currency, BigDecimal balance, long accounts) {

    static final QueryParameter<LocalDate> DATE =
            QueryParameter.day("date", "At the end of this day; with all that is recorded if left out");

    private static final String BALANCES = """
            select a.currency, a.opening + %s, a.n from (
                    select currency, sum(opening_balance) as opening, sum(moved) as moved, count(*) as n
                        from account where user_id = :owner group by currency) a
                left join (select currency, sum(amount) as amount from (%s) e group by currency) e
                    on e.currency = a.currency
                order by a.currency
            """;

    /** Those of an owner, by currency, at one moment: at the end of a day, or with all that is recorded. */
    static List<TotalBalance> of(UUID owner, Optional<LocalDate> date) {
        Criteria inAccounts = Criteria.ofAll().and(date.isPresent() ? "account_id is not null" : "false");
        Entries entries = new Entries(owner, inAccounts, inAccounts);
        String sql = BALANCES.formatted(
                date.isPresent() ? "coalesce(e.amount, 0)" : "a.moved", entries.between(Optional.empty(), date));
        return entries.query(
                sql, row -> new TotalBalance(Currency.getInstance(row.text()), row.decimal(), row.number()));
    }
}
