package org.nestegg.transaction.sum;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.security.CurrentUser;
import org.nestegg.rate.Conversion;

/** What all accounts of the caller's come to. */
@Path("/api/v1/balances")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Accounts")
public class TotalBalanceResource {

    private final CurrentUser user;

    TotalBalanceResource(CurrentUser user) {
        this.user = user;
    }

    @GET
    @Operation(operationId = "getBalances", summary = "What all accounts come to, by currency")
    @APIResponse(responseCode = "200", description = "The balances")
    public TotalBalancesView get(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        Optional<LocalDate> date = query.get(TotalBalance.DATE);
        Optional<Currency> target = query.get(Conversion.PARAMETER);
        query.check();
        List<TotalBalance> totals = TotalBalance.of(user.id(), date);
        LocalDate day = date.orElseGet(user::today);
        return TotalBalancesView.of(
                totals, target.map(currency -> TotalBalance.converted(user.id(), totals, currency, day)));
    }
}
