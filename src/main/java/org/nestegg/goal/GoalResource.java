package org.nestegg.goal;

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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
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
import org.nestegg.platform.input.NoInput;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** Goals within goals. */
@Path("/api/v1/goals")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Goals", description = "Goals within goals, and the money that is set aside for them")
public class GoalResource {

    private final Pages pages;
    private final CurrentUser user;
    private final Preconditions preconditions;
    private final GoalTreeWriter trees;
    private final History history;

    GoalResource(Pages pages, CurrentUser user, Preconditions preconditions, GoalTreeWriter trees, History history) {
        this.pages = pages;
        this.user = user;
        this.preconditions = preconditions;
        this.trees = trees;
        this.history = history;
    }

    @GET
    @Transactional
    @Operation(operationId = "listGoals", summary = "Goals, flat, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<GoalView>> list(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        GoalFilter filter = GoalFilter.read(query);
        PageRequest page = pages.read(query, uri, user.id());
        List<Goal> goals = Goal.page(user.id(), filter, page);
        Map<UUID, GoalTotals> totals = Subtree.totals(user.id(), goals);
        return page.answer(
                goals,
                goal -> GoalView.of(goal, totals.get(goal.id)),
                goal -> List.of(goal.id.toString()),
                () -> Goal.count(user.id(), filter));
    }

    @GET
    @Path("/tree")
    @Transactional
    @Operation(
            operationId = "getGoalForest",
            summary = "All goals, nested; with a status, those that have it and those that lead to them")
    @APIResponse(
            responseCode = "200",
            description = "The forest",
            content = @Content(schema = @Schema(ref = "GoalForest")))
    @APIResponse(responseCode = "410", ref = "Problem410")
    public RestResponse<StreamingOutput> forest(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        Optional<GoalStatus> status = query.get(GoalStatus.PARAMETER);
        int depth = query.get(GoalFilter.DEPTH).orElse(Placement.MAX_DEPTH);
        Optional<AsOf> then = AsOf.read(query, user.id());
        query.check();
        GoalForest forest = GoalTreeBuilder.forest(
                user.id(), then, goal -> status.isEmpty() || status.get().test.test(goal), depth);
        return trees.answerAll(forest);
    }

    @GET
    @Path("/{id}/tree")
    @Transactional
    @Conditional
    @Operation(operationId = "getGoalTree", summary = "One goal with all goals below it, nested")
    @APIResponse(responseCode = "200", description = "The tree", content = @Content(schema = @Schema(ref = "GoalTree")))
    public RestResponse<StreamingOutput> tree(UUID id) {
        GoalForest tree = GoalTreeBuilder.below(user.id(), id);
        if (tree.isEmpty()) {
            throw ProblemException.notFound();
        }
        return trees.answerTree(tree);
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("createGoal")
    @Idempotent
    @Operation(operationId = "createGoal", summary = "Set a goal")
    @APIResponse(
            responseCode = "201",
            description = "The goal as set",
            content = @Content(schema = @Schema(implementation = GoalView.class)))
    public RestResponse<GoalView> create(GoalInput input) {
        return GoalView.created(Goal.create(user.id(), input, user.currency()));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Conditional
    @Operation(operationId = "getGoal", summary = "One goal")
    @APIResponse(responseCode = "200", description = "The goal")
    public GoalView get(UUID id) {
        return view(id);
    }

    @GET
    @Path("/{id}/history")
    @Transactional
    @Operation(operationId = "getGoalHistory", summary = "What has happened to a goal, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<HistoryView>> history(UUID id, @Context UriInfo uri) {
        return history.answer(GoalHistory.GOAL, id, _ -> true, uri);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("replaceGoal")
    @Conditional
    @Operation(operationId = "replaceGoal", summary = "Replace a goal; another parentId moves it with all below it")
    @APIResponse(responseCode = "200", description = "The goal as changed")
    public GoalView replace(UUID id, GoalInput input) {
        return change(findForChange(id), input);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
    @Transactional
    @Recorded("patchGoal")
    @Conditional
    @Operation(
            operationId = "patchGoal",
            summary = "Change some fields of a goal (RFC 7396); another parentId moves it with all below it")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = GoalInput.class)))
    @APIResponse(responseCode = "200", description = "The goal as changed")
    public GoalView patch(UUID id, MergePatch patch) {
        Goal goal = findForChange(id);
        return change(goal, patch.applyTo(GoalInput.of(goal), GoalInput.class));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Recorded("deleteGoal")
    @Conditional
    @Operation(operationId = "deleteGoal", summary = "Delete a goal; with cascade, all goals below it too")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(UUID id, @Context UriInfo uri) {
        boolean cascade = cascade(uri);
        findForChange(id).delete(cascade);
    }

    @POST
    @Path("/{id}/complete")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Recorded("completeGoal")
    @Idempotent
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = CompleteInput.class)))
    @Conditional
    @Operation(operationId = "completeGoal", summary = "Call a goal done; with cascade, all goals below it too")
    @APIResponse(responseCode = "200", description = "The goal as it is now")
    public GoalView complete(UUID id, CompleteInput input, @Context UriInfo uri) {
        boolean cascade = cascade(uri);
        findForChange(id).complete(cascade, Optional.ofNullable(input.end()));
        return view(id);
    }

    @POST
    @Path("/{id}/reopen")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Recorded("reopenGoal")
    @Idempotent
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = NoInput.class)))
    @Conditional
    @Operation(operationId = "reopenGoal", summary = "Call a goal active again; with cascade, all goals below it too")
    @APIResponse(responseCode = "200", description = "The goal as it is now")
    public GoalView reopen(UUID id, NoInput nothing, @Context UriInfo uri) {
        boolean cascade = cascade(uri);
        findForChange(id).reopen(cascade);
        return view(id);
    }

    private GoalView change(Goal goal, GoalInput input) {
        goal.change(input, user.currency());
        return view(goal.id);
    }

    private Goal findForChange(UUID id) {
        Goal goal = Goal.of(user.id(), id).orElseThrow(ProblemException::notFound);
        preconditions.check(() -> view(id));
        return goal;
    }

    private Goal find(UUID id) {
        return Goal.of(user.id(), id).orElseThrow(ProblemException::notFound);
    }

    private GoalView view(UUID id) {
        Goal goal = find(id);
        return GoalView.of(goal, Subtree.totals(user.id(), List.of(goal)).get(id));
    }

    private static boolean cascade(UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        boolean cascade = query.is(GoalFilter.CASCADE);
        query.check();
        return cascade;
    }
}
