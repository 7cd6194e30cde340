package org.nestegg.rate;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.nestegg.change.RecordedType;
import org.nestegg.platform.database.OwnedRows;
import org.nestegg.platform.http.EntryPoints;
import org.nestegg.platform.problem.ProblemSet;

/** What rates add to the service: what can be wrong with them, entry points, that users' own are remembered, and go with them. */
@Singleton
class RateFeature {

    @Produces
    @Singleton
    ProblemSet problems() {
        return new ProblemSet(85, List.of(), List.of(RateFieldError.values()), List.of(OwnRate.LIMIT));
    }

    @Produces
    @Singleton
    EntryPoints entryPoints() {
        return new EntryPoints(47).add("rates", "/api/v1/rates");
    }

    @Produces
    @Singleton
    RecordedType history() {
        return RateHistory.TYPE;
    }

    @Produces
    @Singleton
    OwnedRows rates() {
        return new OwnedRows("own_rate", "id", 65);
    }
}
