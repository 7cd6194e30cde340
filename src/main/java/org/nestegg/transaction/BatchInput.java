package org.nestegg.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;

/** Many changes of transactions that happen together or not at all. Each entry is read by itself, and so each is named. */
@Schema(examples = """
                {"create": [{"type": "expense", "description": "Pizza", "amount": "50"}],
                 "update": [{"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "category": "food"}],
                 "delete": ["019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6f"]}
                """)
record BatchInput(
        @Schema(type = SchemaType.ARRAY, implementation = TransactionInput.class, description = "What to record")
        @Size(max = BatchInput.MAX_ENTRIES)
        List<JsonNode> create,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = TransactionChange.class,
                description = "What to change: each a merge patch (RFC 7396) with the id of what it is for")
        @Size(max = BatchInput.MAX_ENTRIES)
        List<JsonNode> update,

        @Schema(type = SchemaType.ARRAY, implementation = UUID.class, description = "What to delete")
        @Size(max = BatchInput.MAX_ENTRIES)
        List<JsonNode> delete)
        implements Checked {

    /** The most entries of all three lists together. */
    static final int MAX_ENTRIES = 500;

    BatchInput {
        create = Optional.ofNullable(create).orElse(List.of());
        update = Optional.ofNullable(update).orElse(List.of());
        delete = Optional.ofNullable(delete).orElse(List.of());
    }

    @Override
    public void check(Consumer<FieldError> faults) {
        if (create.size() + update.size() + delete.size() > MAX_ENTRIES) {
            faults.accept(FieldError.at("", CommonFieldError.TOO_MANY, MAX_ENTRIES));
        }
    }
}
