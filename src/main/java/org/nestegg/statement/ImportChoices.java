package org.nestegg.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.IdsByName;

/** What a caller says of how a file is to be read, and where it goes. */
@RegisterForReflection
@Schema(name = "ImportPatch", examples = """
                {"layout": {"decimal": "."}}
                """)
record ImportChoices(
        @Schema(nullable = true, description = "The account of whatever has none of its own")
        UUID accountId,

        @Schema(description = "How the file is to be read, or a part of that") @Valid
        LayoutInput layout,

        @Schema(
                description =
                        "Accounts by the numbers that the file names; by number/currency where a number has several")
        @Size(max = ImportChoices.MAX_ACCOUNTS)
        @JsonDeserialize(using = IdsByName.class)
        Map<String, UUID> accounts) {

    static final int MAX_ACCOUNTS = 500;

    ImportChoices {
        layout = layout == null ? LayoutInput.EMPTY : layout;
        accounts = accounts == null ? Map.of() : accounts;
    }
}
