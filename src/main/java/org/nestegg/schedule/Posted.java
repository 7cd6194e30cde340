package org.nestegg.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.nestegg.money.Money;
import org.nestegg.platform.database.Sql;

/** What has been posted of a schedule, by day: the database keeps each occurrence once. */
record Posted(Map<LocalDate, Entry> byDay) {

    static final Posted NOTHING = new Posted(Map.of());

    private static final String SELECT =
            "select o.schedule_id, o.date, o.transaction_id, o.undone, t.amount, t.currency"
                    + " from schedule_occurrence o left join transaction t on t.user_id = o.user_id and t.id = o.transaction_id"
                    + " where o.user_id = :owner and o.schedule_id = any(cast(:schedules as uuid[])) and o.date >= :from";

    private static final String INSERT = "insert into schedule_occurrence (user_id, schedule_id, date, transaction_id)"
            + " select :owner, r.schedule_id, r.date, r.transaction_id from unnest(cast(:schedules as uuid[]),"
            + " cast(:dates as date[]), cast(:transactions as uuid[])) r (schedule_id, date, transaction_id)"
            + " on conflict (user_id, schedule_id, date) do update set transaction_id = excluded.transaction_id, undone = false,"
            // What was undone is nothing to go back to.
            + " former_id = case when schedule_occurrence.undone then null else schedule_occurrence.transaction_id end"
            // What was deleted can be posted again, by whoever asks for it.
            + " where not exists (select from transaction t where t.user_id = schedule_occurrence.user_id"
            + " and t.id = schedule_occurrence.transaction_id)"
            + " returning transaction_id";

    private static final String UNDO = "update schedule_occurrence set undone = former_id is null,"
            + " transaction_id = coalesce(former_id, transaction_id),"
            + " former_id = case when former_id is not null then transaction_id end"
            + " where user_id = :owner and transaction_id = any(cast(:transactions as uuid[])) returning schedule_id";

    private static final String REDO = "update schedule_occurrence o set undone = false,"
            + " transaction_id = case when transaction_id = any(cast(:transactions as uuid[])) then transaction_id else former_id end,"
            + " former_id = case when transaction_id = any(cast(:transactions as uuid[])) then former_id else transaction_id end"
            + " where user_id = :owner and (undone and transaction_id = any(cast(:transactions as uuid[]))"
            + " or former_id = any(cast(:transactions as uuid[])) and not exists (select from transaction t"
            + " where t.user_id = o.user_id and t.id = o.transaction_id)) returning schedule_id";

    /**
     * One that has been posted.
     *
     * @param undone whether that it was posted has been undone
     * @param money of its transaction; null if that is gone
     */
    record Entry(UUID transaction, boolean undone, Money money) {

        boolean isThere() {
            return money != null;
        }
    }

    /** One that is about to be. */
    record New(UUID schedule, LocalDate date, UUID transaction) {}

    /** What has been posted of some schedules, by their ids, of occurrences from a day on. */
    static Map<UUID, Posted> of(UUID owner, Collection<Schedule> schedules, LocalDate from) {
        Map<UUID, Posted> posted = new HashMap<>();
        schedules.forEach(schedule -> posted.put(schedule.id, new Posted(new HashMap<>())));
        if (!schedules.isEmpty()) {
            Sql.list(
                    SELECT,
                    Map.of(
                            "owner",
                            owner,
                            "schedules",
                            schedules.stream()
                                    .map(schedule -> schedule.id)
                                    .filter(Objects::nonNull)
                                    .toList(),
                            "from",
                            from),
                    row -> {
                        Posted of = posted.get(row.id());
                        LocalDate date = row.day();
                        UUID transaction = row.id();
                        boolean undone = row.flag();
                        BigDecimal amount = row.decimal();
                        String currency = row.text();
                        return of.byDay.put(
                                date,
                                new Entry(
                                        transaction,
                                        undone,
                                        amount == null ? null : Money.stored(amount, Currency.getInstance(currency))));
                    });
        }
        return posted;
    }

    /**
     * Says of those that were posted as some transactions that this has been undone, and of which schedules they are: one is not
     * posted, or is of the deleted transaction again in whose place it was posted.
     */
    static List<UUID> undo(UUID owner, List<UUID> transactions) {
        return update(UNDO, owner, transactions);
    }

    /** Says of those that were posted as some transactions that these are there again. */
    static void redo(UUID owner, List<UUID> transactions) {
        update(REDO, owner, transactions);
    }

    private static List<UUID> update(String sql, UUID owner, List<UUID> transactions) {
        return transactions.isEmpty()
                ? List.of()
                : Sql.list(sql, Map.of("owner", owner, "transactions", transactions), Sql.Columns::id);
    }

    /** Keeps that some are posted, and says of which transactions that is true: another may have been before. */
    static Set<UUID> add(UUID owner, List<New> some) {
        if (some.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(Sql.list(
                INSERT,
                Map.of(
                        "owner",
                        owner,
                        "schedules",
                        some.stream().map(New::schedule).toList(),
                        "dates",
                        some.stream().map(New::date).toList(),
                        "transactions",
                        some.stream().map(New::transaction).toList()),
                Sql.Columns::id));
    }
}
