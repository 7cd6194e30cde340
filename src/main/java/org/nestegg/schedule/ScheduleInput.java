package org.nestegg.schedule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.recurrence.Recurrence;

/** All that a caller says of a schedule. */
@RegisterForReflection
@Schema(examples = """
                {"name": "Rent", "start": "2026-12-01", "recurrence": "FREQ=MONTHLY", "weekend": "after", "tolerance": 5,
                 "transaction": {"type": "expense", "description": "Rent", "amount": "950", "category": "home"}}
                """)
public record ScheduleInput(
        @Schema(nullable = true, minLength = 1, maxLength = 100) @CodePointLength(min = 1, max = 100)
        String name,

        @Schema(description = "The day from which the recurrence is counted; an occurrence only if that hits it")
        @NotNull
        LocalDate start,

        @Schema(ref = "Recurrence", required = true) @NotNull @CodePointLength(min = 1, max = Recurrence.MAX_LENGTH)
        String recurrence,

        @Schema(nullable = true, description = "When money moves that would move on a weekend; keep if left out")
        Weekend weekend,

        @Schema(nullable = true, description = "post if left out")
        Mode mode,

        @Schema(
                nullable = true,
                minimum = "0",
                maximum = "100",
                description =
                        "By how many percent of its amount a bank's row may differ that is one of it; 0 if left out")
        Integer tolerance,

        @Schema(nullable = true, description = "Whether nothing is posted for now; false if left out")
        Boolean paused,

        @NotNull @Valid PlannedInput transaction)
        implements Checked {

    public ScheduleInput {
        weekend = Optional.ofNullable(weekend).orElse(Weekend.KEEP);
        mode = Optional.ofNullable(mode).orElse(Mode.POST);
        tolerance = Optional.ofNullable(tolerance).orElse(0);
        paused = paused != null && paused;
    }

    /** What would have to be sent for the schedule as it is. */
    public static ScheduleInput of(Schedule schedule) {
        return new ScheduleInput(
                schedule.name,
                schedule.start,
                schedule.recurrence,
                schedule.weekend,
                schedule.mode,
                schedule.tolerance,
                schedule.paused,
                PlannedInput.of(schedule));
    }

    @Override
    public void check(Consumer<FieldError> faults) {
        if (tolerance < 0 || tolerance > 100) {
            faults.accept(FieldError.at("/tolerance", CommonFieldError.OUT_OF_RANGE, 0, 100));
        }
        if (start != null && recurrence != null && recurrence.length() <= Recurrence.MAX_LENGTH) {
            Recurrence.fault("/recurrence", recurrence, start).ifPresent(faults);
        }
        if (transaction != null) {
            transaction.check(faults);
        }
    }
}
