package org.nestegg.goal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.identity.User;
import org.nestegg.identity.audit.AuditTrail;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.problem.ProblemException;

/** Somebody's goals, for admins. */
@Path("/api/v1/users/{id}/goals/tree")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@RolesAllowed("admin")
@Tag(name = "Administration")
public class UserGoalResource {

    private final AuditTrail trail;
    private final GoalTreeWriter trees;

    UserGoalResource(AuditTrail trail, GoalTreeWriter trees) {
        this.trail = trail;
        this.trees = trees;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getUserGoalForest",
            summary = "All goals of a user, nested; they find it in their activity")
    @APIResponse(
            responseCode = "200",
            description = "The forest",
            content = @Content(schema = @Schema(ref = "GoalForest")))
    public RestResponse<StreamingOutput> get(UUID id) {
        User.of(id).orElseThrow(ProblemException::notFound);
        trail.readByAdmin(id, "goals");
        return trees.answerAll(GoalTreeBuilder.forest(id));
    }
}
