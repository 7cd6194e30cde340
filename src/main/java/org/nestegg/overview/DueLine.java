package org.nestegg.overview;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.schedule.Occurrence;
import org.nestegg.schedule.OccurrenceState;
import org.nestegg.schedule.PlannedFlows;
import org.nestegg.schedule.Schedule;
import org.nestegg.transaction.TransactionType;

/** What a schedule has due, as callers see it at a glance. */
@RegisterForReflection
@Schema(name = "OverviewDue")
record DueLine(
        @Schema(required = true) UUID scheduleId,

        @Schema(required = true, nullable = true, description = "Of the schedule; null if it has none")
        String name,

        @Schema(required = true, description = "The day that the occurrence is known by")
        LocalDate date,

        @Schema(required = true, description = "The day on which money moves; before today, it waits")
        LocalDate due,

        @Schema(required = true) OccurrenceState state,
        @Schema(required = true) TransactionType type,
        @Schema(required = true) String description,

        @Schema(required = true, ref = "Money", description = "Negative for an expense; of a transfer, what is moved")
        String amount,

        @Schema(required = true, ref = "CurrencyCode") String currency,

        @Schema(
                required = true,
                nullable = true,
                description = "The account that it lies in, or that a transfer leaves")
        UUID accountId) {

    static DueLine of(PlannedFlows.Open open) {
        Schedule schedule = open.schedule();
        Occurrence occurrence = open.occurrence();
        return new DueLine(
                schedule.id,
                schedule.name,
                occurrence.date(),
                occurrence.due(),
                occurrence.state(),
                schedule.type,
                schedule.description,
                occurrence.money().display(),
                schedule.currency.getCurrencyCode(),
                schedule.accountId);
    }
}
