package org.nestegg.bucketlist;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.condition.Tagged;

/** An item as callers see it. */
@Schema(name = "BucketlistItem", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "bucketListId": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6f",
                 "name": "See the northern lights", "description": "Tromsø, in winter", "done": false, "doneAt": null,
                 "goalId": null, "createdAt": "2026-11-20T20:13:00Z", "updatedAt": "2026-11-20T20:13:00Z"}
                """)
record ItemView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID bucketListId,
        @Schema(required = true) String name,
        @Schema(required = true, nullable = true) String description,
        @Schema(required = true) boolean done,
        @Schema(required = true, nullable = true) Instant doneAt,

        @Schema(required = true, nullable = true, description = "The goal that was made from it")
        UUID goalId,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt)
        implements Tagged {

    static ItemView of(BucketlistItem item) {
        return new ItemView(
                item.id,
                item.bucketlistId,
                item.name,
                item.description,
                item.doneAt != null,
                item.doneAt,
                item.goalId,
                item.createdAt,
                item.updatedAt);
    }
}
