package org.nestegg.bucketlist;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.change.History;
import org.nestegg.change.HistoryView;
import org.nestegg.change.Recorded;
import org.nestegg.platform.condition.Conditional;
import org.nestegg.platform.condition.Preconditions;
import org.nestegg.platform.http.Created;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.idempotency.Idempotent;
import org.nestegg.platform.input.MergePatch;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** The caller's bucket lists. */
@Path("/api/v1/bucketlists")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Bucket lists", description = "Lists of wishes, each of which can become a goal")
public class BucketlistResource {

    private final Pages pages;
    private final CurrentUser user;
    private final Preconditions preconditions;
    private final History history;

    BucketlistResource(Pages pages, CurrentUser user, Preconditions preconditions, History history) {
        this.pages = pages;
        this.user = user;
        this.preconditions = preconditions;
        this.history = history;
    }

    @GET
    @Transactional
    @Operation(operationId = "listBucketlists", summary = "Bucket lists, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<BucketlistView>> list(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        BucketlistFilter filter = BucketlistFilter.read(query);
        PageRequest page = pages.read(query, uri, user.id());
        return page.answer(
                Bucketlist.page(user.id(), filter, page),
                BucketlistView::of,
                counted -> List.of(counted.list().id.toString()),
                () -> Bucketlist.count(user.id(), filter));
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("createBucketlist")
    @Idempotent
    @Operation(operationId = "createBucketlist", summary = "Begin a bucket list")
    @APIResponse(
            responseCode = "201",
            description = "The list as begun",
            content = @Content(schema = @Schema(implementation = BucketlistView.class)))
    public RestResponse<BucketlistView> create(BucketlistInput input) {
        Bucketlist list = Bucketlist.create(user.id(), input);
        return Created.at("/api/v1/bucketlists/" + list.id, BucketlistView.of(new Bucketlist.Counted(list, 0, 0)));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Conditional
    @Operation(operationId = "getBucketlist", summary = "One bucket list")
    @APIResponse(responseCode = "200", description = "The list")
    public BucketlistView get(UUID id) {
        return BucketlistView.of(Bucketlist.counted(user.id(), id).orElseThrow(ProblemException::notFound));
    }

    @GET
    @Path("/{id}/history")
    @Transactional
    @Operation(operationId = "getBucketlistHistory", summary = "What has happened to a bucket list, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<HistoryView>> history(UUID id, @Context UriInfo uri) {
        return history.answer(BucketlistHistory.LIST, id, _ -> true, uri);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("replaceBucketlist")
    @Conditional
    @Operation(operationId = "replaceBucketlist", summary = "Replace a bucket list; its items stay")
    @APIResponse(responseCode = "200", description = "The list as changed")
    public BucketlistView replace(UUID id, BucketlistInput input) {
        findForChange(id).change(input);
        return get(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
    @Transactional
    @Recorded("patchBucketlist")
    @Conditional
    @Operation(operationId = "patchBucketlist", summary = "Change some fields of a bucket list (RFC 7396)")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = BucketlistInput.class)))
    @APIResponse(responseCode = "200", description = "The list as changed")
    public BucketlistView patch(UUID id, MergePatch patch) {
        Bucketlist list = findForChange(id);
        list.change(patch.applyTo(BucketlistInput.of(list), BucketlistInput.class));
        return get(id);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Recorded("deleteBucketlist")
    @Conditional
    @Operation(operationId = "deleteBucketlist", summary = "Delete a bucket list with its items")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(UUID id) {
        findForChange(id).delete();
    }

    private Bucketlist findForChange(UUID id) {
        Bucketlist list = Bucketlist.of(user.id(), id).orElseThrow(ProblemException::notFound);
        preconditions.check(() -> get(id));
        return list;
    }
}
