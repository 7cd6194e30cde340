package org.nestegg.identity.session;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session as its user sees it. */
@Schema(name = "Session", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "createdAt": "2026-11-20T20:13:00Z",
                 "lastUsedAt": "2026-11-20T21:02:11Z", "expiresAt": "2026-12-20T21:02:11Z", "source": "203.0.113.7",
                 "userAgent": "curl/8.14.1", "current": true}
                """)
record SessionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "When it was started or last prolonged")
        Instant lastUsedAt,

        @Schema(required = true, description = "When it ends if it is not prolonged before")
        Instant expiresAt,

        @Schema(required = true, nullable = true, description = "The IP address that it was last prolonged from")
        String source,

        @Schema(required = true, nullable = true, description = "What the client called itself")
        String userAgent,

        @Schema(required = true, description = "Whether it is the one of this request")
        boolean current) {

    static SessionView of(Session session, boolean current) {
        return new SessionView(
                session.id,
                session.createdAt,
                session.usedAt,
                session.expiresAt,
                session.source,
                session.userAgent,
                current);
    }
}
