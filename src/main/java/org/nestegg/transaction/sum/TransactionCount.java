package org.nestegg.transaction.sum;

import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.Sql;

/** How many transactions there are, by the sums that are kept. */
public final class TransactionCount {

    private TransactionCount() {}

    /** Those of an owner, whatever their day. */
    public static long of(UUID owner) {
        Entries entries = new Entries(owner, Criteria.ofAll(), Criteria.ofAll());
        return entries.query(
                        "select coalesce(cast(sum(n) as bigint), 0) from ("
                                + entries.between(Optional.empty(), Optional.empty()) + ") e",
                        Sql.Columns::number)
                .getFirst();
    }
}
