package org.nestegg.rate;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.change.RecordedType;
import org.nestegg.change.Row;
import org.nestegg.change.Version;

/** How a user's own rates are remembered. */
final class RateHistory {

    static final RecordedType TYPE = RecordedType.of(
                    "rate", "own_rate", 70, RateHistory::views, "day", "currency", "rate", "created_at", "updated_at")
            .withTwin("t.currency = r.currency and t.day = r.day")
            .checked(OwnRate::tooMany);

    private RateHistory() {}

    private static Map<Version, OwnRateView> views(UUID owner, Map<Version, Row> rows) {
        return rows.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, row -> OwnRateView.of(new OwnRate(row.getValue()))));
    }
}
