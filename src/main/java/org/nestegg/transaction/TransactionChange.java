package org.nestegg.transaction;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which transaction an entry of a batch is for. Beside the id it has the fields of a merge patch. */
@Schema(
        name = "TransactionChange",
        description = "A merge patch (RFC 7396) with the id of the transaction that it is for")
record TransactionChange(@Schema(required = true) @NotNull UUID id) {}
