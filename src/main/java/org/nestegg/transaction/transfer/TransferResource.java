package org.nestegg.transaction.transfer;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.change.Recorded;
import org.nestegg.platform.condition.Conditional;
import org.nestegg.platform.condition.Preconditions;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.idempotency.Idempotent;
import org.nestegg.platform.input.MergePatch;
import org.nestegg.platform.input.NoInput;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.limit.Heavy;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** The caller's transfers. */
@Path("/api/v1/transfers")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Transfers", description = "Money moved between two accounts")
public class TransferResource {

    private final Pages pages;
    private final CurrentUser user;
    private final Preconditions preconditions;

    TransferResource(Pages pages, CurrentUser user, Preconditions preconditions) {
        this.pages = pages;
        this.user = user;
        this.preconditions = preconditions;
    }

    @GET
    @Transactional
    @Operation(operationId = "listTransfers", summary = "Transfers, newest day first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<TransferView>> list(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        TransferFilter filter = TransferFilter.read(query);
        PageRequest page = pages.read(query, uri, user.id());
        return page.answer(
                Transfer.page(user.id(), filter, page),
                TransferView::of,
                Transfer.Whole::key,
                () -> Transfer.count(user.id(), filter));
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("createTransfer")
    @Idempotent
    @Operation(operationId = "createTransfer", summary = "Move money between two accounts")
    @APIResponse(
            responseCode = "201",
            description = "The transfer as recorded",
            content = @Content(schema = @Schema(implementation = TransferView.class)))
    public RestResponse<TransferView> create(TransferInput input) {
        return TransferView.created(Transfer.make(user.id(), input, user.today()));
    }

    @POST
    @Path("/link")
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("linkTransactions")
    @Idempotent
    @Operation(operationId = "linkTransactions", summary = "Make one transfer of an expense and an income")
    @APIResponse(
            responseCode = "201",
            description = "The transfer that they are now",
            content = @Content(schema = @Schema(implementation = TransferView.class)))
    public RestResponse<TransferView> link(LinkInput input) {
        return TransferView.created(Transfer.link(user.id(), input));
    }

    @GET
    @Path("/suggestions")
    @Transactional
    @Heavy
    @Operation(
            operationId = "listTransferSuggestions",
            summary = "Expenses and incomes that could be transfers, the newest first; a page may be short")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<SuggestionView>> suggestions(@Context UriInfo uri) {
        PageRequest page = pages.read(new QueryReader(uri.getQueryParameters()), uri, user.id());
        Suggestions.Found found = new Suggestions(user.id()).page(page.after(), page.limit());
        return page.answer(found.next(), next -> new Page<>(found.items(), next, null));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Conditional
    @Operation(operationId = "getTransfer", summary = "One transfer")
    @APIResponse(responseCode = "200", description = "The transfer")
    public TransferView get(UUID id) {
        return TransferView.of(find(id));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("replaceTransfer")
    @Conditional
    @Operation(operationId = "replaceTransfer", summary = "Replace a transfer, both sides at once")
    @APIResponse(responseCode = "200", description = "The transfer as changed")
    public TransferView replace(UUID id, TransferInput input) {
        return change(findForChange(id), input, true);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
    @Transactional
    @Recorded("patchTransfer")
    @Conditional
    @Operation(
            operationId = "patchTransfer",
            summary = "Change some fields of a transfer, both sides at once (RFC 7396)")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TransferInput.class)))
    @APIResponse(responseCode = "200", description = "The transfer as changed")
    public TransferView patch(UUID id, MergePatch patch) {
        Transfer.Whole whole = findForChange(id);
        TransferInput input = patch.applyTo(TransferInput.of(whole), TransferInput.class);
        return change(whole, input, patch.names("receivedAmount"));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Recorded("deleteTransfer")
    @Conditional
    @Operation(operationId = "deleteTransfer", summary = "Delete a transfer with both sides")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(UUID id) {
        findForChange(id).transfer().remove();
    }

    @POST
    @Path("/{id}/unlink")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Recorded("unlinkTransfer")
    @Idempotent
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = NoInput.class)))
    @Operation(
            operationId = "unlinkTransfer",
            summary = "Let the sides of a transfer be an expense and an income again")
    @APIResponse(responseCode = "204", description = "They are")
    public void unlink(UUID id, NoInput nothing) {
        find(id).transfer().unlink();
    }

    private TransferView change(Transfer.Whole whole, TransferInput input, boolean saysReceived) {
        return TransferView.of(whole.transfer().change(whole, input, saysReceived, user.today()));
    }

    private Transfer.Whole find(UUID id) {
        return Transfer.of(user.id(), id).orElseThrow(ProblemException::notFound);
    }

    private Transfer.Whole findForChange(UUID id) {
        Transfer.Whole whole = find(id);
        preconditions.check(() -> TransferView.of(whole));
        return whole;
    }
}
