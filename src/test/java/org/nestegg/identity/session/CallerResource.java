package org.nestegg.identity.session;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** In tests only: says who is calling, by the platform's own means. */
@Path("/test/caller")
@Produces("text/plain")
public class CallerResource {

    private final JsonWebToken token;

    CallerResource(JsonWebToken token) {
        this.token = token;
    }

    @GET
    @RolesAllowed({"user", "admin"})
    @Operation(hidden = true)
    public String get() {
        return token.getName() + " " + token.getIssuer() + " " + token.getClaim("sid");
    }

    @GET
    @Path("/admin")
    @RolesAllowed("admin")
    @Operation(hidden = true)
    public String admin() {
        return token.getName();
    }
}
