package org.nestegg.forecast;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.nestegg.platform.http.EntryPoints;
import org.nestegg.platform.problem.ProblemSet;

/** What forecasts add to the service: problems, and an entry point. */
@Singleton
class ForecastFeature {

    @Produces
    @Singleton
    ProblemSet problems() {
        return new ProblemSet(80, List.of(), List.of(ForecastFieldError.values()), List.of());
    }

    @Produces
    @Singleton
    EntryPoints entryPoints() {
        return new EntryPoints(60).add("forecast", "/api/v1/forecast");
    }
}
