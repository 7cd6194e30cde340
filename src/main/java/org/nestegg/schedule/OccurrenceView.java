package org.nestegg.schedule;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An occurrence of a schedule as callers see it. */
@Schema(name = "Occurrence", examples = """
                {"date": "2026-11-01", "due": "2026-11-02", "state": "posted", "amount": "-950.00",
                 "transactionId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e"}
                """)
record OccurrenceView(
        @Schema(required = true, description = "The day that the recurrence hits, which the occurrence is known by")
        LocalDate date,

        @Schema(required = true, description = "The day on which money moves: another one if weekends are left out")
        LocalDate due,

        @Schema(required = true) OccurrenceState state,

        @Schema(
                required = true,
                ref = "Money",
                description =
                        "Negative for an expense; of a transfer, what is moved; of what is posted, its transaction's")
        String amount,

        @Schema(
                required = true,
                nullable = true,
                description = "The transaction that it is posted as; of a transfer, the side that money leaves")
        UUID transactionId) {

    static OccurrenceView of(Occurrence occurrence) {
        return new OccurrenceView(
                occurrence.date(),
                occurrence.due(),
                occurrence.state(),
                occurrence.money().display(),
                occurrence.transaction());
    }
}
