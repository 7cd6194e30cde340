package org.nestegg.schedule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A schedule that could be made of what has come again: {@code POST /schedules} takes its first four fields as they are. */
@RegisterForReflection
@Schema(name = "ScheduleSuggestion")
record SuggestionView(
        @Schema(required = true, description = "The next day on which it is expected, today or later")
        LocalDate start,

        @Schema(required = true, ref = "Recurrence") String recurrence,

        @Schema(
                required = true,
                minimum = "0",
                maximum = "100",
                description = "By how many percent of the amount those of the evidence differ at most")
        int tolerance,

        @Schema(required = true) PlannedView transaction,

        @Schema(
                required = true,
                minimum = "0",
                maximum = "1",
                description =
                        "How sure it is that it goes on, in two decimals: the more often it came, the more regularly, and the"
                                + " more equal its amounts are")
        BigDecimal confidence,

        @Schema(required = true, description = "The transactions that it is seen in, the newest first")
        List<UUID> evidence) {

    static SuggestionView of(Series series, LocalDate today) {
        return new SuggestionView(
                series.beat().next(today),
                series.beat().recurrence(),
                series.tolerance(),
                PlannedView.of(series.last()),
                series.confidence(),
                series.times().stream().map(PastTransaction::id).toList());
    }
}
