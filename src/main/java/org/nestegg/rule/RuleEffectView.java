package org.nestegg.rule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.transaction.TransactionView;

/** What a rule would do to a transaction. */
@RegisterForReflection
@Schema(name = "RuleEffect")
record RuleEffectView(
        @Schema(required = true) UUID transactionId,
        @Schema(required = true, description = "As it is") TransactionView before,

        @Schema(required = true, description = "As it would be")
        TransactionView after) {

    static RuleEffectView of(RuleScan.Effect effect) {
        return new RuleEffectView(effect.before().id(), effect.before(), effect.after());
    }
}
