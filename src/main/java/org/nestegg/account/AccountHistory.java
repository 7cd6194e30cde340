package org.nestegg.account;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.change.RecordedType;
import org.nestegg.change.Row;
import org.nestegg.change.Version;

/** How accounts are remembered, and what lay there then. */
@Singleton
class AccountHistory {

    private final AccountTransactions transactions;
    private final RecordedType type;

    AccountHistory(AccountTransactions transactions) {
        this.transactions = transactions;
        type = RecordedType.of(
                        "account",
                        "account",
                        5,
                        this::views,
                        "name",
                        "kind",
                        "currency",
                        "institution",
                        "number",
                        "opening_balance",
                        "closed",
                        "created_at",
                        "updated_at")
                .deriving("moved", "transaction_count")
                .withTwin("lower(t.name) = lower(r.name)")
                .checked(Account::tooMany);
    }

    RecordedType type() {
        return type;
    }

    private Map<Version, AccountView> views(UUID owner, Map<Version, Row> rows) {
        Map<Version, AccountTransactions.Total> totals = transactions.then(owner, rows.keySet());
        return rows.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, row -> {
            Account account = new Account(row.getValue());
            AccountTransactions.Total total = totals.getOrDefault(row.getKey(), AccountTransactions.Total.NONE);
            account.moved = total.moved();
            account.transactionCount = total.count();
            return AccountView.of(account);
        }));
    }
}
