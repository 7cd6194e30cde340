package org.nestegg.transaction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.Panache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.MutationQuery;
import org.nestegg.change.Recording;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.operation.BusinessMetrics;

/**
 * Writes many transactions by one statement of each kind, so that what triggers keep is touched once. What is written is not
 * known to the session, or is forgotten by it.
 */
final class TransactionRows {

    private static final String COLUMNS = "description, amount, currency, date, category, tags, notes, account_id,"
            + " external_id, transfer_id, import_id, schedule_id, updated_at";

    private static final String ROWS =
            " from jsonb_populate_recordset(cast(null as transaction), cast(:rows as jsonb)) r";

    private static final String INSERT = "insert into transaction (user_id, id, version, created_at, " + COLUMNS
            + ") select :owner, id, 0, created_at, " + COLUMNS + ROWS;

    private static final String INSERT_ALONE =
            "insert into transaction (user_id, id, version, created_at, updated_at, description, amount, currency,"
                    + " date, category, tags, notes, external_id, created_seq) values (:owner, :id, 0, :at, :at,"
                    + " :description, :amount, :currency, :date, :category, :tags, :notes, :externalId, ";

    private static final String UPDATE = "update transaction t set (version, " + COLUMNS + ") = row(t.version + 1, r."
            + COLUMNS.replace(", ", ", r.") + ")" + ROWS + " where t.user_id = :owner and t.id = r.id";

    private static final String DESCRIBE = "update transaction t set (version, description, category, tags, notes,"
            + " updated_at) = row(t.version + 1, r.description, r.category, r.tags, r.notes, r.updated_at)" + ROWS
            + " where t.user_id = :owner and t.id = r.id";

    private TransactionRows() {}

    /** Adds transactions that are new and have their ids. */
    static void insert(UUID owner, List<Transaction> transactions) {
        if (!transactions.isEmpty()) {
            write(INSERT, owner).setParameter("rows", rows(transactions)).executeUpdate();
            transactions.forEach(transaction -> BusinessMetrics.countOnCommit(
                    "nestegg.transactions.created", "type", transaction.type().code()));
        }
    }

    /** Adds one that is new and lies in no account: that is the whole change. */
    static void insertAlone(Recording recording, Transaction transaction) {
        transaction.stampNew();
        recording.alone(INSERT_ALONE, columns(transaction));
        transaction.tally();
    }

    private static Map<String, Object> columns(Transaction transaction) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("owner", transaction.owner);
        parameters.put("id", transaction.id);
        parameters.put("at", transaction.createdAt);
        parameters.put("description", transaction.description);
        parameters.put("amount", transaction.amount);
        parameters.put("currency", transaction.currency);
        parameters.put("date", transaction.date);
        parameters.put("category", transaction.category);
        parameters.put("tags", transaction.tags);
        parameters.put("notes", transaction.notes);
        parameters.put("externalId", transaction.externalId);
        return parameters;
    }

    /** Sets transactions to what they are now. */
    static void update(UUID owner, List<Transaction> transactions) {
        if (!transactions.isEmpty()) {
            transactions.forEach(Transaction::stampChanged);
            write(UPDATE, owner).setParameter("rows", rows(transactions)).executeUpdate();
        }
    }

    /** Lets transactions say what they are shown to say. */
    static void describe(UUID owner, List<TransactionView> shown) {
        if (!shown.isEmpty()) {
            ArrayNode rows = JsonNodeFactory.instance.arrayNode();
            String now = StoredEntity.now().toString();
            for (TransactionView transaction : shown) {
                ObjectNode row = rows.addObject()
                        .put("id", transaction.id().toString())
                        .put("description", transaction.description())
                        .put("category", transaction.category())
                        .put("notes", transaction.notes())
                        .put("updated_at", now);
                ArrayNode tags = row.putArray("tags");
                transaction.tags().forEach(tags::add);
            }
            write(DESCRIBE, owner).setParameter("rows", rows.toString()).executeUpdate();
        }
    }

    /** Takes from transactions what they are known by elsewhere, for others that have not got it yet. */
    static void release(UUID owner, List<Transaction> transactions) {
        if (!transactions.isEmpty()) {
            write("update transaction set external_id = null where user_id = :owner and id = any(:ids)", owner)
                    .setParameter("ids", transactions.stream().map(t -> t.id).toArray(UUID[]::new))
                    .executeUpdate();
        }
    }

    /** Deletes transactions. */
    static void delete(UUID owner, Set<UUID> ids) {
        if (!ids.isEmpty()) {
            write("delete from transaction where user_id = :owner and id = any(:ids)", owner)
                    .setParameter("ids", ids.toArray(UUID[]::new))
                    .executeUpdate();
        }
    }

    /** A statement that writes some of the owner's transactions, and so part of the change that is going on. */
    static MutationQuery write(String sql, UUID owner) {
        Recording.touch();
        return Panache.getSession().createNativeMutationQuery(sql).setParameter("owner", owner);
    }

    private static String rows(List<Transaction> transactions) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        transactions.forEach(transaction -> add(rows, transaction));
        return rows.toString();
    }

    /** Adds a transaction to rows as statements take them, column by column; but not whose it is. */
    static ObjectNode add(ArrayNode rows, Transaction transaction) {
        ObjectNode row = rows.addObject()
                .put("id", transaction.id.toString())
                .put("description", transaction.description)
                .put("amount", transaction.amount.toPlainString())
                .put("currency", transaction.currency.getCurrencyCode())
                .put("date", transaction.date.toString())
                .put("category", transaction.category)
                .put("notes", transaction.notes)
                .put("account_id", text(transaction.accountId))
                .put("external_id", transaction.externalId)
                .put("transfer_id", text(transaction.transferId))
                .put("import_id", text(transaction.importId))
                .put("schedule_id", text(transaction.scheduleId))
                .put("created_at", transaction.createdAt.toString())
                .put("updated_at", transaction.updatedAt.toString());
        ArrayNode tags = row.putArray("tags");
        transaction.tags.forEach(tags::add);
        return row;
    }

    static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
