package org.nestegg.rule;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.platform.input.Distinct;
import org.nestegg.platform.input.MultilineText;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.transaction.Transaction;

/** What a caller says of what a rule does. */
@RegisterForReflection
@Schema(name = "RuleActionInput")
record ActionInput(
        @Schema(nullable = true, minLength = 1, maxLength = Transaction.MAX_DESCRIPTION, description = "In its place")
        @CodePointLength(min = 1, max = Transaction.MAX_DESCRIPTION)
        String description,

        @Schema(nullable = true, minLength = 1, maxLength = Transaction.MAX_CATEGORY, description = "In its place")
        @CodePointLength(min = 1, max = Transaction.MAX_CATEGORY)
        String category,

        @Schema(
                nullable = true,
                maxItems = Transaction.MAX_TAGS,
                description = "Beside those that are there, up to 20 in all")
        @Size(max = Transaction.MAX_TAGS)
        List<@NotNull @CodePointLength(min = 1, max = Transaction.MAX_TAG) String> addTags,

        @Schema(nullable = true, minLength = 1, maxLength = Transaction.MAX_NOTES, description = "In their place")
        @CodePointLength(min = 1, max = Transaction.MAX_NOTES)
        @JsonDeserialize(using = MultilineText.class)
        String notes,

        @Schema(nullable = true, description = "skip: a row of a statement is not recorded. What is recorded stays.")
        Decision decision) {

    /** As they are kept, each once. */
    List<String> tags() {
        return Distinct.of(addTags);
    }

    void check(Consumer<FieldError> faults) {
        boolean nothing = Stream.of(description, category, notes, decision).allMatch(Objects::isNull) && emptyTags();
        if (nothing) {
            faults.accept(FieldError.at("/set", RuleFieldError.NO_ACTION));
        }
    }

    private boolean emptyTags() {
        return addTags == null || addTags.isEmpty();
    }
}
