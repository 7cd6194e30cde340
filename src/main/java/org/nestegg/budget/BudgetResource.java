package org.nestegg.budget;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** The caller's budgets. */
@Path("/api/v1/budgets")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Budgets", description = "What may be spent in each period, and what is left of it")
public class BudgetResource {

    private final Pages pages;
    private final CurrentUser user;
    private final Preconditions preconditions;
    private final History history;

    BudgetResource(Pages pages, CurrentUser user, Preconditions preconditions, History history) {
        this.pages = pages;
        this.user = user;
        this.preconditions = preconditions;
        this.history = history;
    }

    @GET
    @Transactional
    @Operation(operationId = "listBudgets", summary = "Budgets with their current periods, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<BudgetView>> list(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        BudgetFilter filter = BudgetFilter.read(query);
        LocalDate date = query.get(BudgetFilter.DATE).orElseGet(user::today);
        PageRequest page = pages.read(query, uri, user.id());
        List<Budget> budgets = Budget.page(user.id(), filter, page);
        Map<Budget, Standing> current = Standings.current(
                user.id(), budgets.stream().limit(page.limit()).toList(), date, user.today());
        return page.answer(
                budgets,
                budget -> BudgetView.of(budget, current.get(budget)),
                budget -> List.of(budget.id.toString()),
                () -> Budget.count(user.id(), filter));
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("createBudget")
    @Idempotent
    @Operation(operationId = "createBudget", summary = "Make a budget")
    @APIResponse(
            responseCode = "201",
            description = "The budget as made",
            content = @Content(schema = @Schema(implementation = BudgetView.class)))
    public RestResponse<BudgetView> create(BudgetInput input, @Context UriInfo uri) {
        LocalDate date = date(uri);
        Budget budget = Budget.create(user.id(), input, user.defaults());
        return Created.at("/api/v1/budgets/" + budget.id, view(budget, date));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Conditional
    @Operation(operationId = "getBudget", summary = "One budget with its current period")
    @APIResponse(responseCode = "200", description = "The budget")
    public BudgetView get(UUID id, @Context UriInfo uri) {
        LocalDate date = date(uri);
        return view(find(id), date);
    }

    @GET
    @Path("/{id}/periods")
    @Transactional
    @Operation(
            operationId = "getBudgetPeriods",
            summary = "The periods of a budget that have one of some days; the last twelve if none are named")
    @APIResponse(responseCode = "200", description = "The periods")
    public PeriodsView periods(UUID id, @Context UriInfo uri) {
        PeriodFilter filter = PeriodFilter.read(new QueryReader(uri.getQueryParameters()), user.today());
        Budget budget = find(id);
        List<Period> periods = filter.of(budget.periods());
        return PeriodsView.of(
                Standings.of(budget, periods, user.today()),
                filter.target()
                        .map(target -> Standings.converted(budget, periods, target))
                        .orElse(List.of()));
    }

    @GET
    @Path("/{id}/history")
    @Transactional
    @Operation(operationId = "getBudgetHistory", summary = "What has happened to a budget, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<HistoryView>> history(UUID id, @Context UriInfo uri) {
        return history.answer(BudgetHistory.TYPE, id, _ -> true, uri);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("replaceBudget")
    @Conditional
    @Operation(operationId = "replaceBudget", summary = "Replace a budget; all its periods are added up anew")
    @APIResponse(responseCode = "200", description = "The budget as changed")
    public BudgetView replace(UUID id, BudgetInput input, @Context UriInfo uri) {
        LocalDate date = date(uri);
        return change(findForChange(id, date), input, date);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
    @Transactional
    @Recorded("patchBudget")
    @Conditional
    @Operation(operationId = "patchBudget", summary = "Change some fields of a budget (RFC 7396)")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = BudgetInput.class)))
    @APIResponse(responseCode = "200", description = "The budget as changed")
    public BudgetView patch(UUID id, MergePatch patch, @Context UriInfo uri) {
        LocalDate date = date(uri);
        Budget budget = findForChange(id, date);
        return change(budget, patch.applyTo(BudgetInput.of(budget), BudgetInput.class), date);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Recorded("deleteBudget")
    @Conditional
    @Operation(operationId = "deleteBudget", summary = "Delete a budget; what was spent stays as it is")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(UUID id, @Context UriInfo uri) {
        findForChange(id, date(uri)).remove();
    }

    private LocalDate date(UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        LocalDate date = query.get(BudgetFilter.DATE).orElseGet(user::today);
        query.check();
        return date;
    }

    private BudgetView change(Budget budget, BudgetInput input, LocalDate date) {
        budget.change(input, user.defaults());
        return view(budget, date);
    }

    private BudgetView view(Budget budget, LocalDate date) {
        return BudgetView.of(
                budget,
                Standings.current(user.id(), List.of(budget), date, user.today())
                        .get(budget));
    }

    private Budget find(UUID id) {
        return Budget.of(user.id(), id).orElseThrow(ProblemException::notFound);
    }

    private Budget findForChange(UUID id, LocalDate date) {
        Budget budget = find(id);
        preconditions.check(() -> view(budget, date));
        return budget;
    }
}
