package org.nestegg.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change did to one object. */
@Schema(name = "ChangeItem", examples = """
        {"type": "transaction", "id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "op": "created"}
        """)
record ItemView(
        @Schema(required = true, description = "The kind of object: a singular path segment")
        String type,

        @Schema(required = true) UUID id,
        @Schema(required = true) ItemOp op) {

    /** With the object as it was before and after. */
    @Schema(name = "ChangeItemInFull", examples = """
            {"type": "bucketlist", "id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "op": "created",
             "after": {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "name": "Before I am forty", "itemCount": 0,
              "doneCount": 0, "createdAt": "2026-11-20T20:13:00Z", "updatedAt": "2026-11-20T20:13:00Z"}}
            """)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InFull(
            @Schema(required = true, description = "The kind of object: a singular path segment")
            String type,

            @Schema(required = true) UUID id,
            @Schema(required = true) ItemOp op,

            @Schema(
                    implementation = Object.class,
                    description = "The object as it was shown before; not of one that was created")
            Object before,

            @Schema(
                    implementation = Object.class,
                    description = "The object as it was shown after; not of one that was deleted")
            Object after) {}
}
