package org.nestegg.goal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.money.Money;
import org.nestegg.platform.condition.Tagged;
import org.nestegg.platform.http.Created;

/** A goal as callers see it. */
@RegisterForReflection
@Schema(name = "Goal", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "parentId": null, "name": "A year off",
                 "description": "Twelve months without a job", "start": "2026-11-20T20:13:00Z", "end": null,
                 "targetAmount": "12000.00", "currency": "EUR", "targetDate": "2029-01-01", "savedAmount": "3000.00",
                 "progress": 0.25, "childCount": 2, "createdAt": "2026-11-20T20:13:00Z",
                 "updatedAt": "2026-11-20T20:13:00Z"}
                """)
public record GoalView(
        @Schema(required = true) UUID id,
        @Schema(required = true, nullable = true) UUID parentId,
        @Schema(required = true) String name,
        @Schema(required = true, nullable = true) String description,
        @Schema(required = true) Instant start,

        @Schema(required = true, nullable = true, description = "When it was done; active while null")
        Instant end,

        @Schema(required = true, ref = "NullableMoney") String targetAmount,

        @Schema(required = true, ref = "CurrencyCode") String currency,
        @Schema(required = true, nullable = true) LocalDate targetDate,

        @Schema(
                required = true,
                ref = "Money",
                description = "Set aside for it and for all goals below it that share its currency")
        String savedAmount,

        @Schema(
                required = true,
                minimum = "0",
                maximum = "1",
                description = "With a target, saved / target, at most 1; without one, the share of done goals below it,"
                        + " or 0 or 1 by its own state if there are none. Rounded down to four decimals.")
        BigDecimal progress,

        @Schema(required = true, description = "How many goals are directly below it")
        int childCount,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt)
        implements Tagged {

    static GoalView of(Goal goal, GoalTotals totals) {
        return new GoalView(
                goal.id,
                goal.parentId,
                goal.name,
                goal.description,
                goal.start,
                goal.end,
                Optional.ofNullable(goal.targetAmount)
                        .map(target -> Money.stored(target, goal.currency).display())
                        .orElse(null),
                goal.currency.getCurrencyCode(),
                goal.targetDate,
                Money.stored(totals.saved(), goal.currency).display(),
                totals.progress(goal),
                totals.children(),
                goal.createdAt,
                goal.updatedAt);
    }

    /** The answer that tells of a new goal. */
    public static RestResponse<GoalView> created(Goal goal) {
        return Created.at("/api/v1/goals/" + goal.id, of(goal, GoalTotals.alone(goal)));
    }
}
