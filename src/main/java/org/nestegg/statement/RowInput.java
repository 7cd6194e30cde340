package org.nestegg.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.input.MultilineText;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.transaction.Transaction;

/** What a caller says of a row of a plan. */
@RegisterForReflection
@Schema(name = "ImportRowPatch", examples = """
                {"decision": "create", "category": "food"}
                """)
record RowInput(
        @Schema(nullable = true, description = "What is to become of it; null for what the plan would decide by itself")
        Decision decision,

        @Schema(nullable = true, description = "What it is to be linked to")
        UUID transactionId,

        @Schema(minLength = 1, maxLength = Transaction.MAX_DESCRIPTION)
        @NotNull
        @CodePointLength(min = 1, max = Transaction.MAX_DESCRIPTION)
        String description,

        @Schema(nullable = true, minLength = 1, maxLength = Transaction.MAX_CATEGORY)
        @CodePointLength(min = 1, max = Transaction.MAX_CATEGORY)
        String category,

        @Schema(nullable = true, maxItems = Transaction.MAX_TAGS) @Size(max = Transaction.MAX_TAGS)
        List<@NotNull @CodePointLength(min = 1, max = Transaction.MAX_TAG) String> tags,

        @Schema(nullable = true, maxLength = Transaction.MAX_NOTES)
        @CodePointLength(max = Transaction.MAX_NOTES)
        @JsonDeserialize(using = MultilineText.class)
        String notes)
        implements Checked {

    /** What would have to be said for the row as it is. */
    static RowInput of(PlanRow row) {
        return new RowInput(row.chosen, row.transactionId, row.description, row.category, row.tags, row.notes);
    }

    @Override
    public void check(Consumer<FieldError> faults) {
        if (decision == Decision.LINK && transactionId == null) {
            faults.accept(FieldError.at("/transactionId", CommonFieldError.REQUIRED));
        }
    }
}
