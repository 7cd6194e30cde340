package org.nestegg.recurrence;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.nestegg.platform.problem.ProblemSet;

/** What recurrence rules add to the service: what can be wrong with them. */
@Singleton
class RecurrenceFeature {

    @Produces
    @Singleton
    ProblemSet problems() {
        return new ProblemSet(7, List.of(), List.of(RecurrenceFieldError.values()), List.of());
    }
}
