package org.nestegg.rule;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of what a rule would change. */
@Schema(name = "RulePreview", examples = """
        {"items": [], "next": null}
        """)
record RulePreviewView(
        @Schema(required = true, description = "The newest day first")
        List<RuleEffectView> items,

        @Schema(
                required = true,
                nullable = true,
                format = "uri-reference",
                description =
                        "The path to send the same rule to for the next page; null on the last one. Where there is much to"
                                + " look at in vain, a page may be short, or empty, and have a next.")
        String next) {}
