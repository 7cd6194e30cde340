package org.nestegg.rule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** What a rule decides of a row of a statement. What is recorded is not concerned. */
@Schema(name = "RuleDecision", enumeration = "skip")
enum Decision implements Coded {
    /** It is not recorded. */
    SKIP("skip");

    private final String code;

    Decision(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
