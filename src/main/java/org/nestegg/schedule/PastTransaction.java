package org.nestegg.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nestegg.platform.database.Sql;
import org.nestegg.transaction.TransactionType;

/**
 * An income or expense that may have come again.
 *
 * @param amount negative for an expense
 */
record PastTransaction(
        UUID id,
        UUID accountId,
        LocalDate date,
        BigDecimal amount,
        Currency currency,
        String description,
        String category,
        List<String> tags) {

    /** So many are looked at, the newest. */
    private static final int MOST = 20_000;

    /** What is closed takes nothing new. */
    private static final String SELECT =
            "select t.id, t.account_id, t.date, t.amount, t.currency, t.description, t.category, t.tags"
                    + " from transaction t left join account a on a.user_id = t.user_id and a.id = t.account_id"
                    + " where t.user_id = :owner and t.date between :from and :to and t.transfer_id is null"
                    + " and t.schedule_id is null and a.closed is not true order by t.date desc, t.id desc limit "
                    + MOST;

    TransactionType type() {
        return amount.signum() > 0 ? TransactionType.INCOME : TransactionType.EXPENSE;
    }

    /** Those of some days that no schedule has posted and that are no sides of transfers, the newest first. */
    static List<PastTransaction> between(UUID owner, LocalDate from, LocalDate to) {
        return Sql.list(
                SELECT,
                Map.of("owner", owner, "from", from, "to", to),
                row -> new PastTransaction(
                        row.id(),
                        row.id(),
                        row.day(),
                        row.decimal(),
                        Currency.getInstance(row.text()),
                        row.text(),
                        row.text(),
                        row.texts()));
    }
}
