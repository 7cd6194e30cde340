package org.nestegg.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change as its user sees it. */
@Schema(name = "Change", examples = """
        {"seq": 7, "at": "2026-11-20T20:13:00Z", "kind": "createIncome",
         "actor": {"type": "session", "id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6f"},
         "items": [{"type": "transaction", "id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "op": "created"}], "count": 1}
        """)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeView(
        @Schema(required = true, minimum = "1", description = "Counts the user's changes from 1, without gaps")
        long seq,

        @Schema(required = true) Instant at,

        @Schema(required = true, description = "The id of the operation; direct for what was not made by a request")
        String kind,

        @Schema(required = true) Actor actor,

        @Schema(required = true, description = "What it did to which objects: the first 100")
        List<ItemView> items,

        @Schema(required = true, description = "How many items there are")
        int count,

        @Schema(description = "The seq of the change that it undoes")
        Long undoes,

        @Schema(description = "The seq of the change that undoes it")
        Long undoneBy) {

    static ChangeView of(Change change, Items.Listed items, Long undoneBy) {
        return new ChangeView(
                change.id.seq(),
                change.at,
                change.kind,
                change.actor(),
                items.first(),
                items.count(),
                change.undoes,
                undoneBy);
    }

    /** With objects, in pages. */
    @Schema(name = "ChangeInFull", examples = """
            {"seq": 7, "at": "2026-11-20T20:13:00Z", "kind": "deleteBucketlist",
             "actor": {"type": "session", "id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6f"},
             "items": [{"type": "bucketlist", "id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "op": "deleted",
              "before": {"id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "name": "Before I am forty", "itemCount": 0,
               "doneCount": 0, "createdAt": "2026-11-20T20:13:00Z", "updatedAt": "2026-11-20T20:13:00Z"}}],
             "count": 1, "next": null}
            """)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InFull(
            @Schema(required = true, minimum = "1", description = "Counts the user's changes from 1, without gaps")
            long seq,

            @Schema(required = true) Instant at,

            @Schema(required = true, description = "The id of the operation; direct for what was not made by a request")
            String kind,

            @Schema(required = true) Actor actor,

            @Schema(required = true, description = "A page of what it did to which objects")
            List<ItemView.InFull> items,

            @Schema(required = true, description = "How many items there are")
            int count,

            @Schema(description = "The seq of the change that it undoes")
            Long undoes,

            @Schema(description = "The seq of the change that undoes it")
            Long undoneBy,

            @Schema(
                    required = true,
                    nullable = true,
                    format = "uri-reference",
                    description = "The path of the next page of items; null on the last one")
            @JsonInclude
            String next) {

        static InFull of(ChangeView change, List<ItemView.InFull> items, String next) {
            return new InFull(
                    change.seq,
                    change.at,
                    change.kind,
                    change.actor,
                    items,
                    change.count,
                    change.undoes,
                    change.undoneBy,
                    next);
        }
    }
}
