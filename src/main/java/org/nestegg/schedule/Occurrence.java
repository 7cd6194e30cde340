package org.nestegg.schedule;

import java.time.LocalDate;
import java.util.UUID;
import org.nestegg.money.Money;

/**
 * One time that a schedule comes.
 *
 * @param date the day that the rule hits, which it is known by
 * @param due the day on which money moves
 * @param money with the sign of a transaction's; of a transfer, what is moved
 * @param transaction that it has been posted as; null if it has not
 */
public record Occurrence(LocalDate date, LocalDate due, OccurrenceState state, Money money, UUID transaction) {

    boolean isPosted() {
        return state == OccurrenceState.POSTED;
    }

    /** Whether it may still be posted by itself. */
    boolean isOpen() {
        return state == OccurrenceState.PLANNED || state == OccurrenceState.SUGGESTED;
    }
}
