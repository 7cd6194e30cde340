package org.nestegg.forecast;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nestegg.platform.condition.Conditional;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.language.Languages;
import org.nestegg.platform.limit.Heavy;
import org.nestegg.platform.security.CurrentUser;
import org.nestegg.schedule.Schedule;

/** What the caller's money will come to. */
@Path("/api/v1/forecast")
@Produces(MediaTypes.JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Forecast", description = "What will be there, and what would be if")
public class ForecastResource {

    private final CurrentUser user;
    private final WhatIf whatIf;
    private final RoutingContext context;

    ForecastResource(CurrentUser user, WhatIf whatIf, RoutingContext context) {
        this.user = user;
        this.whatIf = whatIf;
        this.context = context;
    }

    @GET
    @Heavy
    @Transactional
    @Conditional
    @Operation(
            operationId = "getForecast",
            summary =
                    "What a balance will come to, by what is planned and what has been; 80 of 100 futures lie between low and"
                            + " high")
    @APIResponse(
            responseCode = "200",
            description = "The forecast; the same for the rest of the day, if nothing changes")
    public ForecastView get(@Context UriInfo uri) {
        Question question = Question.read(new QueryReader(uri.getQueryParameters()), user.id(), user.defaults());
        List<Schedule> schedules = Schedule.all(user.id());
        Prospect prospect = Prospect.of(question, schedules);
        List<Prospect.Flow> flows = prospect.flows(schedules);
        return ForecastView.of(
                prospect.tell(flows, List.of(), Map.of()),
                question.target()
                        .map(target -> ForecastView.ConvertedView.of(prospect.convert(target, flows)))
                        .orElse(null),
                language());
    }

    @POST
    @Consumes(MediaTypes.JSON)
    @Heavy
    @Transactional
    @Operation(
            operationId = "imagineForecast",
            summary =
                    "What a balance would come to without, with, or with other schedules, transactions and spending; nothing is"
                            + " kept")
    @APIResponse(responseCode = "200", description = "What will be, what would be, and the difference")
    public WhatIfView imagine(WhatIfInput input) {
        Question question = Question.of(input, user.id(), user.defaults());
        List<Schedule> schedules = Schedule.all(user.id());
        List<Schedule> imagined = whatIf.schedules(schedules, input, question, user.defaults());
        Prospect prospect = Prospect.of(question, schedules);
        return WhatIfView.of(
                prospect.tell(prospect.flows(schedules), List.of(), Map.of()),
                prospect.tell(
                        prospect.flows(imagined),
                        input.with().transactions().stream()
                                .map(one -> new Prospect.Imagined(one.date(), one.amount()))
                                .toList(),
                        input.change().spending()),
                language());
    }

    private Locale language() {
        return Languages.speak(context).await().indefinitely();
    }
}
