package org.nestegg.transaction;

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
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.security.CurrentUser;

/** The categories that the caller's transactions fall in, for completion. */
@Path("/api/v1/categories")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Transactions")
public class CategoryResource {

    private final Pages pages;
    private final CurrentUser user;

    CategoryResource(Pages pages, CurrentUser user) {
        this.pages = pages;
        this.user = user;
    }

    @GET
    @Transactional
    @Operation(operationId = "listCategories", summary = "The categories in use, by name")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<CategoryView>> list(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        CategoryFilter filter = CategoryFilter.read(query);
        var page = pages.read(query, uri, user.id());
        return page.answer(
                Transaction.categories(user.id(), filter, page),
                category -> category,
                category -> List.of(category.name()),
                () -> Transaction.countCategories(user.id(), filter));
    }
}
