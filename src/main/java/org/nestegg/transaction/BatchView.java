package org.nestegg.transaction;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a batch did, each list in the order of its request. */
@Schema(name = "BatchAnswer", examples = """
                {"create": [], "update": [], "delete": ["019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6f"]}
                """)
record BatchView(
        @Schema(required = true, description = "As recorded")
        List<TransactionView> create,

        @Schema(required = true, description = "As changed") List<TransactionView> update,

        @Schema(required = true, description = "Gone") List<UUID> delete) {}
