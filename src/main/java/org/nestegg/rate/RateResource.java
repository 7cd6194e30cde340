package org.nestegg.rate;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nestegg.platform.condition.Conditional;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.security.CurrentUser;

/** The rates of a day, as the caller has them; and those that all share, as admins say them. */
@Path("/api/v1/rates")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Tag(name = "Rates", description = "What a euro is worth in other currencies, by day")
public class RateResource {

    private final CurrentUser user;

    RateResource(CurrentUser user) {
        this.user = user;
    }

    @GET
    @Authenticated
    @Conditional
    @Operation(
            operationId = "getRates",
            summary =
                    "The exchange rates of a day: of each currency the last one that is at most 7 days older, the caller's"
                            + " own before those that all share")
    @APIResponse(responseCode = "200", description = "The rates")
    public RatesView get(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        LocalDate date = query.get(RateFilter.DATE).orElseGet(user::today);
        Currency base = query.get(RateFilter.BASE).orElse(Rates.EURO);
        query.check();
        return RatesView.of(date, base, Rates.of(user.id(), date))
                .orElseThrow(() -> RateFilter.BASE.fault(RateFieldError.NO_RATE));
    }

    @PUT
    @Path("/{day}")
    @Consumes(MediaTypes.JSON)
    @RolesAllowed("admin")
    @Transactional
    @Operation(
            operationId = "replaceRates",
            summary = "Make some rates all that everybody has of a day; a file that is loaded later may set them again")
    @APIResponse(responseCode = "204", description = "Done")
    public void replace(String day, RatesInput input) {
        LocalDate date = RatePath.day(day);
        ReferenceRates.replace(date, input.on(date));
    }
}
