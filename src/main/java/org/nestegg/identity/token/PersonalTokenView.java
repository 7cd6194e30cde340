package org.nestegg.identity.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A personal token as its user sees it. */
@Schema(name = "PersonalToken", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "name": "Backup script", "scope": "read",
                 "expiresAt": "2099-01-01T00:00:00Z", "lastUsedAt": null, "createdAt": "2026-11-20T20:13:00Z"}
                """)
record PersonalTokenView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,
        @Schema(required = true) Scope scope,

        @Schema(required = true, nullable = true, description = "Never if null")
        Instant expiresAt,

        @Schema(required = true, nullable = true, description = "To the minute")
        Instant lastUsedAt,

        @Schema(required = true) Instant createdAt,

        @Schema(nullable = false, description = "The token itself, only in the answer to its making")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String token) {

    static PersonalTokenView of(PersonalToken row) {
        return of(row, null);
    }

    /** With the secret, once. */
    static PersonalTokenView of(PersonalToken row, String token) {
        return new PersonalTokenView(row.id, row.name, row.scope, row.expiresAt, row.lastUsedAt, row.createdAt, token);
    }
}
