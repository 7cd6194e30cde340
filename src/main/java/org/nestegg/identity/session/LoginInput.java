package org.nestegg.identity.session;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.identity.Password;
import org.nestegg.identity.RegisterInput;

/** Who signs in. */
@Schema(examples = """
        {"email": "luis@example.com", "password": "a walk by the river"}
        """)
record LoginInput(
        @Schema(maxLength = RegisterInput.MAX_EMAIL) @NotNull @CodePointLength(max = RegisterInput.MAX_EMAIL)
        String email,

        @NotNull Password password) {}
