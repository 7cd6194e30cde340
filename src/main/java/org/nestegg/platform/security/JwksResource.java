package org.nestegg.platform.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** Publishes the keys that verify access tokens. */
@Path("/.well-known/jwks.json")
@PermitAll
@Tag(name = "Service")
public class JwksResource {

    private final TokenKeys keys;

    JwksResource(TokenKeys keys) {
        this.keys = keys;
    }

    /** The key set (RFC 7517), with a {@code kid} for each key. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Cache(maxAge = 60)
    @Operation(operationId = "getJwks", summary = "The public keys that verify access tokens (RFC 7517)")
    @APIResponse(
            responseCode = "200",
            description = "The key set",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JwksView.class)))
    public String get() {
        return keys.toJwks();
    }
}
