package org.nestegg.identity.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.identity.UserView;

/** The answer of every sign-in. */
@Schema(name = "TokenAnswer", examples = """
                {"user": {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "email": "luis@example.com", "name": "Luis",
                 "currency": "EUR", "locale": "es", "timeZone": "Europe/Madrid",
                 "role": "user", "createdAt": "2026-11-20T20:13:00Z"},
                 "accessToken": "eyJ0eXAiOiJhdCtqd3QifQ.eyJpc3MiOiJuZXN0ZWdnIn0.c2lnbmF0dXJl",
                 "refreshToken": "Gm0Zk2Vd0Sg1tq3Yb5Qe8rT7uW9xA1cE3gI5kM7oQ9s", "tokenType": "Bearer", "expiresIn": 900}
                """)
record TokenView(
        @Schema(required = true) UserView user,

        @Schema(required = true, description = "A JWT (RFC 9068) for Authorization: Bearer")
        String accessToken,

        @Schema(required = true, description = "Opaque and good for one refresh")
        String refreshToken,

        @Schema(required = true) String tokenType,

        @Schema(required = true, description = "Seconds until the access token expires")
        long expiresIn) {}
