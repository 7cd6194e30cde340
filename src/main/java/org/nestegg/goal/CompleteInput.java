package org.nestegg.goal;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.OptionalBody;

/** When a goal was done. */
@Schema(examples = """
        {"end": "2026-11-20T20:13:00Z"}
        """)
record CompleteInput(
        @Schema(nullable = true, description = "Now if left out")
        Instant end) implements OptionalBody {}
