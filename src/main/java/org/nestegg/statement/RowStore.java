package org.nestegg.statement;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.Panache;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.MutationQuery;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.database.Sql;
import org.nestegg.statement.format.RowFault;

/** The rows of plans in the database: read and written many at a time, past entities. */
final class RowStore {

    /** So many are written by one statement. */
    private static final int SLICE = 2_000;

    /** So many earlier ones are compared; nobody has more of the same amounts on the same days. */
    private static final int MOST = 100_000;

    private static final TypeReference<List<RowFault>> FAULTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> EDITS = new TypeReference<>() {};

    private static final String SELECT =
            "select row, statement, line, source, date, amount, currency, text, reference, pending,"
                    + " errors, account_id, description, category, tags, notes, external_id, cast(rules as text[]), skipped_by_rule,"
                    + " chosen, edits, decision, transaction_id, reason, days, similarity, applied_id, before_account_id,"
                    + " before_external_id, before_amount, kept from statement_row where user_id = :owner and import_id = :import";

    /** Rows {@code r} whose transactions are there because of an import {@code i}, as far as imports know. */
    private static final String STANDING = " from statement_row r join statement_import i on i.user_id = r.user_id"
            + " and i.id = r.import_id where r.user_id = :owner and r.applied_id is not null"
            + " and (i.state = 'applied' or i.state = 'undone' and r.kept)";

    private RowStore() {}

    /**
     * A row that was imported before.
     *
     * @param transaction what it became or was linked to, which may be gone
     * @param source tells one bank's files of a format from another's
     */
    record Earlier(
            UUID transaction,
            UUID account,
            LocalDate date,
            BigDecimal amount,
            String text,
            String reference,
            String source) {}

    static List<PlanRow> all(UUID owner, UUID importId) {
        return Sql.list(SELECT + " order by row", key(owner, importId), RowStore::read);
    }

    static Optional<PlanRow> of(UUID owner, UUID importId, int row) {
        Map<String, Object> parameters = key(owner, importId);
        parameters.put("row", row);
        return Sql.first(SELECT + " and row = :row", parameters, RowStore::read);
    }

    /** Those that match, in their order. */
    static List<PlanRow> page(UUID owner, UUID importId, Criteria criteria, int most) {
        criteria.parameters().putAll(key(owner, importId));
        criteria.parameters().put("most", most);
        return Sql.list(
                SELECT + " and " + criteria.where() + " order by row limit :most",
                criteria.parameters(),
                RowStore::read);
    }

    static long count(UUID owner, UUID importId, Criteria criteria) {
        criteria.parameters().putAll(key(owner, importId));
        return Sql.first(
                        "select count(*) from statement_row where user_id = :owner and import_id = :import and "
                                + criteria.where(),
                        criteria.parameters(),
                        Sql.Columns::number)
                .orElseThrow();
    }

    /** Those of other imports that stand for transactions in some accounts and days. */
    static List<Earlier> earlier(
            UUID owner, UUID importId, Set<UUID> accounts, LocalDate from, LocalDate to, Set<BigDecimal> amounts) {
        Map<String, Object> parameters = key(owner, importId);
        parameters.put("accounts", accounts);
        parameters.put("from", from);
        parameters.put("amounts", amounts);
        parameters.put("most", MOST);
        parameters.put("to", to);
        return Sql.list(
                "select r.applied_id, r.account_id, r.date, r.amount, r.text, r.reference, (select p.source from"
                        + " statement_plan p where p.user_id = r.user_id and p.import_id = r.import_id)" + STANDING
                        + " and r.import_id <> :import and r.account_id = any(cast(:accounts as uuid[]))"
                        + " and r.date between :from and :to and r.amount = any(cast(:amounts as numeric[]))"
                        + " order by r.import_id, r.row limit :most",
                parameters,
                row -> new Earlier(row.id(), row.id(), row.day(), row.decimal(), row.text(), row.text(), row.text()));
    }

    /** Which of some transactions rows of other imports stand for. */
    static Set<UUID> stoodFor(UUID owner, UUID importId, Set<UUID> transactions) {
        Map<String, Object> parameters = key(owner, importId);
        parameters.put("ids", transactions);
        return Set.copyOf(Sql.list(
                "select distinct r.applied_id" + STANDING
                        + " and r.import_id <> :import and r.applied_id = any(cast(:ids as uuid[]))",
                parameters,
                Sql.Columns::id));
    }

    /** Writes rows, in the place of those of the same numbers. */
    static void put(UUID owner, UUID importId, List<PlanRow> rows) {
        for (int from = 0; from < rows.size(); from += SLICE) {
            List<PlanRow> slice = rows.subList(from, Math.min(rows.size(), from + SLICE));
            write(
                            "delete from statement_row where user_id = :owner and import_id = :import and row = any(:rows)",
                            owner,
                            importId)
                    .setParameter("rows", numbers(slice))
                    .executeUpdate();
            write(
                            "insert into statement_row select r.* from jsonb_populate_recordset(cast(null as statement_row),"
                                    + " cast(:json as jsonb)) r where r.user_id = :owner and r.import_id = :import",
                            owner,
                            importId)
                    .setParameter(
                            "json",
                            PlanJson.write(slice.stream()
                                    .map(row -> columns(owner, importId, row))
                                    .toList()))
                    .executeUpdate();
        }
    }

    /** Writes rows in the place of all that there are. */
    static void replace(UUID owner, UUID importId, List<PlanRow> rows) {
        write("delete from statement_row where user_id = :owner and import_id = :import", owner, importId)
                .executeUpdate();
        put(owner, importId, rows);
    }

    /** Keeps what rows have become. */
    static void applied(UUID owner, UUID importId, List<PlanRow> rows) {
        write(
                        "update statement_row r set applied_id = a.id, before_account_id = a.account_id,"
                                + " before_external_id = a.external_id, before_amount = a.amount, kept = false"
                                + " from unnest(:rows, :ids, :accounts, :externalIds, cast(:amounts as numeric[]))"
                                + " a (row, id, account_id, external_id, amount)"
                                + " where r.user_id = :owner and r.import_id = :import and r.row = a.row",
                        owner,
                        importId)
                .setParameter("rows", numbers(rows))
                .setParameter("ids", rows.stream().map(row -> row.appliedId).toArray(UUID[]::new))
                .setParameter(
                        "accounts",
                        rows.stream().map(row -> row.beforeAccountId).toArray(UUID[]::new))
                .setParameter(
                        "externalIds",
                        rows.stream().map(row -> row.beforeExternalId).toArray(String[]::new))
                .setParameter(
                        "amounts",
                        rows.stream()
                                .map(row -> row.beforeAmount == null ? null : row.beforeAmount.toPlainString())
                                .toArray(String[]::new))
                .executeUpdate();
    }

    /** Keeps that what rows have become stays. */
    static void kept(UUID owner, UUID importId, List<PlanRow> rows) {
        write(
                        "update statement_row set kept = not kept where user_id = :owner and import_id = :import"
                                + " and kept <> (row = any(:rows))",
                        owner,
                        importId)
                .setParameter("rows", numbers(rows))
                .executeUpdate();
    }

    private static Integer[] numbers(List<PlanRow> rows) {
        return rows.stream().map(row -> row.row).toArray(Integer[]::new);
    }

    private static MutationQuery write(String sql, UUID owner, UUID importId) {
        return Panache.getSession()
                .createNativeMutationQuery(sql)
                .setParameter("owner", owner)
                .setParameter("import", importId);
    }

    private static Map<String, Object> key(UUID owner, UUID importId) {
        return new HashMap<>(Map.of("owner", owner, "import", importId));
    }

    private static PlanRow read(Sql.Columns columns) throws SQLException {
        PlanRow row = new PlanRow();
        row.row = (int) columns.number();
        row.statement = (int) columns.number();
        row.line = (int) columns.number();
        row.source = columns.text();
        row.date = columns.day();
        row.amount = columns.decimal();
        row.currency = columns.text();
        row.text = columns.text();
        row.reference = columns.text();
        row.pending = columns.flag();
        row.errors = PlanJson.read(columns.text(), FAULTS);
        row.accountId = columns.id();
        row.description = columns.text();
        row.category = columns.text();
        row.tags = columns.texts();
        row.notes = columns.text();
        row.externalId = columns.text();
        row.rules = columns.texts().stream().map(UUID::fromString).toList();
        row.skippedByRule = columns.flag();
        row.chosen = coded(columns.text());
        row.edits = PlanJson.read(columns.text(), EDITS);
        row.decision = coded(columns.text());
        row.transactionId = columns.id();
        row.reason = Reason.of(columns.text());
        row.days = Optional.ofNullable(columns.text()).map(Integer::valueOf).orElse(null);
        row.similarity = columns.decimal();
        row.appliedId = columns.id();
        row.beforeAccountId = columns.id();
        row.beforeExternalId = columns.text();
        row.beforeAmount = columns.decimal();
        row.kept = columns.flag();
        return row;
    }

    private static Decision coded(String code) {
        return code == null ? null : Decision.of(code);
    }

    private static Map<String, Object> columns(UUID owner, UUID importId, PlanRow row) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("user_id", owner);
        columns.put("import_id", importId);
        columns.put("row", row.row);
        columns.put("statement", row.statement);
        columns.put("line", row.line);
        columns.put("source", row.source);
        columns.put("date", row.date);
        columns.put("amount", row.amount);
        columns.put("currency", row.currency);
        columns.put("text", row.text);
        columns.put("reference", row.reference);
        columns.put("pending", row.pending);
        columns.put("errors", row.errors);
        columns.put("account_id", row.accountId);
        columns.put("description", row.description);
        columns.put("category", row.category);
        columns.put("tags", row.tags);
        columns.put("notes", row.notes);
        columns.put("external_id", row.externalId);
        columns.put("rules", row.rules);
        columns.put("skipped_by_rule", row.skippedByRule);
        columns.put("chosen", row.chosen == null ? null : row.chosen.code());
        columns.put("edits", row.edits);
        columns.put("decision", row.decision.code());
        columns.put("transaction_id", row.transactionId);
        columns.put("reason", row.reason.code());
        columns.put("days", row.days);
        columns.put("similarity", row.similarity);
        columns.put("applied_id", row.appliedId);
        columns.put("before_account_id", row.beforeAccountId);
        columns.put("before_external_id", row.beforeExternalId);
        columns.put("before_amount", row.beforeAmount);
        columns.put("kept", row.kept);
        return columns;
    }
}
