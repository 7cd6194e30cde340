package org.nestegg.identity.session;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/** A refresh token, to be used up. */
@Schema(examples = """
        {"refreshToken": "Gm0Zk2Vd0Sg1tq3Yb5Qe8rT7uW9xA1cE3gI5kM7oQ9s"}
        """)
record RefreshInput(
        @Schema(maxLength = 100) @NotNull @CodePointLength(max = 100)
        String refreshToken) {}
