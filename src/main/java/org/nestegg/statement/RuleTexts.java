package org.nestegg.statement;

import java.util.List;
import java.util.UUID;
import org.nestegg.rule.Rules;

/** What rules say of rows, and after them what was said by hand. */
final class RuleTexts {

    private final Rules rules;

    RuleTexts(UUID owner) {
        rules = Rules.of(owner);
    }

    void apply(List<PlanRow> rows) {
        rows.stream().filter(row -> !row.isInvalid() && row.amount != null).forEach(this::byRules);
        rows.stream().filter(row -> row.edits != null).forEach(RowEdits::apply);
    }

    private void byRules(PlanRow row) {
        Rules.Outcome outcome = rules.apply(
                new Rules.Subject(row.description, row.amount, row.accountId, row.category, row.tags, row.notes));
        row.description = outcome.description();
        row.category = outcome.category();
        row.tags = outcome.tags();
        row.notes = outcome.notes();
        row.skippedByRule = outcome.skip();
        row.rules = outcome.rules();
    }
}
