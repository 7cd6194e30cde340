package org.nestegg.schedule;

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
import org.nestegg.platform.limit.Heavy;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** The caller's schedules. */
@Path("/api/v1/schedules")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Schedules", description = "What comes again, and what has become of each time")
public class ScheduleResource {

    private final Pages pages;
    private final CurrentUser user;
    private final Preconditions preconditions;
    private final History history;

    ScheduleResource(Pages pages, CurrentUser user, Preconditions preconditions, History history) {
        this.pages = pages;
        this.user = user;
        this.preconditions = preconditions;
        this.history = history;
    }

    @GET
    @Transactional
    @Operation(operationId = "listSchedules", summary = "Schedules, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<ScheduleView>> list(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        ScheduleFilter filter = ScheduleFilter.read(query);
        PageRequest page = pages.read(query, uri, user.id());
        List<Schedule> schedules = Schedule.page(user.id(), filter, page);
        LocalDate today = user.today();
        Map<UUID, Posted> posted = Posted.of(user.id(), schedules, Weekend.earliest(today));
        return page.answer(
                schedules,
                schedule -> ScheduleView.of(new Timeline(schedule, posted.get(schedule.id), today)),
                schedule -> List.of(schedule.id.toString()),
                () -> Schedule.count(user.id(), filter));
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("createSchedule")
    @Idempotent
    @Operation(operationId = "createSchedule", summary = "Make a schedule; what of it is due is posted at once")
    @APIResponse(
            responseCode = "201",
            description = "The schedule as made",
            content = @Content(schema = @Schema(implementation = ScheduleView.class)))
    public RestResponse<ScheduleView> create(ScheduleInput input, @Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        boolean catchUp = query.is(ScheduleFilter.CATCH_UP);
        query.check();
        Schedule schedule = Schedule.create(user.id(), input, user.defaults(), catchUp);
        return Created.at("/api/v1/schedules/" + schedule.id, view(schedule));
    }

    @GET
    @Path("/suggestions")
    @Transactional
    @Heavy
    @Operation(
            operationId = "listScheduleSuggestions",
            summary = "Schedules that could be made of what has come again, the surest first")
    @APIResponse(responseCode = "200", description = "Up to 50")
    public SuggestionsView suggestions() {
        LocalDate today = user.today();
        return SuggestionsView.of(Suggestions.of(user.id(), today), today);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Conditional
    @Operation(operationId = "getSchedule", summary = "One schedule")
    @APIResponse(responseCode = "200", description = "The schedule")
    public ScheduleView get(UUID id) {
        return view(find(id));
    }

    @GET
    @Path("/{id}/history")
    @Transactional
    @Operation(operationId = "getScheduleHistory", summary = "What has happened to a schedule, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<HistoryView>> history(UUID id, @Context UriInfo uri) {
        return history.answer(ScheduleHistory.TYPE, id, _ -> true, uri);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("replaceSchedule")
    @Conditional
    @Operation(operationId = "replaceSchedule", summary = "Replace a schedule: what is not yet posted")
    @APIResponse(responseCode = "200", description = "The schedule as changed")
    public ScheduleView replace(UUID id, ScheduleInput input) {
        return change(findForChange(id), input);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
    @Transactional
    @Recorded("patchSchedule")
    @Conditional
    @Operation(
            operationId = "patchSchedule",
            summary = "Change some fields of a schedule, pause or resume it: what is not yet posted (RFC 7396)")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ScheduleInput.class)))
    @APIResponse(responseCode = "200", description = "The schedule as changed")
    public ScheduleView patch(UUID id, MergePatch patch) {
        Schedule schedule = findForChange(id);
        return change(schedule, patch.applyTo(ScheduleInput.of(schedule), ScheduleInput.class));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Recorded("deleteSchedule")
    @Conditional
    @Operation(operationId = "deleteSchedule", summary = "Delete a schedule; what it has posted stays")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(UUID id) {
        findForChange(id).remove();
    }

    private ScheduleView change(Schedule schedule, ScheduleInput input) {
        schedule.change(input, user.defaults());
        return view(schedule);
    }

    private ScheduleView view(Schedule schedule) {
        LocalDate today = user.today();
        return ScheduleView.of(Timeline.of(schedule, Weekend.earliest(today), today));
    }

    private Schedule find(UUID id) {
        return Schedule.of(user.id(), id).orElseThrow(ProblemException::notFound);
    }

    private Schedule findForChange(UUID id) {
        Schedule schedule = find(id);
        preconditions.check(() -> view(schedule));
        return schedule;
    }
}
