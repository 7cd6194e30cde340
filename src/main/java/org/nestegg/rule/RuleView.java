package org.nestegg.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.condition.Tagged;
import org.nestegg.transaction.TransactionType;

/** A rule as callers see it; what it does not ask for or do is not shown. */
@RegisterForReflection
@Schema(name = "Rule", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "name": "Groceries", "position": 1,
                 "when": {"description": {"contains": "market"}, "type": "expense"},
                 "set": {"category": "food", "addTags": ["household"]}, "stop": true,
                 "createdAt": "2026-11-20T20:13:00Z", "updatedAt": "2026-11-20T20:13:00Z"}
                """)
record RuleView(
        @Schema(required = true) UUID id,
        @Schema(required = true, nullable = true) String name,

        @Schema(required = true, minimum = "1", description = "In this order they are applied; it has no gaps")
        long position,

        @Schema(required = true) When when,
        @Schema(required = true) Set set,
        @Schema(required = true) boolean stop,
        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "When its own fields changed last; others that move do not count")
        Instant updatedAt)
        implements Tagged {

    private static final String AMOUNT = "^\\d{1,13}(\\.\\d{1,4})?$";

    /** When it applies. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RuleCondition")
    record When(
            Description description,
            TransactionType type,
            UUID accountId,
            @Schema(pattern = AMOUNT) String minAmount,
            @Schema(pattern = AMOUNT) String maxAmount) {

        private static When of(Rule rule) {
            return new When(
                    rule.matchKind == null ? null : Description.of(rule.matchKind, rule.matchText),
                    rule.matchType,
                    rule.matchAccountId,
                    plain(rule.matchLeast),
                    plain(rule.matchMost));
        }

        /** As short as it can be: it has no currency. */
        private static String plain(BigDecimal amount) {
            return amount == null ? null : amount.stripTrailingZeros().toPlainString();
        }
    }

    /** What a description is found by: one of these. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RuleText")
    record Description(String contains, String equals, String matches) {

        private static Description of(TextMatch kind, String text) {
            TextInput said = TextInput.of(kind, text);
            return new Description(said.contains(), said.equals(), said.matches());
        }
    }

    /** What it does. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "RuleAction")
    record Set(String description, String category, List<String> addTags, String notes, Decision decision) {

        private static Set of(Rule rule) {
            return new Set(
                    rule.setDescription,
                    rule.setCategory,
                    rule.addTags,
                    rule.setNotes,
                    rule.skip ? Decision.SKIP : null);
        }
    }

    static RuleView of(Rule.Placed placed) {
        Rule rule = placed.rule();
        return new RuleView(
                rule.id,
                rule.name,
                placed.position(),
                When.of(rule),
                Set.of(rule),
                rule.stop,
                rule.createdAt,
                rule.updatedAt);
    }
}
