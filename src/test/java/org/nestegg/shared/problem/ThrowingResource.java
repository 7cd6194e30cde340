package org.nestegg.shared.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** In tests only: fails with any code that is asked for. */
@Path("/test/problems/{code}")
@PermitAll
public class ThrowingResource {

    @GET
    @Operation(hidden = true)
    public String get(String code) {
        throw new ProblemException(ProblemCode.ofCode(code).orElseThrow());
    }
}
