package org.nestegg.rule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a rule has done to what is recorded. */
@Schema(name = "RuleApplied", examples = """
        {"changed": 12}
        """)
record RuleAppliedView(
        @Schema(required = true, minimum = "0", description = "How many transactions have changed")
        long changed) {}
