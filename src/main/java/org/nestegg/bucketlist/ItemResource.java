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
import jakarta.ws.rs.core.MediaType;
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
import org.nestegg.goal.GoalView;
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

/** The items of one bucket list. */
@Path("/api/v1/bucketlists/{id}/items")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Bucket lists")
public class ItemResource {

    private final Pages pages;
    private final CurrentUser user;
    private final Preconditions preconditions;
    private final History history;

    ItemResource(Pages pages, CurrentUser user, Preconditions preconditions, History history) {
        this.pages = pages;
        this.user = user;
        this.preconditions = preconditions;
        this.history = history;
    }

    @GET
    @Transactional
    @Operation(operationId = "listBucketlistItems", summary = "The items of a bucket list, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<ItemView>> list(UUID id, @Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        ItemFilter filter = ItemFilter.read(id, query);
        PageRequest page = pages.read(query, uri, user.id());
        findList(id);
        return page.answer(
                BucketlistItem.page(user.id(), filter, page),
                ItemView::of,
                item -> List.of(item.id.toString()),
                () -> BucketlistItem.count(user.id(), filter));
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("createBucketlistItem")
    @Idempotent
    @Operation(operationId = "createBucketlistItem", summary = "Put an item on a bucket list")
    @APIResponse(
            responseCode = "201",
            description = "The item as put",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    public RestResponse<ItemView> create(UUID id, ItemInput input) {
        BucketlistItem item = Bucketlist.of(user.id(), id)
                .orElseThrow(ProblemException::notFound)
                .add(input);
        return Created.at("/api/v1/bucketlists/" + id + "/items/" + item.id, ItemView.of(item));
    }

    @GET
    @Path("/{itemId}")
    @Transactional
    @Conditional
    @Operation(operationId = "getBucketlistItem", summary = "One item")
    @APIResponse(responseCode = "200", description = "The item")
    public ItemView get(UUID id, UUID itemId) {
        return ItemView.of(find(id, itemId));
    }

    @GET
    @Path("/{itemId}/history")
    @Transactional
    @Operation(operationId = "getBucketlistItemHistory", summary = "What has happened to an item, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<HistoryView>> history(UUID id, UUID itemId, @Context UriInfo uri) {
        return history.answer(BucketlistHistory.ITEM, itemId, item -> id.equals(item.id("bucketlist_id")), uri);
    }

    @PUT
    @Path("/{itemId}")
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("replaceBucketlistItem")
    @Conditional
    @Operation(operationId = "replaceBucketlistItem", summary = "Replace an item")
    @APIResponse(responseCode = "200", description = "The item as changed")
    public ItemView replace(UUID id, UUID itemId, ItemInput input) {
        return change(findForChange(id, itemId), input);
    }

    @PATCH
    @Path("/{itemId}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
    @Transactional
    @Recorded("patchBucketlistItem")
    @Conditional
    @Operation(operationId = "patchBucketlistItem", summary = "Change some fields of an item (RFC 7396)")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ItemInput.class)))
    @APIResponse(responseCode = "200", description = "The item as changed")
    public ItemView patch(UUID id, UUID itemId, MergePatch patch) {
        BucketlistItem item = findForChange(id, itemId);
        return change(item, patch.applyTo(ItemInput.of(item), ItemInput.class));
    }

    @DELETE
    @Path("/{itemId}")
    @Transactional
    @Recorded("deleteBucketlistItem")
    @Conditional
    @Operation(operationId = "deleteBucketlistItem", summary = "Delete an item; a goal that was made from it stays")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(UUID id, UUID itemId) {
        findForChange(id, itemId).delete();
    }

    @POST
    @Path("/{itemId}/promote")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Recorded("promoteBucketlistItem")
    @Idempotent
    @Operation(
            operationId = "promoteBucketlistItem",
            summary = "Make a goal from an item; from then on the two are done and reopened together")
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = PromoteInput.class)))
    @APIResponse(
            responseCode = "201",
            description = "The goal",
            content = @Content(schema = @Schema(implementation = GoalView.class)))
    public RestResponse<GoalView> promote(UUID id, UUID itemId, PromoteInput input) {
        BucketlistItem item = find(id, itemId);
        return GoalView.created(item.promote(input, user.currency()));
    }

    private ItemView change(BucketlistItem item, ItemInput input) {
        item.change(input);
        return ItemView.of(item);
    }

    private Bucketlist findList(UUID id) {
        return Bucketlist.of(user.id(), id).orElseThrow(ProblemException::notFound);
    }

    private BucketlistItem findForChange(UUID list, UUID id) {
        BucketlistItem item = find(list, id);
        preconditions.check(() -> ItemView.of(item));
        return item;
    }

    private BucketlistItem find(UUID list, UUID id) {
        return BucketlistItem.of(user.id(), list, id).orElseThrow(ProblemException::notFound);
    }
}
