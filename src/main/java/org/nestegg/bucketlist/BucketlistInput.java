package org.nestegg.bucketlist;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/** All that a caller says of a bucket list. */
@RegisterForReflection
@Schema(examples = """
        {"name": "Before I am forty"}
        """)
record BucketlistInput(
        @Schema(minLength = 1, maxLength = 100, description = "Unique without case")
        @NotNull
        @CodePointLength(min = 1, max = 100)
        String name) {

    static BucketlistInput of(Bucketlist list) {
        return new BucketlistInput(list.name);
    }
}
