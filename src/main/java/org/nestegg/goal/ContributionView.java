package org.nestegg.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.money.Money;
import org.nestegg.platform.condition.Tagged;

/** A contribution as callers see it. */
@Schema(name = "Contribution", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "goalId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6f",
                 "amount": "500.00", "currency": "EUR", "date": "2026-11-20", "note": "Every month",
                 "transactionId": null, "createdAt": "2026-11-20T20:13:00Z"}
                """)
record ContributionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID goalId,

        @Schema(required = true, ref = "Money", description = "Negative where money was taken back")
        String amount,

        @Schema(required = true, ref = "CurrencyCode") String currency,
        @Schema(required = true) LocalDate date,
        @Schema(required = true, nullable = true) String note,

        @Schema(required = true, nullable = true, description = "The income that the money is of")
        UUID transactionId,

        @Schema(required = true) Instant createdAt)
        implements Tagged {

    static ContributionView of(Contribution contribution) {
        return new ContributionView(
                contribution.id,
                contribution.goalId,
                Money.stored(contribution.amount, contribution.currency).display(),
                contribution.currency.getCurrencyCode(),
                contribution.date,
                contribution.note,
                contribution.transactionId,
                contribution.createdAt);
    }
}
