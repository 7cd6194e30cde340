package org.nestegg.transaction.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nestegg.change.RecordedType;
import org.nestegg.change.Row;
import org.nestegg.change.Version;
import org.nestegg.transaction.Transaction;

/** How transfers are remembered, and what their sides were then. */
final class TransferHistory {

    static final RecordedType TYPE = RecordedType.of(
            "transfer", "transfer", 7, TransferHistory::views, "out_id", "in_id", "created_at", "updated_at");

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
