package org.nestegg.rule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;

/** All that a caller says of a rule. */
@RegisterForReflection
@Schema(examples = """
                {"name": "Groceries", "position": 1, "when": {"description": {"contains": "market"}, "type": "expense"},
                 "set": {"category": "food", "addTags": ["household"]}, "stop": true}
                """)
record RuleInput(
        @Schema(nullable = true, minLength = 1, maxLength = 100) @CodePointLength(min = 1, max = 100)
        String name,

        @Schema(
                nullable = true,
                minimum = "1",
                maximum = "2147483647",
                description = "From 1; the others make room. Where it is, or the end for a new one, if left out")
        Integer position,

        @Schema(description = "At least one condition; all must hold") @NotNull @Valid
        ConditionInput when,

        @Schema(description = "At least one thing to do") @NotNull @Valid
        ActionInput set,

        @Schema(nullable = true, description = "Whether no rule after it applies where it does; false if left out")
        Boolean stop)
        implements Checked {

    RuleInput {
        stop = stop != null && stop;
    }

    /** What would have to be sent for the rule as it is, where it is. */
    static RuleInput of(Rule rule) {
        return new RuleInput(
                rule.name,
                null,
                new ConditionInput(
                        rule.matchKind == null ? null : TextInput.of(rule.matchKind, rule.matchText),
                        rule.matchType,
                        rule.matchAccountId,
                        rule.matchLeast,
                        rule.matchMost),
                new ActionInput(
                        rule.setDescription,
                        rule.setCategory,
                        rule.addTags,
                        rule.setNotes,
                        rule.skip ? Decision.SKIP : null),
                rule.stop);
    }

    @Override
    public void check(Consumer<FieldError> faults) {
        if (position != null && position < 1) {
            faults.accept(FieldError.at("/position", CommonFieldError.OUT_OF_RANGE, 1, Integer.MAX_VALUE));
        }
        if (when != null) {
            when.check(faults);
        }
        if (set != null) {
            set.check(faults);
        }
    }
}
