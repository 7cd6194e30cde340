package org.nestegg.shared.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One field of the body, or one query parameter, that is at fault. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One field of the body (pointer) or one query parameter (parameter) that is at fault.")
public record FieldError(
        @Schema(
                description = "JSON Pointer (RFC 6901) to the field in the body",
                nullable = false,
                examples = "/amount")
        String pointer,

        @Schema(description = "Name of the query parameter", nullable = false)
        String parameter,

        @Schema(required = true, implementation = String.class, examples = "too-many-decimals")
        Fault code,

        @Schema(required = true, examples = "has more decimals than the currency allows (at most 2)")
        String message) {

    /** A fault of the field at a JSON Pointer. */
    public static FieldError at(String pointer, Fault fault, Object... arguments) {
        return new FieldError(pointer, null, fault, fault.message(arguments));
    }

    /** A fault of a query parameter. */
    public static FieldError ofParameter(String parameter, Fault fault, Object... arguments) {
        return new FieldError(null, parameter, fault, fault.message(arguments));
    }
}
