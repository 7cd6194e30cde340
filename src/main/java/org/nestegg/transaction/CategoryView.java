package org.nestegg.transaction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A category as it is used. It has no row of its own: it is what transactions say. */
@RegisterForReflection
@Schema(name = "Category", examples = """
        {"name": "food", "count": 12, "lastUsed": "2026-11-20"}
        """)
public record CategoryView(
        @Schema(required = true) String name,

        @Schema(required = true, description = "How many transactions it has")
        long count,

        @Schema(required = true, description = "The day of the newest of them")
        LocalDate lastUsed) {}
