package org.nestegg.identity.audit;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.security.CurrentUser;

/** What happened to the caller's account. */
@Path("/api/v1/me/activity")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Identity")
public class ActivityResource {

    private final Pages pages;
    private final CurrentUser user;

    ActivityResource(Pages pages, CurrentUser user) {
        this.pages = pages;
        this.user = user;
    }

    @GET
    @Transactional
    @Operation(operationId = "listActivity", summary = "The account's audit trail of 180 days, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<ActivityView>> list(@Context UriInfo uri) {
        PageRequest page = pages.read(new QueryReader(uri.getQueryParameters()), uri, user.id());
        return page.answer(
                Activity.page(user.id(), page),
                ActivityView::of,
                activity -> List.of(activity.id.toString()),
                () -> Activity.count(user.id()));
    }
}
