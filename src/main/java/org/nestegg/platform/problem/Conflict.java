package org.nestegg.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An object that is in the way of what was asked for.
 *
 * @param type the kind of object: a singular path segment
 * @param seq the change that it has been touched by last, if that is known
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Conflict", examples = """
        {"type": "goal", "id": "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e", "seq": 12}
        """)
public record Conflict(
        @Schema(required = true) String type,
        @Schema(required = true) UUID id,

        @Schema(minimum = "1", description = "The change that has touched it last")
        Long seq) {}
