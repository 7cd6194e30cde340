package org.nestegg.rule;

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
import org.nestegg.platform.http.Created;
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

/** The caller's rules. */
@Path("/api/v1/rules")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Rules", description = "What is set by itself on what comes in, and on request on what is there")
public class RuleResource {

    private final Pages pages;
    private final CurrentUser user;
    private final Preconditions preconditions;

    RuleResource(Pages pages, CurrentUser user, Preconditions preconditions) {
        this.pages = pages;
        this.user = user;
        this.preconditions = preconditions;
    }

    @GET
    @Transactional
    @Operation(operationId = "listRules", summary = "Rules, in the order in which they are applied")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<RuleView>> list(@Context UriInfo uri) {
        PageRequest page = pages.read(new QueryReader(uri.getQueryParameters()), uri, user.id());
        return page.answer(Rule.page(user.id(), page), RuleView::of, Rule.Placed::key, () -> Rule.count(user.id()));
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("createRule")
    @Idempotent
    @Operation(operationId = "createRule", summary = "Make a rule, at the end or where its position says")
    @APIResponse(
            responseCode = "201",
            description = "The rule as made",
            content = @Content(schema = @Schema(implementation = RuleView.class)))
    public RestResponse<RuleView> create(RuleInput input) {
        Rule.Placed made = Rule.create(user.id(), input);
        return Created.at("/api/v1/rules/" + made.rule().id, RuleView.of(made));
    }

    @POST
    @Path("/preview")
    @Consumes(MediaTypes.JSON)
    @Operation(
            operationId = "previewRule",
            summary = "What a rule would change of what is recorded, the newest day first; nothing is changed")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = RulePreviewView.class)))
    public RestResponse<RulePreviewView> preview(RuleInput input, @Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        RuleDays days = RuleDays.read(query);
        PageRequest page = pages.read(query, uri, user.id());
        RuleScan scan = new RuleScan(user.id(), Rule.draft(user.id(), input), days.check());
        RuleScan.Found found = scan.find(page.after(), page.limit());
        return page.answer(
                found.next(),
                next -> new RulePreviewView(
                        found.effects().stream().map(RuleEffectView::of).toList(), next));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Conditional
    @Operation(operationId = "getRule", summary = "One rule")
    @APIResponse(responseCode = "200", description = "The rule")
    public RuleView get(UUID id) {
        return RuleView.of(find(id));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("replaceRule")
    @Conditional
    @Operation(operationId = "replaceRule", summary = "Replace a rule; without a position it stays where it is")
    @APIResponse(responseCode = "200", description = "The rule as changed")
    public RuleView replace(UUID id, RuleInput input) {
        return RuleView.of(findForChange(id).change(input));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
    @Transactional
    @Recorded("patchRule")
    @Conditional
    @Operation(operationId = "patchRule", summary = "Change some fields of a rule, or move it (RFC 7396)")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RuleInput.class)))
    @APIResponse(responseCode = "200", description = "The rule as changed")
    public RuleView patch(UUID id, MergePatch patch) {
        Rule rule = findForChange(id);
        return RuleView.of(rule.change(patch.applyTo(RuleInput.of(rule), RuleInput.class)));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Recorded("deleteRule")
    @Conditional
    @Operation(operationId = "deleteRule", summary = "Delete a rule; what it has set stays")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(UUID id) {
        findForChange(id).remove();
    }

    @POST
    @Path("/{id}/apply")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Recorded("applyRule")
    @Idempotent
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = NoInput.class)))
    @Operation(
            operationId = "applyRule",
            summary = "Apply a rule to what is recorded: all that its preview shows, at once")
    @APIResponse(responseCode = "200", description = "How many transactions have changed")
    public RuleAppliedView apply(UUID id, NoInput nothing, @Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        RuleDays days = RuleDays.read(query);
        query.check();
        Rule rule = Rule.of(user.id(), id).orElseThrow(ProblemException::notFound);
        return new RuleAppliedView(new RuleScan(user.id(), rule, days.check()).apply());
    }

    private Rule.Placed find(UUID id) {
        return Rule.placed(user.id(), id).orElseThrow(ProblemException::notFound);
    }

    private Rule findForChange(UUID id) {
        Rule.Placed placed = find(id);
        preconditions.check(() -> RuleView.of(placed));
        return placed.rule();
    }
}
