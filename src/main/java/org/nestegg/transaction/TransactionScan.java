package org.nestegg.transaction;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.Sql;

/**
 * Goes through an owner's transactions, the newest day first, in slices of so many rows, however few of them are wanted: what a slice
 * costs is known before.
 */
public final class TransactionScan {

    private static final TransactionSort ORDER = TransactionSort.DATE_DESC;

    /** The last row of a slice comes along in any case: it says where to go on. */
    private static final String SLICE = "select " + TransactionView.COLUMNS + ", read from (select t.*,"
            + " row_number() over (order by date desc, id desc) as number, count(*) over () as read"
            + " from (select * from transaction where user_id = :owner and %s" + ORDER.orderBy() + " limit :size) t) s"
            + " where number = read or (%s)" + ORDER.orderBy();

    private TransactionScan() {}

    /**
     * Some transactions.
     *
     * @param rows those that are wanted, and the last of the slice
     * @param isLast whether there is none after it
     */
    public record Slice(List<TransactionView> rows, boolean isLast) {}

    private record Counted(TransactionView row, long read) {}

    /**
     * The next slice.
     *
     * @param within what all rows of a slice are to be, by conditions of SQL, on columns that an index has
     * @param wanted which rows of it are, by conditions of SQL, on columns
     * @param after the key to start after; empty for the start
     * @param size how many rows are looked at
     */
    public static Slice slice(UUID owner, Criteria within, Criteria wanted, List<String> after, int size) {
        ORDER.startAfter(after, within);
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        parameters.putAll(wanted.parameters());
        parameters.put("owner", owner);
        parameters.put("size", size);
        List<Counted> rows =
                Sql.list(SLICE.formatted(within.where(), wanted.where()), parameters, TransactionScan::counted);
        return new Slice(rows.stream().map(Counted::row).toList(), rows.isEmpty() || rows.getLast().read < size);
    }

    private static Counted counted(Sql.Columns row) throws SQLException {
        return new Counted(TransactionView.read(row), row.number());
    }

    /** Where a transaction stands, to go on after it. */
    public static List<String> key(TransactionView transaction) {
        return ORDER.key(transaction);
    }
}
