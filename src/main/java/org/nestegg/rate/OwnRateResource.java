package org.nestegg.rate;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.nestegg.change.Recorded;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.page.Page;
import org.nestegg.platform.page.PageRequest;
import org.nestegg.platform.page.Pages;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** The caller's own rates. */
@Path("/api/v1/me/rates")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Rates")
public class OwnRateResource {

    private final Pages pages;
    private final CurrentUser user;

    OwnRateResource(Pages pages, CurrentUser user) {
        this.pages = pages;
        this.user = user;
    }

    @GET
    @Transactional
    @Operation(operationId = "listMyRates", summary = "Your own exchange rates, the newest day first, by currency")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<OwnRateView>> list(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        RateFilter filter = RateFilter.read(query);
        PageRequest page = pages.read(query, uri, user.id());
        return page.answer(
                OwnRate.page(user.id(), filter, page),
                OwnRateView::of,
                OwnRate::key,
                () -> OwnRate.count(user.id(), filter));
    }

    @PUT
    @Path("/{day}")
    @Consumes(MediaTypes.JSON)
    @Transactional
    @Recorded("replaceMyRates")
    @Operation(
            operationId = "replaceMyRates",
            summary =
                    "Make some exchange rates all that you have of your own of a day; for you they go before the bank's")
    @APIResponse(responseCode = "204", description = "Done")
    public void replace(String day, RatesInput input) {
        LocalDate date = RatePath.day(day);
        OwnRate.replace(user.id(), date, input.on(date));
    }

    @DELETE
    @Path("/{day}/{currency}")
    @Transactional
    @Recorded("deleteMyRate")
    @Operation(operationId = "deleteMyRate", summary = "Remove an exchange rate of your own; the bank's counts again")
    @APIResponse(responseCode = "204", description = "Gone")
    public void delete(String day, String currency) {
        OwnRate.of(user.id(), RatePath.day(day), RatePath.currency(currency))
                .orElseThrow(ProblemException::notFound)
                .remove();
    }
}
