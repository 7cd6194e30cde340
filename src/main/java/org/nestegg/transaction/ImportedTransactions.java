package org.nestegg.transaction;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.platform.database.Sql;
import org.nestegg.platform.database.StoredEntity;

/**
 * Transactions as whoever compares, imports or links many of them sees them: read and written many at a time, past the session.
 */
public final class ImportedTransactions {

    /** So many are compared; nobody has more of the same amounts on the same days. */
    private static final int MOST_CANDIDATES = 100_000;

    private static final String CANDIDATE = "select id, account_id, date, amount, currency, description, external_id,"
            + " import_id is not null, transfer_id is not null, schedule_id, allocated from transaction where user_id = :owner";

    private ImportedTransactions() {}

    /**
     * One that a row of a bank's statement may be about.
     *
     * @param account the account that it lies in; null if it lies in none
     * @param externalId what it is known by elsewhere, or null
     * @param imported whether an import has created it
     * @param transfer whether it is a side of one
     * @param scheduleId the schedule that has posted it, which need not be there any more; or null
     * @param allocated how much of it is set aside
     */
    public record Candidate(
            UUID id,
            UUID account,
            LocalDate date,
            BigDecimal amount,
            String currency,
            String description,
            String externalId,
            boolean imported,
            boolean transfer,
            UUID scheduleId,
            BigDecimal allocated) {

        /** Whether money of it is set aside. */
        public boolean setAside() {
            return allocated.signum() != 0;
        }
    }

    /** Where one lies, what it is known by there, and its amount. */
    public record Placement(UUID id, UUID account, String externalId, BigDecimal amount) {}

    /** Those of some days that have some amounts, and lie in some accounts or in none, in one order. */
    public static List<Candidate> candidates(
            UUID owner, Set<UUID> accounts, LocalDate from, LocalDate to, Set<BigDecimal> amounts) {
        return candidates("amount = any(cast(:amounts as numeric[]))", owner, accounts, from, to, amounts);
    }

    /** The same with those that schedules have posted, whose amounts may become others. */
    public static List<Candidate> candidatesOrPosted(
            UUID owner, Set<UUID> accounts, LocalDate from, LocalDate to, Set<BigDecimal> amounts) {
        return candidates(
                "(amount = any(cast(:amounts as numeric[])) or schedule_id is not null)",
                owner,
                accounts,
                from,
                to,
                amounts);
    }

    private static List<Candidate> candidates(
            String which, UUID owner, Set<UUID> accounts, LocalDate from, LocalDate to, Set<BigDecimal> amounts) {
        return Sql.list(
                CANDIDATE + " and date between :from and :to"
                        + " and (account_id is null or account_id = any(cast(:accounts as uuid[]))) and " + which
                        + " order by date, id limit " + MOST_CANDIDATES,
                Map.of("owner", owner, "from", from, "to", to, "accounts", accounts, "amounts", amounts),
                ImportedTransactions::candidate);
    }

    /** Those that there are of some. */
    public static List<Candidate> candidates(UUID owner, Set<UUID> ids) {
        return Sql.list(
                CANDIDATE + " and id = any(cast(:ids as uuid[]))",
                Map.of("owner", owner, "ids", ids),
                ImportedTransactions::candidate);
    }

    private static Candidate candidate(Sql.Columns row) throws SQLException {
        return new Candidate(
                row.id(),
                row.id(),
                row.day(),
                row.decimal(),
                row.text(),
                row.text(),
                row.text(),
                row.flag(),
                row.flag(),
                row.id(),
                row.decimal());
    }

    /** Which of some there are. */
    public static Set<UUID> existing(UUID owner, Collection<UUID> ids) {
        return Set.copyOf(Sql.list(
                "select id from transaction where user_id = :owner and id = any(cast(:ids as uuid[]))",
                Map.of("owner", owner, "ids", ids),
                Sql.Columns::id));
    }

    /** Which of some references are taken, with the transactions that have them. */
    public static List<Placement> placed(UUID owner, Collection<String> externalIds) {
        return Sql.list(
                "select id, account_id, external_id, amount from transaction where user_id = :owner"
                        + " and external_id = any(:externalIds)",
                Map.of("owner", owner, "externalIds", externalIds),
                row -> new Placement(row.id(), row.id(), row.text(), row.decimal()));
    }

    /** What an import has created and is there, by id: not for being written. */
    public static Map<UUID, Transaction> createdBy(UUID owner, UUID importId) {
        return Sql.list(
                        "select id, account_id, amount, currency, date, description, category, tags, notes, external_id,"
                                + " transfer_id, allocated from transaction where user_id = :owner and import_id = :import",
                        Map.of("owner", owner, "import", importId),
                        ImportedTransactions::read)
                .stream()
                .collect(Collectors.toMap(transaction -> transaction.id, transaction -> transaction));
    }

    private static Transaction read(Sql.Columns row) throws SQLException {
        Transaction transaction = new Transaction();
        transaction.id = row.id();
        transaction.accountId = row.id();
        transaction.amount = row.decimal();
        transaction.currency = Currency.getInstance(row.text());
        transaction.date = row.day();
        transaction.description = row.text();
        transaction.category = row.text();
        transaction.tags = row.texts();
        transaction.notes = row.text();
        transaction.externalId = row.text();
        transaction.transferId = row.id();
        transaction.allocated = row.decimal();
        return transaction;
    }

    /** Deletes what an import has created, by one statement. */
    public static void delete(UUID owner, Set<UUID> ids) {
        TransactionRows.delete(owner, ids);
    }

    /** Puts some into accounts or out of them, under references of those, with the amounts of banks, by one statement. */
    public static void place(UUID owner, List<Placement> placements) {
        if (!placements.isEmpty()) {
            TransactionRows.write(
                            "update transaction t set account_id = p.account_id, external_id = p.external_id, amount = p.amount,"
                                    + " version = t.version + 1, updated_at = :now from unnest(:ids, :accounts, :externalIds,"
                                    + " cast(:amounts as numeric[])) p (id, account_id, external_id, amount)"
                                    + " where t.user_id = :owner and t.id = p.id",
                            owner)
                    .setParameter("now", StoredEntity.now())
                    .setParameter("ids", placements.stream().map(Placement::id).toArray(UUID[]::new))
                    .setParameter(
                            "accounts",
                            placements.stream().map(Placement::account).toArray(UUID[]::new))
                    .setParameter(
                            "externalIds",
                            placements.stream().map(Placement::externalId).toArray(String[]::new))
                    .setParameter(
                            "amounts",
                            placements.stream()
                                    .map(placement -> placement.amount.toPlainString())
                                    .toArray(String[]::new))
                    .executeUpdate();
        }
    }
}
