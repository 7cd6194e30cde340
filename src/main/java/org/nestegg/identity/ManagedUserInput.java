package org.nestegg.identity;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What admins can say of a user. */
@RegisterForReflection
@Schema(examples = """
        {"role": "user", "disabled": false}
        """)
record ManagedUserInput(
        @NotNull Role role,

        @Schema(description = "Whether the user is kept from signing in; ends all sessions") @NotNull
        Boolean disabled) {

    static ManagedUserInput of(User user) {
        return new ManagedUserInput(user.role, user.disabled);
    }
}
