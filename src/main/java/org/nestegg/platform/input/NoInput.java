package org.nestegg.platform.input;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a request that says all by its path: none, or an object without fields. */
@Schema(description = "No body, or an object without fields", examples = "{}")
public record NoInput() implements OptionalBody {}
