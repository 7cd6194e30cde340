package org.nestegg.account;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who signs in. */
@Schema(examples = """
        {"email": "luis@example.com", "password": "a walk by the river"}
        """)
record LoginInput(@NotNull String email, @NotNull Password password) {}
