package org.nestegg.identity.audit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of the audit trail as the account's owner sees it. */
@Schema(name = "Activity", examples = """
                {"at": "2026-11-20T20:13:00Z", "event": "signed-in", "sessionId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e",
                 "source": "203.0.113.7", "detail": null}
                """)
record ActivityView(
        @Schema(required = true) Instant at,

        @Schema(required = true, description = "Such as signed-in, sign-in-failed, password-changed or token-created")
        String event,

        @Schema(required = true, nullable = true) UUID sessionId,

        @Schema(required = true, nullable = true, description = "The IP address that it came from")
        String source,

        @Schema(required = true, nullable = true) String detail) {

    static ActivityView of(Activity activity) {
        return new ActivityView(activity.at, activity.event, activity.sessionId, activity.source, activity.detail);
    }
}
