package org.nestegg.platform.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a collection.
 *
 * @param next the path of the next page, or null on the last
 * @param total how many items there are on all pages, where the request asked for it
 */
public record Page<T>(
        @Schema(required = true) List<T> items,

        @Schema(
                required = true,
                nullable = true,
                format = "uri-reference",
                description = "The path of the next page; null on the last one")
        @JsonInclude
        String next,

        @Schema(description = "How many items there are on all pages, with count=true")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Long total) {}
