package org.nestegg.schedule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.condition.Tagged;

/** A schedule as callers see it. */
@RegisterForReflection
@Schema(name = "Schedule", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "name": "Rent", "start": "2026-12-01",
                 "recurrence": "FREQ=MONTHLY", "weekend": "after", "mode": "post", "tolerance": 5, "paused": false,
                 "transaction": {"type": "expense", "description": "Rent", "amount": "-950.00", "currency": "EUR",
                   "category": "home", "tags": [], "notes": null, "accountId": null, "toAccountId": null},
                 "next": "2026-12-01", "createdAt": "2026-11-20T20:13:00Z", "updatedAt": "2026-11-20T20:13:00Z"}
                """)
record ScheduleView(
        @Schema(required = true) UUID id,
        @Schema(required = true, nullable = true) String name,
        @Schema(required = true) LocalDate start,
        @Schema(required = true, ref = "Recurrence") String recurrence,
        @Schema(required = true) Weekend weekend,
        @Schema(required = true) Mode mode,
        @Schema(required = true, description = "In percent") int tolerance,
        @Schema(required = true) boolean paused,
        @Schema(required = true) PlannedView transaction,

        @Schema(
                required = true,
                nullable = true,
                description =
                        "The next occurrence that is still to come, today's included; null where there is none, while it"
                                + " is paused, and of what was in the past")
        LocalDate next,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt)
        implements Tagged {

    static ScheduleView of(Timeline timeline) {
        return of(timeline.schedule(), timeline.next().map(Occurrence::date).orElse(null));
    }

    static ScheduleView of(Schedule schedule, LocalDate next) {
        return new ScheduleView(
                schedule.id,
                schedule.name,
                schedule.start,
                schedule.recurrence,
                schedule.weekend,
                schedule.mode,
                schedule.tolerance,
                schedule.paused,
                PlannedView.of(schedule),
                next,
                schedule.createdAt,
                schedule.updatedAt);
    }
}
