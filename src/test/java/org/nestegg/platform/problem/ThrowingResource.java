package org.nestegg.platform.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.nestegg.goal.Goal;
import org.nestegg.platform.language.Texts;

/** In tests only: fails with any code that is asked for. */
@Path("/test/problems/{code}")
@PermitAll
public class ThrowingResource {

    static final Limit LIMIT = new Limit("goals", 5, new Texts(Goal.class));

    private final ProblemCatalog catalog;

    ThrowingResource(ProblemCatalog catalog) {
        this.catalog = catalog;
    }

    @GET
    @Operation(hidden = true)
    public String get(String code) {
        ProblemCode found = catalog.ofCode(code).orElseThrow();
        throw found == CommonProblem.LIMIT_REACHED ? ProblemException.limitReached(LIMIT) : new ProblemException(found);
    }
}
