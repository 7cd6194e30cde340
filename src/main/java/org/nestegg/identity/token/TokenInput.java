package org.nestegg.identity.token;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.platform.input.Checked;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;

/** A personal token to be made. */
@Schema(name = "PersonalTokenInput", examples = """
        {"name": "Backup script", "scope": "read", "expiresAt": "2099-01-01T00:00:00Z"}
        """)
record TokenInput(
        @Schema(minLength = 1, maxLength = 100) @NotNull @CodePointLength(min = 1, max = 100)
        String name,

        @NotNull Scope scope,

        @Schema(nullable = true, description = "In the future; it never expires if left out")
        Instant expiresAt)
        implements Checked {

    @Override
    public void check(Consumer<FieldError> faults) {
        if (expiresAt != null && !expiresAt.isAfter(Instant.now())) {
            faults.accept(FieldError.at("/expiresAt", CommonFieldError.NOT_IN_FUTURE));
        }
    }
}
