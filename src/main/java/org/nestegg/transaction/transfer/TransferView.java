package org.nestegg.transaction.transfer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.platform.condition.Tagged;
import org.nestegg.platform.http.Created;
import org.nestegg.transaction.Transaction;

/** A transfer as callers see it. */
@RegisterForReflection
@Schema(name = "Transfer", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6a", "fromAccountId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e",
                 "toAccountId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6f", "amount": "100.00", "currency": "EUR",
                 "receivedAmount": "100.00", "receivedCurrency": "EUR", "date": "2026-11-20",
                 "receivedDate": "2026-11-20", "description": "Current account → Savings", "category": "savings",
                 "tags": [], "notes": null, "outId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6b",
                 "inId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6c", "createdAt": "2026-11-20T20:13:00Z",
                 "updatedAt": "2026-11-20T20:13:00Z"}
                """)
record TransferView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID fromAccountId,
        @Schema(required = true) UUID toAccountId,

        @Schema(required = true, ref = "Money", description = "What left, without a sign")
        String amount,

        @Schema(required = true, ref = "CurrencyCode") String currency,

        @Schema(required = true, ref = "Money", description = "What arrived")
        String receivedAmount,

        @Schema(required = true, ref = "CurrencyCode") String receivedCurrency,
        @Schema(required = true) LocalDate date,
        @Schema(required = true) LocalDate receivedDate,
        @Schema(required = true) String description,
        @Schema(required = true, nullable = true) String category,
        @Schema(required = true) List<String> tags,
        @Schema(required = true, nullable = true) String notes,

        @Schema(required = true, description = "The transaction in the account that it left")
        UUID outId,

        @Schema(required = true, description = "The transaction in the account that it reached")
        UUID inId,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt)
        implements Tagged {

    /** The texts are those of the side that left. */
    static TransferView of(Transfer.Whole whole) {
        Transfer transfer = whole.transfer();
        Transaction out = whole.out();
        Transaction in = whole.in();
        return new TransferView(
                transfer.id,
                out.accountId,
                in.accountId,
                out.money().negated().display(),
                out.currency.getCurrencyCode(),
                in.money().display(),
                in.currency.getCurrencyCode(),
                out.date,
                in.date,
                out.description,
                out.category,
                out.tags,
                out.notes,
                out.id,
                in.id,
                transfer.createdAt,
                whole.updatedAt());
    }

    /** The answer that tells of a new one. */
    static RestResponse<TransferView> created(Transfer.Whole whole) {
        return Created.at("/api/v1/transfers/" + whole.transfer().id, of(whole));
    }
}
