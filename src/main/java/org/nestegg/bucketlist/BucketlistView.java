package org.nestegg.bucketlist;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.condition.Tagged;

/** A bucket list as callers see it. */
@Schema(name = "Bucketlist", examples = """
                {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "name": "Before I am forty", "itemCount": 12,
                 "doneCount": 3, "createdAt": "2026-11-20T20:13:00Z", "updatedAt": "2026-11-20T20:13:00Z"}
                """)
record BucketlistView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,
        @Schema(required = true) long itemCount,
        @Schema(required = true) long doneCount,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt)
        implements Tagged {

    static BucketlistView of(Bucketlist.Counted counted) {
        Bucketlist list = counted.list();
        return new BucketlistView(list.id, list.name, counted.items(), counted.done(), list.createdAt, list.updatedAt);
    }
}
