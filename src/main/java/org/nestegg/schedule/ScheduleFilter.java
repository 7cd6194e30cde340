package org.nestegg.schedule;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.input.QueryParameter;
import org.nestegg.platform.input.QueryReader;

/** Which schedules a list has. */
record ScheduleFilter(Optional<String> text, Optional<Boolean> paused) {

    private static final QueryParameter<String> TEXT =
            QueryParameter.text("q", "Part of name, description or category, without case");
    private static final QueryParameter<Boolean> PAUSED =
            QueryParameter.either("paused", "Only those that are paused, or only those that are not");

    /** How much a new schedule posts. */
    static final QueryParameter<Boolean> CATCH_UP =
            QueryParameter.flag("catchUp", "Whether occurrences before today are posted, too, up to 1,000 of them");

    static final List<QueryParameter<?>> PARAMETERS = List.of(TEXT, PAUSED);

    static ScheduleFilter read(QueryReader query) {
        return new ScheduleFilter(query.get(TEXT), query.get(PAUSED));
    }

    Criteria criteria(UUID owner) {
        return Criteria.ofOwner(owner)
                .andAnyContains(List.of("name", "description", "category"), "text", text)
                .and("paused = :paused", "paused", paused);
    }
}
