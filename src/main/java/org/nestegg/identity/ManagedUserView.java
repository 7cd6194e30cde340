package org.nestegg.identity;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.condition.Tagged;

/** A user as admins see them. */
@Schema(name = "ManagedUser", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "email": "luis@example.com", "name": "Luis",
                 "currency": "EUR", "locale": "es", "timeZone": "Europe/Madrid", "role": "user", "disabled": false,
                 "createdAt": "2026-11-20T20:13:00Z"}
                """)
record ManagedUserView(
        @Schema(required = true) UUID id,

        @Schema(required = true, nullable = true, format = "email")
        String email,

        @Schema(required = true, nullable = true) String name,
        @Schema(required = true, ref = "CurrencyCode") String currency,
        @Schema(required = true, ref = "LanguageTag") String locale,
        @Schema(required = true, ref = "TimeZone") String timeZone,
        @Schema(required = true) Role role,
        @Schema(required = true) boolean disabled,
        @Schema(required = true) Instant createdAt)
        implements Tagged {

    static ManagedUserView of(User user) {
        return new ManagedUserView(
                user.id,
                user.email,
                user.name,
                user.currency.getCurrencyCode(),
                user.locale,
                user.timeZone,
                user.role,
                user.disabled,
                user.createdAt);
    }
}
