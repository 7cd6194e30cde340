package org.nestegg.identity;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of password. */
@Schema(examples = """
        {"currentPassword": "a walk by the river", "newPassword": "two walks by the sea"}
        """)
record PasswordInput(
        @NotNull Password currentPassword, @NotNull NewPassword newPassword) {}
