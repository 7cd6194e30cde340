package org.nestegg.transaction;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.change.Recorded;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.idempotency.Idempotent;
import org.nestegg.platform.input.JsonBody;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.security.CurrentUser;

/** The transactions that are incomes. */
@Path("/api/v1/incomes")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Transactions")
public class IncomeResource {

    private final TransactionPages pages;
    private final CurrentUser user;

    IncomeResource(TransactionPages pages, CurrentUser user) {
        this.pages = pages;
        this.user = user;
    }

    @GET
    @Operation(operationId = "listIncomes", summary = "Incomes, newest day first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<TransactionView>> list(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        return pages.answer(TransactionFilter.read(query, TransactionType.INCOME), query, uri);
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded(value = "createIncome", alone = true)
    @Idempotent
    @Operation(operationId = "createIncome", summary = "Record an income")
    @RequestBody(required = true, content = @Content(schema = @Schema(ref = "EntryInput")))
    @APIResponse(
            responseCode = "201",
            description = "The income as recorded",
            content = @Content(schema = @Schema(implementation = TransactionView.class)))
    public RestResponse<TransactionView> create(JsonBody body) {
        TransactionInput input = body.bindWith("type", TransactionType.INCOME.code(), TransactionInput.class);
        return TransactionView.created(Transaction.record(user.id(), input, user.defaults()));
    }
}
