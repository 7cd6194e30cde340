package org.nestegg.schedule;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.nestegg.change.RecordedType;
import org.nestegg.platform.database.OwnedRows;
import org.nestegg.platform.http.EntryPoints;
import org.nestegg.platform.problem.ProblemSet;

/** What schedules add to the service: problems, an entry point, that they are remembered, and what an account leaves. */
@Singleton
class ScheduleFeature {

    @Produces
    @Singleton
    ProblemSet problems() {
        return new ProblemSet(
                70,
                List.of(ScheduleProblem.values()),
                List.of(ScheduleFieldError.values()),
                List.of(Schedule.LIMIT, Schedule.EXCEPTIONS));
    }

    @Produces
    @Singleton
    EntryPoints entryPoints() {
        return new EntryPoints(48).add("schedules", "/api/v1/schedules");
    }

    @Produces
    @Singleton
    RecordedType history() {
        return ScheduleHistory.TYPE;
    }

    @Produces
    @Singleton
    OwnedRows occurrences() {
        return new OwnedRows("schedule_occurrence", "schedule_id, date", 45);
    }
}
