package org.nestegg.statement;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
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
import org.nestegg.change.Recorded;
import org.nestegg.platform.condition.Conditional;
import org.nestegg.platform.condition.Preconditions;
import org.nestegg.platform.database.Criteria;
import org.nestegg.platform.http.Created;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.idempotency.Idempotent;
import org.nestegg.platform.input.MergePatch;
import org.nestegg.platform.input.NoInput;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.language.Languages;
import org.nestegg.platform.limit.Heavy;
import org.nestegg.platform.limit.InTurn;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;
import org.nestegg.transaction.Transaction;

/** Banks' files as plans. */
@Path("/api/v1/imports")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(
        name = "Imports",
        description = "Banks' files: each becomes a plan that can be looked at, changed, applied and undone as a whole")
public class ImportResource {

    private final Pages pages;
    private final CurrentUser user;
    private final Preconditions preconditions;
    private final RoutingContext context;

    ImportResource(Pages pages, CurrentUser user, Preconditions preconditions, RoutingContext context) {
        this.pages = pages;
        this.user = user;
        this.preconditions = preconditions;
        this.context = context;
    }

    @GET
    @Transactional
    @Operation(operationId = "listImports", summary = "Imports, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<ImportView>> list(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        Optional<ImportState> state = query.get(ImportFilter.STATE);
        PageRequest page = pages.read(query, uri, user.id());
        List<StatementImport> imports = StatementImport.page(user.id(), state, page);
        Map<UUID, StatementPlan> plans = StatementPlan.all(
                user.id(), imports.stream().map(sent -> sent.id).toList());
        Locale language = language();
        return page.answer(
                imports,
                sent -> ImportView.of(sent, planOf(sent, plans), language),
                sent -> List.of(sent.id.toString()),
                () -> StatementImport.count(user.id(), state));
    }

    /** One that has gone between two statements is there without what was planned. */
    private static StatementPlan planOf(StatementImport sent, Map<UUID, StatementPlan> plans) {
        return Optional.ofNullable(plans.get(sent.id)).orElseGet(() -> StatementPlan.forgotten(sent.owner, sent.id));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Heavy
    @Recorded("createImport")
    @Idempotent
    @Operation(operationId = "createImport", summary = "Make a plan of a bank's file; nothing is recorded yet")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
    @APIResponse(
            responseCode = "201",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> create(ReceivedFile file, @Context UriInfo uri) {
        Plan plan =
                Plan.make(user.id(), user.currency(), file, Plan.Said.read(new QueryReader(uri.getQueryParameters())));
        return Created.at("/api/v1/imports/" + plan.sent().id, view(plan));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Conditional
    @Operation(operationId = "getImport", summary = "One import")
    @APIResponse(responseCode = "200", description = "The import")
    public ImportView get(UUID id) {
        return view(Plan.of(user.id(), id).orElseThrow(ProblemException::notFound));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
    @Transactional
    @InTurn
    @Heavy
    @Conditional
    @Operation(
            operationId = "patchImport",
            summary =
                    "Say how a file is to be read and where it goes: it is read again, and what was chosen by hand stays")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ImportChoices.class)))
    @APIResponse(responseCode = "200", description = "The import as planned anew")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public ImportView patch(UUID id, MergePatch patch) {
        Plan plan = findForChange(id);
        plan.sayAgain(patch.applyTo(plan.choices(), ImportChoices.class), user.currency());
        return view(plan);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Recorded("deleteImport")
    @Conditional
    @Operation(operationId = "deleteImport", summary = "Delete a plan, or an import that was undone")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(UUID id) {
        Plan plan = findForChange(id);
        plan.sent().requireNotApplied();
        Transaction.forgetImport(user.id(), id);
        plan.sent().remove();
    }

    @GET
    @Path("/{id}/rows")
    @Transactional
    @Operation(operationId = "listImportRows", summary = "The rows of a file, what is to become of them, and why")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<RowView>> rows(UUID id, @Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        Criteria all = ImportFilter.rows(query);
        Criteria page = ImportFilter.rows(query);
        PageRequest asked = pages.read(query, uri, user.id());
        StatementImport.of(user.id(), id).orElseThrow(ProblemException::notFound);
        Locale language = language();
        return asked.answer(
                RowStore.page(user.id(), id, ImportFilter.after(page, asked.after()), asked.fetch()),
                row -> RowView.of(row, language),
                row -> List.of(Integer.toString(row.row)),
                () -> RowStore.count(user.id(), id, all));
    }

    @PATCH
    @Path("/{id}/rows/{row}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
    @Transactional
    @InTurn
    @Heavy
    @Operation(operationId = "patchImportRow", summary = "Decide on a row, or say what is recorded of it (RFC 7396)")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RowInput.class)))
    @APIResponse(responseCode = "200", description = "The row as planned")
    public RowView patchRow(UUID id, int row, MergePatch patch) {
        Plan plan = find(id);
        PlanChange change = new PlanChange(plan, user.currency());
        PlanRow changed = change.row(row).orElseThrow(ProblemException::notFound);
        change.one(changed, patch.applyTo(RowInput.of(changed), RowInput.class), patch::names);
        return RowView.of(changed, language());
    }

    @PATCH
    @Path("/{id}/rows")
    @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
    @Transactional
    @InTurn
    @Heavy
    @Operation(operationId = "patchImportRows", summary = "Decide on many rows at once")
    @APIResponse(responseCode = "200", description = "The import with its rows as planned")
    public ImportView patchRows(UUID id, RowsInput input) {
        Plan plan = find(id);
        new PlanChange(plan, user.currency()).many(input);
        return view(plan);
    }

    @POST
    @Path("/{id}/apply")
    @Consumes(MediaType.WILDCARD)
    @Transactional(dontRollbackOn = PlanStaleException.class)
    @Heavy
    @Recorded("applyImport")
    @Idempotent
    @Operation(
            operationId = "applyImport",
            summary = "Carry out what a plan says of every row, all or nothing, exactly as shown")
    @APIResponse(responseCode = "200", description = "The import as applied")
    public ImportView apply(UUID id, NoInput nothing) {
        Plan plan = find(id);
        plan.apply(user.currency());
        return view(plan);
    }

    @POST
    @Path("/{id}/undo")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Heavy
    @Recorded("undoImport")
    @Idempotent
    @Operation(
            operationId = "undoImport",
            summary = "Take back what an import has done: what it created is gone, what it linked is free again")
    @APIResponse(responseCode = "200", description = "The import as undone")
    public ImportView undo(UUID id, NoInput nothing, @Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        boolean keepChanged = query.get(ImportFilter.KEEP).isPresent();
        query.check();
        Plan plan = find(id);
        plan.undo(keepChanged);
        return view(plan);
    }

    private ImportView view(Plan plan) {
        return ImportView.of(plan.sent(), plan.plan(), language());
    }

    private Locale language() {
        return Languages.speak(context).await().indefinitely();
    }

    private Plan find(UUID id) {
        return Plan.locked(user.id(), id).orElseThrow(ProblemException::notFound);
    }

    private Plan findForChange(UUID id) {
        Plan plan = find(id);
        preconditions.check(() -> view(plan));
        return plan;
    }
}
