package org.nestegg.bucketlist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.goal.GoalInput;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.input.OptionalBody;
import org.nestegg.platform.input.Text;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.ProblemException;

/** What the goal that is made from an item has beside what the item says. */
@Schema(examples = """
        {"targetAmount": "2500", "targetDate": "2028-02-01"}
        """)
record PromoteInput(
        @Schema(nullable = true, minLength = 1, maxLength = 100, description = "The item's name if left out")
        @CodePointLength(min = 1, max = 100)
        String name,

        @Schema(ref = "PositiveAmount") BigDecimal targetAmount,

        @Schema(ref = "CurrencyCode", description = "The user's own currency if left out")
        Currency currency,

        @Schema(nullable = true) LocalDate targetDate,

        @Schema(nullable = true, description = "The goal that it is below; at the top if left out")
        UUID parentId)
        implements Checked, OptionalBody {

    @Override
    public void check(Consumer<FieldError> faults) {
        GoalInput.checkTarget(targetAmount, currency, faults);
    }

    /**
     * What the goal is to be. The description comes along where it is not too long for a goal.
     *
     * @throws ProblemException with {@code invalid-input} if the item's name is too long for a goal and no other is given
     */
    GoalInput toGoal(BucketlistItem item) {
        String goalName = Optional.ofNullable(name).orElse(item.name);
        if (Text.length(goalName) > GoalInput.MAX_NAME) {
            throw ProblemException.invalid("/name", CommonFieldError.TOO_LONG, GoalInput.MAX_NAME);
        }
        String description = Optional.ofNullable(item.description)
                .filter(text -> Text.length(text) <= GoalInput.MAX_DESCRIPTION)
                .orElse(null);
        return new GoalInput(parentId, goalName, description, null, item.doneAt, targetAmount, currency, targetDate);
    }
}
