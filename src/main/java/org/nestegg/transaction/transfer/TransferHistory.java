package org.nestegg.transaction.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nestegg.change.RecordedType;
import org.nestegg.change.Row;
import org.nestegg.change.Version;
import org.nestegg.platform.operation.Invariant;
import org.nestegg.transaction.Transaction;

/** How transfers are remembered, and what their sides were then. */
final class TransferHistory {

    static final RecordedType TYPE = RecordedType.of(
            "transfer", "transfer", 7, TransferHistory::views, "out_id", "in_id", "created_at", "updated_at");

    /** What the database sees to at the end of each transaction, see V30. */
    static final Invariant SIDES = new Invariant("sides-of-transfers", """
            select r.user_id, 'transfer ' || r.id as object, 'two sides' as kept,
                    coalesce(string_agg(concat_ws(' ', t.id, t.amount, t.currency, 'in', t.account_id), ', '), 'none') as found
                from transfer r left join transaction t on t.user_id = r.user_id and t.transfer_id = r.id
                group by r.user_id, r.id
                having count(*) filter (where t.id = r.out_id and t.amount < 0) <> 1
                    or count(*) filter (where t.id = r.in_id and t.amount > 0) <> 1 or count(*) <> 2
                    or min(cast(t.account_id as text)) = max(cast(t.account_id as text)) or count(t.account_id) <> 2
                    or min(t.currency) = max(t.currency) and sum(t.amount) <> 0
            """);

    private TransferHistory() {}

    private static Map<Version, TransferView> views(UUID owner, Map<Version, Row> rows) {
        Map<Version, Transfer> transfers = new HashMap<>();
        List<Version> sides = new ArrayList<>();
        rows.forEach((version, row) -> {
            Transfer transfer = new Transfer(row);
            transfers.put(version, transfer);
            sides.add(new Version(version.seq(), transfer.outId));
            sides.add(new Version(version.seq(), transfer.inId));
        });
        Map<Version, Transaction> then = Transaction.versions(owner, sides);
        Map<Version, TransferView> views = new HashMap<>();
        transfers.forEach((version, transfer) -> views.put(
                version,
                TransferView.of(new Transfer.Whole(
                        transfer,
                        then.get(new Version(version.seq(), transfer.outId)),
                        then.get(new Version(version.seq(), transfer.inId))))));
        return views;
    }
}
