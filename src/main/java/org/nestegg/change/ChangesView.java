package org.nestegg.change;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some changes, one after the other. */
@Schema(name = "Changes", examples = """
        {"items": [], "next": null, "latest": 7}
        """)
record ChangesView(
        @Schema(required = true, description = "The oldest first")
        List<ChangeView> items,

        @Schema(
                required = true,
                nullable = true,
                format = "uri-reference",
                description =
                        "The path of what comes after; null if there is nothing yet. Where it was asked for some kinds or"
                                + " types, there may be a next even where there are no items.")
        String next,

        @Schema(required = true, minimum = "0", description = "The newest seq, 0 before the first")
        long latest) {}
