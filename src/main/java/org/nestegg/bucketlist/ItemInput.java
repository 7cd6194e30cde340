package org.nestegg.bucketlist;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.nestegg.platform.input.MultilineText;

/** All that a caller says of an item. */
@RegisterForReflection
@Schema(name = "BucketlistItemInput", examples = """
        {"name": "See the northern lights", "description": "Tromsø, in winter", "done": false}
        """)
record ItemInput(
        @Schema(minLength = 1, maxLength = 200) @NotNull @CodePointLength(min = 1, max = 200)
        String name,

        @Schema(nullable = true, maxLength = 2000)
        @CodePointLength(max = 2000)
        @JsonDeserialize(using = MultilineText.class)
        String description,

        @Schema(nullable = true, description = "Setting it sets doneAt, unsetting it clears it; false if left out")
        Boolean done) {

    static ItemInput of(BucketlistItem item) {
        return new ItemInput(item.name, item.description, item.doneAt != null);
    }
}
