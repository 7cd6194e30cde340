package org.nestegg.transaction;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change of one transaction among others.
 *
 * @param patch the fields of a merge patch (RFC 7396)
 */
@RegisterForReflection
record TransactionChange(
        @Schema(required = true) @NotNull UUID id,
        @JsonAnySetter @Schema(hidden = true) Map<String, JsonNode> patch) {}
