package org.nestegg.transaction.transfer;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An expense and an income that are the two sides of one transfer. */
@Schema(name = "TransferLink", examples = """
                {"outId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "inId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6f"}
                """)
record LinkInput(
        @Schema(description = "The expense") @NotNull UUID outId,
        @Schema(description = "The income") @NotNull UUID inId) {}
