package org.nestegg.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.nestegg.transaction.TransactionType;

/**
 * Money that a schedule will move, if nothing comes between.
 *
 * @param scheduleId null of one that is not kept
 * @param date the day on which it moves
 * @param amount with the sign of a transaction's; of a transfer, what is moved
 * @param accountId the account that it lies in, or that a transfer leaves; null of none
 * @param toAccountId the account that a transfer reaches; null of others
 */
public record PlannedFlow(
        UUID scheduleId,
        LocalDate date,
        TransactionType type,
        String description,
        BigDecimal amount,
        Currency currency,
        String category,
        List<String> tags,
        UUID accountId,
        UUID toAccountId) {

    static PlannedFlow of(Schedule schedule, Occurrence occurrence, LocalDate date) {
        return new PlannedFlow(
                schedule.id,
                date,
                schedule.type,
                schedule.description,
                occurrence.money().amount(),
                schedule.currency,
                schedule.category,
                schedule.tags,
                schedule.accountId,
                schedule.toAccountId);
    }
}
