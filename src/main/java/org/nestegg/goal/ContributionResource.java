package org.nestegg.goal;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.change.Recorded;
import org.nestegg.platform.condition.Conditional;
import org.nestegg.platform.condition.Preconditions;
import org.nestegg.platform.http.Created;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.idempotency.Idempotent;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** The money that is set aside for one goal. */
@Path("/api/v1/goals/{id}/contributions")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Goals")
public class ContributionResource {

    private final Pages pages;
    private final CurrentUser user;
    private final Preconditions preconditions;

    ContributionResource(Pages pages, CurrentUser user, Preconditions preconditions) {
        this.pages = pages;
        this.user = user;
        this.preconditions = preconditions;
    }

    @GET
    @Transactional
    @Operation(operationId = "listContributions", summary = "What was set aside for a goal itself, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<ContributionView>> list(UUID id, @Context UriInfo uri) {
        PageRequest page = pages.read(new QueryReader(uri.getQueryParameters()), uri, user.id());
        find(id);
        return page.answer(
                Contribution.page(user.id(), id, page),
                ContributionView::of,
                contribution -> List.of(contribution.id.toString()),
                () -> Contribution.count(user.id(), id));
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded(value = "createContribution", alone = true)
    @Idempotent
    @Operation(operationId = "createContribution", summary = "Set money aside for a goal, or take some back")
    @APIResponse(
            responseCode = "201",
            description = "The contribution as made",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    public RestResponse<ContributionView> create(UUID id, ContributionInput input) {
        Contribution contribution = Contribution.make(user.id(), id, input, user.today());
        return Created.at(
                "/api/v1/goals/" + id + "/contributions/" + contribution.id, ContributionView.of(contribution));
    }

    @DELETE
    @Path("/{cid}")
    @Transactional
    @Recorded("deleteContribution")
    @Conditional
    @Operation(operationId = "deleteContribution", summary = "Undo a contribution")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(UUID id, UUID cid) {
        find(id);
        Contribution contribution = Contribution.of(user.id(), id, cid).orElseThrow(ProblemException::notFound);
        preconditions.check(() -> ContributionView.of(contribution));
        contribution.delete();
    }

    private Goal find(UUID id) {
        return Goal.of(user.id(), id).orElseThrow(ProblemException::notFound);
    }
}
