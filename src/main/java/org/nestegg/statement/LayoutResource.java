package org.nestegg.statement;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.limit.InTurn;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** What was said of files, remembered by their header. */
@Path("/api/v1/layouts")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Imports")
public class LayoutResource {

    private final Pages pages;
    private final CurrentUser user;

    LayoutResource(Pages pages, CurrentUser user) {
        this.pages = pages;
        this.user = user;
    }

    @GET
    @Transactional
    @Operation(operationId = "listLayouts", summary = "What is remembered of how CSV files are read, the newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<LayoutView>> list(@Context UriInfo uri) {
        PageRequest page = pages.read(new QueryReader(uri.getQueryParameters()), uri, user.id());
        return page.answer(
                StatementLayout.page(user.id(), page),
                LayoutView::of,
                layout -> List.of(layout.id.toString()),
                () -> StatementLayout.count(user.id()));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @InTurn
    @Operation(operationId = "deleteLayout", summary = "Forget what was said of files with a header")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public void delete(UUID id) {
        StatementLayout.of(user.id(), id)
                .orElseThrow(ProblemException::notFound)
                .delete();
    }
}
