package org.nestegg.schedule;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nestegg.change.Recorded;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.idempotency.Idempotent;
import org.nestegg.platform.input.Day;
import org.nestegg.platform.input.NoInput;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** The occurrences of the caller's schedules. */
@Path("/api/v1/schedules/{id}/occurrences")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Schedules")
public class OccurrenceResource {

    private final CurrentUser user;

    OccurrenceResource(CurrentUser user) {
        this.user = user;
    }

    @GET
    @Transactional
    @Operation(operationId = "listOccurrences", summary = "When a schedule comes, and what has become of each time")
    @APIResponse(responseCode = "200", description = "All of the days asked for, up to 1,000")
    public OccurrencesView list(UUID id, @Context UriInfo uri) {
        OccurrenceFilter filter = OccurrenceFilter.read(new QueryReader(uri.getQueryParameters()), user.today());
        return OccurrencesView.of(filter.of(Timeline.of(find(id), filter.from(), user.today())));
    }

    @POST
    @Path("/{date}/post")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Recorded(PostedByHand.KIND)
    @Idempotent
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = PostInput.class)))
    @Operation(
            operationId = "postOccurrence",
            summary = "Post an occurrence now; one that is posted stays as it is, and one that is skipped is posted")
    @APIResponse(responseCode = "200", description = "The occurrence as it is now")
    public OccurrenceView post(UUID id, String date, PostInput input) {
        return OccurrenceView.of(find(id).post(day(date), input, user.today()));
    }

    @POST
    @Path("/{date}/skip")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Recorded("skipOccurrence")
    @Idempotent
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = NoInput.class)))
    @Operation(operationId = "skipOccurrence", summary = "Keep an occurrence from being posted")
    @APIResponse(responseCode = "200", description = "The occurrence as it is now")
    public OccurrenceView skip(UUID id, String date, NoInput nothing) {
        return OccurrenceView.of(find(id).skip(day(date), user.today()));
    }

    @POST
    @Path("/{date}/restore")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Recorded("restoreOccurrence")
    @Idempotent
    @RequestBody(
            required = false,
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = NoInput.class)))
    @Operation(
            operationId = "restoreOccurrence",
            summary = "Let an occurrence be posted that is skipped; if it is due, that is at once")
    @APIResponse(responseCode = "200", description = "The occurrence as it is now")
    public OccurrenceView restore(UUID id, String date, NoInput nothing) {
        return OccurrenceView.of(find(id).restore(day(date), user.today()));
    }

    /** What is no day is no occurrence. */
    private static LocalDate day(String text) {
        return Day.parse(text).orElseThrow(ProblemException::notFound);
    }

    private Schedule find(UUID id) {
        return Schedule.of(user.id(), id).orElseThrow(ProblemException::notFound);
    }
}
