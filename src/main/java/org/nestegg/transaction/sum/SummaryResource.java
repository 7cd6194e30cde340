package org.nestegg.transaction.sum;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.security.CurrentUser;

/** What the caller's money comes to. */
@Path("/api/v1/transactions/summary")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Transactions")
public class SummaryResource {

    private final CurrentUser user;

    SummaryResource(CurrentUser user) {
        this.user = user;
    }

    @GET
    @Operation(
            operationId = "summarizeTransactions",
            summary =
                    "Income, expense, transfers and balance by currency, in all and by day, week, month, year, category, tag, type or account")
    @APIResponse(responseCode = "200", description = "The sums")
    public SummaryView get(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        Summary summary = Summary.read(query);
        query.check();
        return SummaryView.of(summary.of(user.id()));
    }
}
