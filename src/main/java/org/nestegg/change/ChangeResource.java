package org.nestegg.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.platform.http.Created;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.idempotency.Idempotent;
import org.nestegg.platform.input.NoInput;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** What was done to what is the caller's, to be followed, looked at and undone. */
@Path("/api/v1/changes")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Changes", description = "Every change in order: to be followed, read back and undone")
public class ChangeResource {

    private static final String PATH = "/api/v1/changes/";

    private final Feed feed;
    private final ChangeStream stream;
    private final RecordedTypes types;
    private final Items items;
    private final Undo undo;
    private final Pages pages;
    private final CurrentUser user;

    ChangeResource(
            Feed feed,
            ChangeStream stream,
            RecordedTypes types,
            Items items,
            Undo undo,
            Pages pages,
            CurrentUser user) {
        this.feed = feed;
        this.stream = stream;
        this.types = types;
        this.items = items;
        this.undo = undo;
        this.pages = pages;
        this.user = user;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listChanges",
            summary = "Changes, the oldest first; as they happen, with Accept: text/event-stream")
    @APIResponse(responseCode = "200", description = "Some changes, and how far they have come")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public RestResponse<ChangesView> list(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        int limit = Pages.limit(query);
        Feed.Part part = feed.after(user.id(), ChangeFilter.read(query, types), limit);
        String next = part.next() == null ? null : after(uri, part.next());
        var response = RestResponse.ResponseBuilder.ok(new ChangesView(part.changes(), next, part.latest()))
                .header("Vary", "Accept");
        return (next == null ? response : response.header("Link", "<" + next + ">; rel=\"next\"")).build();
    }

    @GET
    @Produces(MediaTypes.EVENT_STREAM + ";qs=0.5")
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> follow(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        Pages.limit(query); // means nothing here, but is checked
        return stream.answer(user.signedIn(), ChangeFilter.read(query, types));
    }

    @GET
    @Path("/{seq}")
    @Transactional
    @Operation(operationId = "getChange", summary = "One change, with the objects as they were before and after")
    @APIResponse(responseCode = "200", description = "The change, with a page of its items")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public RestResponse<ChangeView.InFull> get(String seq, @Context UriInfo uri) {
        var page = pages.read(new QueryReader(uri.getQueryParameters()), uri, user.id());
        long number = number(seq);
        Change change = Change.of(user.id(), number).orElseThrow(() -> missing(number));
        List<ItemView> rows = items.page(user.id(), number, page.after(), page.fetch());
        RestResponse<Page<ItemView>> listed = page.answer(
                rows, item -> item, item -> List.of(item.type(), item.id().toString()), () -> 0);
        RestResponse<ChangeView.InFull> answer = RestResponse.ok(ChangeView.InFull.of(
                feed.views(user.id(), List.of(change)).getFirst(),
                items.inFull(user.id(), number, listed.getEntity().items()),
                listed.getEntity().next()));
        answer.getHeaders().putAll(listed.getHeaders());
        return answer;
    }

    @POST
    @Path("/{seq}/undo")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Idempotent
    @Recorded("undoChange")
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = NoInput.class)))
    @Operation(
            operationId = "undoChange",
            summary = "Undo a change, all or nothing: a change by itself, which can be undone in turn")
    @APIResponse(
            responseCode = "201",
            description = "The change that undoes it",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public RestResponse<ChangeView> undo(String seq, NoInput nothing) {
        Change made = undo.undo(user.id(), number(seq));
        return Created.at(
                PATH + made.id.seq(), feed.views(user.id(), List.of(made)).getFirst());
    }

    /** In many transactions, however much there is. */
    @DELETE
    @Operation(
            operationId = "forgetChanges",
            summary = "Forget what was before a day: it can no longer be seen or undone. Not with a personal token")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public void forget(@Context UriInfo uri) {
        user.requireOwnSignIn();
        QueryReader query = new QueryReader(uri.getQueryParameters());
        LocalDate before = query.get(ChangeFilter.BEFORE).orElse(null);
        query.check();
        if (before == null) {
            throw ChangeFilter.BEFORE.fault(CommonFieldError.REQUIRED);
        }
        Instant start = before.atStartOfDay(user.signedIn().timeZone()).toInstant();
        while (QuarkusTransaction.requiringNew().call(() -> Change.forgetSome(user.id(), start)) > 0) {
            // until nothing is left
        }
    }

    private ProblemException missing(long seq) {
        return Change.kept(user.id()).hasForgotten(seq)
                ? new ProblemException(ChangeProblem.NO_LONGER_KEPT)
                : ProblemException.notFound();
    }

    /** What is no number is no change's. */
    static long number(String seq) {
        if (!seq.matches("[1-9]\\d{0,17}")) {
            throw ProblemException.notFound();
        }
        return Long.parseLong(seq);
    }

    private static String after(UriInfo uri, long seq) {
        URI next = uri.getRequestUriBuilder()
                .replaceQueryParam(ChangeFilter.AFTER.name(), seq)
                .build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }
}
