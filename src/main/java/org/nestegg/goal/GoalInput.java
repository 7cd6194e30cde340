package org.nestegg.goal;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.money.Money;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.input.MultilineText;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;

/** All that a caller says of a goal. */
@RegisterForReflection
@Schema(examples = """
                {"name": "A year off", "description": "Twelve months without a job", "targetAmount": "12000",
                 "targetDate": "2029-01-01"}
                """)
public record GoalInput(
        @Schema(nullable = true, description = "The goal that it is below; at the top if left out")
        UUID parentId,

        @Schema(minLength = 1, maxLength = GoalInput.MAX_NAME)
        @NotNull
        @CodePointLength(min = 1, max = GoalInput.MAX_NAME)
        String name,

        @Schema(nullable = true, maxLength = GoalInput.MAX_DESCRIPTION)
        @CodePointLength(max = GoalInput.MAX_DESCRIPTION)
        @JsonDeserialize(using = MultilineText.class)
        String description,

        @Schema(nullable = true, description = "Now if left out")
        Instant start,

        @Schema(nullable = true, description = "When it was done; active if left out")
        Instant end,

        @Schema(ref = "PositiveAmount") BigDecimal targetAmount,

        @Schema(ref = "CurrencyCode", description = "The user's own currency if left out")
        Currency currency,

        @Schema(nullable = true) LocalDate targetDate)
        implements Checked {

    /** The longest name, in code points. */
    public static final int MAX_NAME = 100;

    /** The longest description, in code points. */
    public static final int MAX_DESCRIPTION = 512;

    static final String TARGET = "/targetAmount";

    /** What would have to be sent for the goal as it is. */
    static GoalInput of(Goal goal) {
        return new GoalInput(
                goal.parentId,
                goal.name,
                goal.description,
                goal.start,
                goal.end,
                goal.targetAmount == null ? null : goal.targetAmount.stripTrailingZeros(),
                goal.currency,
                goal.targetDate);
    }

    @Override
    public void check(Consumer<FieldError> faults) {
        if (start != null && end != null && end.isBefore(start)) {
            faults.accept(FieldError.at("/end", GoalFieldError.BEFORE_START));
        }
        checkTarget(targetAmount, currency, faults);
    }

    /** Names what is wrong with a target, either part of which may be null. */
    public static void checkTarget(BigDecimal targetAmount, Currency currency, Consumer<FieldError> faults) {
        if (targetAmount != null && targetAmount.signum() <= 0) {
            faults.accept(FieldError.at(TARGET, CommonFieldError.NOT_POSITIVE));
        } else if (targetAmount != null && currency != null) {
            Money.fault(TARGET, targetAmount, currency).ifPresent(faults);
        }
    }
}
