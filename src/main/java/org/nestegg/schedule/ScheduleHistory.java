package org.nestegg.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nestegg.change.RecordedType;
import org.nestegg.change.Row;
import org.nestegg.change.Version;
import org.nestegg.identity.User;

/** How schedules are remembered; which occurrence was the next one then is not told. */
final class ScheduleHistory {

    static final RecordedType TYPE = RecordedType.of(
                    "schedule",
                    "schedule",
                    55,
                    ScheduleHistory::views,
                    "name",
                    "start",
                    "recurrence",
                    "weekend",
                    "mode",
                    "tolerance",
                    "paused",
                    "type",
                    "description",
                    "amount",
                    "currency",
                    "category",
                    "tags",
                    "notes",
                    "account_id",
                    "to_account_id",
                    "live_from",
                    "skipped",
                    "restored",
                    "created_at",
                    "updated_at")
            .checked(ScheduleHistory::plan);

    private ScheduleHistory() {}

    private static Map<Version, ScheduleView> views(UUID owner, Map<Version, Row> rows) {
        return rows.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> ScheduleView.of(new Schedule(row.getValue()), null)));
    }

    /** Those that are as they were are looked after as they are now, and post what is due. */
    private static List<UUID> plan(UUID owner, List<UUID> written) {
        Schedule.LIMIT.check(Schedule.count(owner) - 1);
        LocalDate today = User.today(owner);
        Schedule.all(owner, written).values().forEach(schedule -> schedule.plan(today));
        return List.of();
    }
}
