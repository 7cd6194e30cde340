package org.nestegg.diagnostics;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nestegg.platform.http.ContentTypeHeader;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.Body;

/** Says back what arrived, to debug a proxy or an ingress with. */
@Path("/api/v1/diagnostics/echo")
@Produces(MediaTypes.JSON)
@Consumes(MediaType.WILDCARD)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Service")
public class EchoResource {

    private final RoutingContext context;
    private final Body bodies;

    EchoResource(RoutingContext context, Body bodies) {
        this.context = context;
        this.bodies = bodies;
    }

    @GET
    @Operation(operationId = "echoGet", summary = "What arrived with a GET")
    @APIResponse(responseCode = "200", description = "The request as the service received it")
    public Echo get() {
        return echo(new byte[0]);
    }

    @POST
    @Operation(operationId = "echoPost", summary = "What arrived with a POST")
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaType.WILDCARD, schema = @Schema(description = "Anything")))
    @APIResponse(responseCode = "200", description = "The request as the service received it")
    public Echo post(InputStream body) throws IOException {
        return echo(bodies.read(context, body));
    }

    @PUT
    @Operation(operationId = "echoPut", summary = "What arrived with a PUT")
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaType.WILDCARD, schema = @Schema(description = "Anything")))
    @APIResponse(responseCode = "200", description = "The request as the service received it")
    public Echo put(InputStream body) throws IOException {
        return echo(bodies.read(context, body));
    }

    @PATCH
    @Operation(operationId = "echoPatch", summary = "What arrived with a PATCH")
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaType.WILDCARD, schema = @Schema(description = "Anything")))
    @APIResponse(responseCode = "200", description = "The request as the service received it")
    public Echo patch(InputStream body) throws IOException {
        return echo(bodies.read(context, body));
    }

    @DELETE
    @Operation(operationId = "echoDelete", summary = "What arrived with a DELETE")
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaType.WILDCARD, schema = @Schema(description = "Anything")))
    @APIResponse(responseCode = "200", description = "The request as the service received it")
    public Echo delete(InputStream body) throws IOException {
        return echo(bodies.read(context, body));
    }

    private Echo echo(byte[] body) {
        ContentTypeHeader.restore(context);
        return Echo.of(context.request(), body);
    }
}
