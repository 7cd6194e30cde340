package org.nestegg.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change did to an object. */
@Schema(name = "HistoryEntry", examples = """
        {"seq": 7, "at": "2026-11-20T20:13:00Z",
         "actor": {"type": "session", "id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6f"}, "op": "deleted"}
        """)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryView(
        @Schema(required = true, minimum = "1", description = "The change's")
        long seq,

        @Schema(required = true) Instant at,
        @Schema(required = true) Actor actor,
        @Schema(required = true) ItemOp op,

        @Schema(
                implementation = Object.class,
                description = "The object as it was shown after; not of one that was deleted")
        Object object) {}
