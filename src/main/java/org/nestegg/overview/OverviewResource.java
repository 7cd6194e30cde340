package org.nestegg.overview;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nestegg.platform.condition.Conditional;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.security.CurrentUser;
import org.nestegg.platform.security.Defaults;
import org.nestegg.transaction.sum.Intervals;

/** All of the caller's at a glance. */
@Path("/api/v1/overview")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Overview", description = "All at a glance: for the first page of an app")
public class OverviewResource {

    private final CurrentUser user;

    OverviewResource(CurrentUser user) {
        this.user = user;
    }

    @GET
    @Transactional
    @Conditional
    @Operation(
            operationId = "getOverview",
            summary = "What there is, where it goes and what is due, in the user's own currency and in one answer")
    @APIResponse(
            responseCode = "200",
            description = "The overview; the same for the rest of the day, if nothing changes")
    public OverviewView get(@Context UriInfo uri) {
        Defaults own = user.defaults();
        Intervals intervals =
                Intervals.read(new QueryReader(uri.getQueryParameters()), own.today(), UnaryOperator.identity());
        return OverviewView.of(own, intervals, Overview.of(user.id(), own, intervals));
    }
}
