package org.nestegg.transaction.sum;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nestegg.account.Account;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** What lay in an account of the caller's. */
@Path("/api/v1/accounts/{id}/balances")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Accounts")
public class AccountBalanceResource {

    private final CurrentUser user;

    AccountBalanceResource(CurrentUser user) {
        this.user = user;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getAccountBalances",
            summary = "What came and went in an account by day, week or month, and what lay there at the end of each")
    @APIResponse(responseCode = "200", description = "The balances")
    public BalancesView get(UUID id, @Context UriInfo uri) {
        Balances balances = Balances.read(new QueryReader(uri.getQueryParameters()), user.today());
        Account account = Account.of(user.id(), id).orElseThrow(ProblemException::notFound);
        return BalancesView.of(account, balances.of(account));
    }
}
