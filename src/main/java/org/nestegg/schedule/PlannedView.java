package org.nestegg.schedule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.money.Money;
import org.nestegg.transaction.TransactionType;

/** What a schedule posts, as callers see it. */
@RegisterForReflection
@Schema(name = "ScheduledTransaction")
public record PlannedView(
        @Schema(required = true) TransactionType type,
        @Schema(required = true) String description,

        @Schema(required = true, ref = "Money", description = "Negative for an expense; of a transfer, what is moved")
        String amount,

        @Schema(required = true, ref = "CurrencyCode") String currency,
        @Schema(required = true, nullable = true) String category,
        @Schema(required = true) List<String> tags,
        @Schema(required = true, nullable = true) String notes,

        @Schema(
                required = true,
                nullable = true,
                description = "The account that it lies in, or that a transfer leaves")
        UUID accountId,

        @Schema(required = true, nullable = true, description = "The account that a transfer reaches")
        UUID toAccountId) {

    /** What would be posted if it came again. */
    static PlannedView of(PastTransaction past) {
        return new PlannedView(
                past.type(),
                past.description(),
                Money.stored(past.amount(), past.currency()).display(),
                past.currency().getCurrencyCode(),
                past.category(),
                past.tags(),
                null,
                past.accountId(),
                null);
    }

    static PlannedView of(Schedule schedule) {
        return new PlannedView(
                schedule.type,
                schedule.description,
                schedule.money().display(),
                schedule.currency.getCurrencyCode(),
                schedule.category,
                schedule.tags,
                schedule.notes,
                schedule.accountId,
                schedule.toAccountId);
    }
}
