package org.nestegg.transaction;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.change.AsOf;
import org.nestegg.change.History;
import org.nestegg.change.HistoryView;
import org.nestegg.change.Recorded;
import org.nestegg.platform.condition.Conditional;
import org.nestegg.platform.condition.Preconditions;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.idempotency.Idempotent;
import org.nestegg.platform.input.MergePatch;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** Incomes and expenses together. */
@Path("/api/v1/transactions")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(
        name = "Transactions",
        description = "Incomes, expenses and the sides of transfers: one by one, in batches, summed up and exported")
public class TransactionResource {

    private final TransactionPages pages;
    private final TransactionExport export;
    private final CurrentUser user;
    private final Preconditions preconditions;
    private final History history;

    TransactionResource(
            TransactionPages pages,
            TransactionExport export,
            CurrentUser user,
            Preconditions preconditions,
            History history) {
        this.pages = pages;
        this.export = export;
        this.user = user;
        this.preconditions = preconditions;
        this.history = history;
    }

    @GET
    @Operation(operationId = "listTransactions", summary = "Incomes and expenses, newest day first; as CSV on request")
    @APIResponse(responseCode = "200", description = "A page, or all that match as CSV")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public RestResponse<Page<TransactionView>> list(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        var page = pages.answer(TransactionFilter.read(query, user.id()), query, uri);
        page.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return page;
    }

    @GET
    @Produces(MediaTypes.CSV + ";qs=0.5")
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> export(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        TransactionFilter filter = TransactionFilter.read(query, user.id());
        query.check();
        return export.answer(user.id(), filter);
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded(value = "createTransaction", alone = true)
    @Idempotent
    @Operation(operationId = "createTransaction", summary = "Record an income or an expense")
    @APIResponse(
            responseCode = "201",
            description = "The transaction as recorded",
            content = @Content(schema = @Schema(implementation = TransactionView.class)))
    public RestResponse<TransactionView> create(TransactionInput input) {
        return TransactionView.created(Transaction.record(user.id(), input, user.defaults()));
    }

    @GET
    @Path("/{id}")
    @Conditional
    @Operation(operationId = "getTransaction", summary = "One transaction")
    @APIResponse(responseCode = "200", description = "The transaction")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public TransactionView get(UUID id, @Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        Optional<AsOf> then = AsOf.read(query, user.id());
        query.check();
        return Transaction.shown(user.id(), id, then).orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("/{id}/history")
    @Transactional
    @Operation(operationId = "getTransactionHistory", summary = "What has happened to a transaction, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<HistoryView>> history(UUID id, @Context UriInfo uri) {
        return history.answer(TransactionHistory.TYPE, id, _ -> true, uri);
    }

    @PUT
    @Consumes(MediaTypes.JSON)
    @Path("/{id}")
    @Transactional
    @Recorded("replaceTransaction")
    @Conditional
    @Operation(operationId = "replaceTransaction", summary = "Replace a transaction")
    @APIResponse(responseCode = "200", description = "The transaction as changed")
    public TransactionView replace(UUID id, TransactionInput input) {
        return change(findForChange(id), input);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
    @Transactional
    @Recorded("patchTransaction")
    @Conditional
    @Operation(operationId = "patchTransaction", summary = "Change some fields of a transaction (RFC 7396)")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TransactionInput.class)))
    @APIResponse(responseCode = "200", description = "The transaction as changed")
    public TransactionView patch(UUID id, MergePatch patch) {
        Transaction transaction = findForChange(id);
        return change(transaction, patch.applyTo(TransactionInput.of(transaction), TransactionInput.class));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Recorded("deleteTransaction")
    @Conditional
    @Operation(operationId = "deleteTransaction", summary = "Delete a transaction")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(UUID id) {
        findForChange(id).remove();
    }

    private TransactionView change(Transaction transaction, TransactionInput input) {
        transaction.change(input, user.defaults());
        return TransactionView.of(transaction);
    }

    private Transaction findForChange(UUID id) {
        Transaction transaction = Transaction.locked(user.id(), id).orElseThrow(ProblemException::notFound);
        preconditions.check(() -> TransactionView.of(transaction));
        return transaction;
    }
}
