package org.nestegg.platform.problem;

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
        ProblemCode found = ProblemCode.ofCode(code).orElseThrow();
        throw found == ProblemCode.LIMIT_REACHED
                ? ProblemException.limitReached(Limit.GOALS)
                : new ProblemException(found);
    }
}
