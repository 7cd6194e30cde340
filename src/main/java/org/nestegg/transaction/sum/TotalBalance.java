package org.nestegg.transaction.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.account.Account;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;

/** What all accounts of one currency come to. */
record TotalBalance(Currency currency, BigDecimal balance, long accounts) {

    static final QueryParameter<LocalDate> DATE =
            QueryParameter.day("date", "At the end of this day; with all that is recorded if left out");

    /** Those of an owner, by currency: at the end of a day, or with all that is recorded. */
    static List<TotalBalance> of(UUID owner, Optional<LocalDate> date) {
        List<Account.Total> totals = Account.totals(owner);
        if (date.isEmpty()) {
            return totals.stream()
                    .map(total ->
                            new TotalBalance(total.currency(), total.opening().add(total.moved()), total.accounts()))
                    .toList();
        }
        Map<String, BigDecimal> moved = until(owner, date.get());
        return totals.stream()
                .map(total -> new TotalBalance(
                        total.currency(),
                        total.opening().add(moved.getOrDefault(total.currency().getCurrencyCode(), BigDecimal.ZERO)),
                        total.accounts()))
                .toList();
    }

    private static Map<String, BigDecimal> until(UUID owner, LocalDate date) {
        Criteria inAccounts = Criteria.ofAll().and("account_id is not null");
        Entries entries = new Entries(owner, inAccounts, inAccounts);
        Map<String, BigDecimal> sums = new HashMap<>();
        entries.query("select currency, sum(amount) from (" + entries.between(Optional.empty(), Optional.of(date))
                        + ") e group by currency")
                .getResultList()
                .forEach(row -> sums.put((String) row[0], (BigDecimal) row[1]));
        return sums;
    }
}
