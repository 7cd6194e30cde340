package org.nestegg.budget;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.change.RecordedType;
import org.nestegg.change.Row;
import org.nestegg.change.Version;

/** How budgets are remembered: what was said of them. How they stood is not known of earlier times. */
final class BudgetHistory {

    static final RecordedType TYPE = RecordedType.of(
                    "budget",
                    "budget",
                    70,
                    BudgetHistory::views,
                    "name",
                    "amount",
                    "currency",
                    "categories",
                    "tags",
                    "account_ids",
                    "recurrence",
                    "start_on",
                    "rollover",
                    "created_at",
                    "updated_at")
            .withTwin("lower(t.name) = lower(r.name)")
            .checked(Budget::tooMany);

    private BudgetHistory() {}

    private static Map<Version, BudgetView> views(UUID owner, Map<Version, Row> rows) {
        return rows.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, row -> BudgetView.of(new Budget(row.getValue()), null)));
    }
}
