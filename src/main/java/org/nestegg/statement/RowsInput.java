package org.nestegg.statement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.Range;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.statement.format.Reading;
import org.nestegg.transaction.Transaction;

/** What a caller says of many rows of a plan at once: of those of some numbers, or of those of one reason. */
@RegisterForReflection
@Schema(name = "ImportRowsPatch", examples = """
                {"reason": "probable-duplicate", "decision": "create"}
                """)
record RowsInput(
        @Schema(nullable = true, maxItems = Reading.MAX_ROWS, description = "Their numbers")
        @Size(max = Reading.MAX_ROWS)
        List<@NotNull @Range(min = 1, max = Reading.MAX_ROWS) Integer> rows,

        @Schema(nullable = true, description = "All of one reason, instead of numbers")
        Reason reason,

        @Schema(nullable = true, description = "create or skip")
        Decision decision,

        @Schema(nullable = true, minLength = 1, maxLength = Transaction.MAX_CATEGORY)
        @CodePointLength(min = 1, max = Transaction.MAX_CATEGORY)
        String category,

        @Schema(
                nullable = true,
                maxItems = Transaction.MAX_TAGS,
                description = "Added to those that they have, as far as they fit")
        @Size(max = Transaction.MAX_TAGS)
        List<@NotNull @CodePointLength(min = 1, max = Transaction.MAX_TAG) String> addTags)
        implements Checked {

    @Override
    public void check(Consumer<FieldError> faults) {
        if (rows == null && reason == null) {
            faults.accept(FieldError.at("/rows", CommonFieldError.REQUIRED));
        } else if (rows != null && reason != null) {
            faults.accept(FieldError.at("/reason", CommonFieldError.UNKNOWN_FIELD));
        }
        if (decision == Decision.LINK) {
            faults.accept(FieldError.at("/decision", CommonFieldError.NOT_ONE_OF, "create, skip"));
        }
    }
}
