package org.nestegg.schedule;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.nestegg.transaction.TransactionType;
import org.nestegg.transaction.sum.DailySum;

/**
 * What is like what schedules post: the same text in the same account, and about the same amount. Recorded before there was a schedule,
 * it is no part of what comes beside them.
 */
public final class Likenesses {

    /** By how much of its amount another may differ. */
    private static final BigDecimal ABOUT = new BigDecimal("0.2");

    private Likenesses() {}

    /** Those of some schedules; transfers have none. */
    public static List<DailySum.Likeness> of(Collection<Schedule> schedules) {
        return schedules.stream()
                .filter(schedule -> !schedule.paused && schedule.type != TransactionType.TRANSFER)
                .map(schedule -> {
                    BigDecimal about = schedule.amount.abs().multiply(ABOUT);
                    return new DailySum.Likeness(
                            schedule.description,
                            schedule.amount.subtract(about),
                            schedule.amount.add(about),
                            schedule.accountId);
                })
                .toList();
    }
}
