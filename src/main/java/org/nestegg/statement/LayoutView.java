package org.nestegg.statement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.statement.format.Layout;

/** What was said of files with a header, as callers see it. */
@RegisterForReflection
@Schema(name = "SavedLayout", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "header": "date;text;amount",
                 "layout": {"dateFormat": "dmy"}, "createdAt": "2026-11-20T20:13:00Z",
                 "updatedAt": "2026-11-20T20:13:00Z"}
                """)
record LayoutView(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "What files are known by that it holds for")
        String header,

        @Schema(required = true, description = "What was said; the rest is found in each file")
        Layout layout,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static LayoutView of(StatementLayout layout) {
        return new LayoutView(
                layout.id,
                layout.header,
                PlanJson.read(layout.layout, Planner.LAYOUT),
                layout.createdAt,
                layout.updatedAt);
    }
}
