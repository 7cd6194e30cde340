package org.nestegg.account;

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

/** The caller's accounts. */
@Path("/api/v1/accounts")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Accounts", description = "Where money lies, and what lay there when")
public class AccountResource {

    private final Pages pages;
    private final CurrentUser user;
    private final Preconditions preconditions;
    private final History history;
    private final AccountHistory type;
    private final AccountTransactions transactions;

    AccountResource(
            Pages pages,
            CurrentUser user,
            Preconditions preconditions,
            History history,
            AccountHistory type,
            AccountTransactions transactions) {
        this.pages = pages;
        this.user = user;
        this.preconditions = preconditions;
        this.history = history;
        this.type = type;
        this.transactions = transactions;
    }

    @GET
    @Transactional
    @Operation(operationId = "listAccounts", summary = "Accounts, the newest first or by name")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<AccountView>> list(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        AccountFilter filter = AccountFilter.read(query);
        PageRequest page = pages.read(query, uri, user.id());
        return page.answer(
                Account.page(user.id(), filter, page),
                AccountView::of,
                filter.sort()::key,
                () -> Account.count(user.id(), filter));
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("createAccount")
    @Idempotent
    @Operation(operationId = "createAccount", summary = "Open an account")
    @APIResponse(
            responseCode = "201",
            description = "The account as opened",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public RestResponse<AccountView> create(AccountInput input) {
        Account account = Account.open(user.id(), input, user.currency());
        return Created.at("/api/v1/accounts/" + account.id, AccountView.of(account));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Conditional
    @Operation(operationId = "getAccount", summary = "One account")
    @APIResponse(responseCode = "200", description = "The account")
    public AccountView get(UUID id) {
        return AccountView.of(find(id));
    }

    @GET
    @Path("/{id}/history")
    @Transactional
    @Operation(operationId = "getAccountHistory", summary = "What has happened to an account, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<HistoryView>> history(UUID id, @Context UriInfo uri) {
        return history.answer(type.type(), id, _ -> true, uri);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("replaceAccount")
    @Conditional
    @Operation(operationId = "replaceAccount", summary = "Replace an account; its transactions stay")
    @APIResponse(responseCode = "200", description = "The account as changed")
    public AccountView replace(UUID id, AccountInput input) {
        return change(findForChange(id), input);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
    @Transactional
    @Recorded("patchAccount")
    @Conditional
    @Operation(operationId = "patchAccount", summary = "Change some fields of an account (RFC 7396)")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AccountInput.class)))
    @APIResponse(responseCode = "200", description = "The account as changed")
    public AccountView patch(UUID id, MergePatch patch) {
        Account account = findForChange(id);
        return change(account, patch.applyTo(AccountInput.of(account), AccountInput.class));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Recorded("deleteAccount")
    @Conditional
    @Operation(operationId = "deleteAccount", summary = "Delete an account; with cascade, with its transactions")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(UUID id, @Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        boolean cascade = query.is(AccountFilter.CASCADE);
        query.check();
        Account account = findForChange(id);
        if (cascade) {
            transactions.deleteAll(user.id(), id);
        }
        account.remove();
    }

    private AccountView change(Account account, AccountInput input) {
        account.change(input, user.currency());
        return AccountView.of(account);
    }

    private Account find(UUID id) {
        return Account.of(user.id(), id).orElseThrow(ProblemException::notFound);
    }

    private Account findForChange(UUID id) {
        Account account = find(id);
        preconditions.check(() -> AccountView.of(account));
        return account;
    }
}
