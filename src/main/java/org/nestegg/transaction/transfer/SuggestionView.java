package org.nestegg.transaction.transfer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An expense and an income that could be one transfer: {@code POST /transfers/link} takes them. */
@RegisterForReflection
@Schema(name = "TransferSuggestion", examples = """
                {"outId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "inId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6f",
                 "days": 1, "similarity": 0.42}
                """)
record SuggestionView(
        @Schema(required = true) UUID outId,
        @Schema(required = true) UUID inId,

        @Schema(required = true, minimum = "0", description = "How many days they are apart")
        long days,

        @Schema(required = true, minimum = "0", maximum = "1", description = "How much their texts are alike")
        BigDecimal similarity) {}
