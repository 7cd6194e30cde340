package org.nestegg.transaction;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.change.RecordedType;
import org.nestegg.change.Row;
import org.nestegg.change.Version;

/** How transactions are remembered. */
final class TransactionHistory {

    static final RecordedType TYPE = RecordedType.of(
                    "transaction",
                    "transaction",
                    10,
                    TransactionHistory::views,
                    "description",
                    "amount",
                    "currency",
                    "date",
                    "category",
                    "tags",
                    "notes",
                    "account_id",
                    "external_id",
                    "transfer_id",
                    "import_id",
                    "schedule_id",
                    "created_at",
                    "updated_at")
            .deriving("allocated")
            .referring(Map.of("account_id", "account", "transfer_id", "transfer", "import_id", "import"))
            .handing("external_id")
            .withTwin("t.external_id = r.external_id and t.account_id is not distinct from r.account_id")
            .checked(ClosedAccounts::among);

    private TransactionHistory() {}

    private static Map<Version, TransactionView> views(UUID owner, Map<Version, Row> rows) {
        return rows.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> TransactionView.of(new Transaction(row.getValue()))));
    }
}
