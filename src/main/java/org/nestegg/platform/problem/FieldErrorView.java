package org.nestegg.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A {@link FieldError} as callers see it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "FieldError",
        description = "One field of the body (pointer) or one query parameter (parameter) that is at fault.")
record FieldErrorView(
        @Schema(
                description = "JSON Pointer (RFC 6901) to the field in the body",
                nullable = false,
                examples = "/amount")
        String pointer,

        @Schema(description = "Name of the query parameter", nullable = false)
        String parameter,

        @Schema(required = true, examples = "too-many-decimals")
        String code,

        @Schema(required = true, examples = "has more decimals than the currency allows (at most 2)")
        String message) {

    static FieldErrorView of(FieldError error, Locale language) {
        return new FieldErrorView(
                error.pointer(),
                error.parameter(),
                error.fault().code(),
                error.fault().message(language, error.arguments()));
    }
}
