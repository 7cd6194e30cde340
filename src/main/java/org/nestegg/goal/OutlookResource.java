package org.nestegg.goal;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nestegg.platform.condition.Conditional;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** When a goal will be reached. */
@Path("/api/v1/goals/{id}/outlook")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Goals")
public class OutlookResource {

    private final CurrentUser user;

    OutlookResource(CurrentUser user) {
        this.user = user;
    }

    @GET
    @Transactional
    @Conditional
    @Operation(
            operationId = "getGoalOutlook",
            summary = "When a goal with a target will be reached, by what has been set aside, and what it would take")
    @APIResponse(responseCode = "200", description = "The outlook")
    @APIResponse(responseCode = "409", ref = "Problem409")
    public OutlookView get(UUID id) {
        Goal goal = Goal.of(user.id(), id).orElseThrow(ProblemException::notFound);
        return OutlookView.of(Outlook.of(goal, user.today()));
    }
}
