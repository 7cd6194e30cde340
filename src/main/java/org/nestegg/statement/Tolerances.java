package org.nestegg.statement;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.schedule.Schedule;
import org.nestegg.transaction.ImportedTransactions.Candidate;

/**
 * By how much the bank's amount may be another than that of what schedules have posted.
 *
 * @param percents by schedule
 */
record Tolerances(Map<UUID, Integer> percents) {

    static final Tolerances NONE = new Tolerances(Map.of());

    /** Those of the schedules that have posted some transactions, and are there: in no statement where there is none. */
    static Tolerances of(UUID owner, Collection<Candidate> candidates) {
        return new Tolerances(Schedule.tolerances(
                owner,
                candidates.stream()
                        .map(Candidate::scheduleId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
    }

    /** Whether one may get another amount at all. Sides of transfers may not: both have the same. */
    boolean concern(Candidate candidate) {
        return percents.containsKey(candidate.scheduleId()) && !candidate.transfer();
    }

    /** Whether one may get the amount of a row: that is near enough, of the same sign, and all that is set aside stays so. */
    boolean admit(PlanRow row, Candidate candidate) {
        if (!concern(candidate) || row.amount.signum() != candidate.amount().signum()) {
            return false;
        }
        BigDecimal most = candidate
                .amount()
                .abs()
                .multiply(BigDecimal.valueOf(percents.get(candidate.scheduleId())))
                .movePointLeft(2);
        return row.amount.subtract(candidate.amount()).abs().compareTo(most) <= 0
                && (!candidate.setAside() || row.amount.compareTo(candidate.allocated()) >= 0);
    }
}
