package org.nestegg.rule;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.nestegg.change.RecordedType;
import org.nestegg.platform.http.EntryPoints;
import org.nestegg.platform.problem.ProblemSet;

/** What rules add to the service: problems, an entry point, and that they are remembered. */
@Singleton
class RuleFeature {

    @Produces
    @Singleton
    ProblemSet problems() {
        return new ProblemSet(60, List.of(RuleProblem.values()), List.of(RuleFieldError.values()), List.of(Rule.LIMIT));
    }

    @Produces
    @Singleton
    EntryPoints entryPoints() {
        return new EntryPoints(45).add("rules", "/api/v1/rules");
    }

    @Produces
    @Singleton
    RecordedType history() {
        return RuleHistory.TYPE;
    }
}
