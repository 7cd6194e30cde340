package org.nestegg.change;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.nestegg.platform.database.OwnedRows;
import org.nestegg.platform.http.EntryPoints;
import org.nestegg.platform.operation.Expiry;
import org.nestegg.platform.operation.Invariant;
import org.nestegg.platform.problem.ProblemSet;

/** What changes add to the service: problems, an entry point, what expires, what an account leaves, and what holds. */
@Singleton
class ChangeFeature {

    @Produces
    @Singleton
    ProblemSet problems() {
        return new ProblemSet(25, List.of(ChangeProblem.values()), List.of(), List.of());
    }

    @Produces
    @Singleton
    EntryPoints entryPoints() {
        return new EntryPoints(50).add("changes", "/api/v1/changes");
    }

    @Produces
    @Singleton
    OwnedRows items() {
        return new OwnedRows("change_item", "seq, type, id", 70);
    }

    @Produces
    @Singleton
    OwnedRows changes() {
        return new OwnedRows("change", "seq", 80);
    }

    @Produces
    @Singleton
    Expiry expiry(@ConfigProperty(name = "nestegg.history-kept") Duration kept) {
        return new Expiry("changes", () -> Change.purge(kept));
    }

    @Produces
    @Singleton
    Invariant newest() {
        return ChangeInvariants.NEWEST;
    }

    @Produces
    @Singleton
    Invariant gapless() {
        return ChangeInvariants.GAPLESS;
    }

    @Produces
    @Singleton
    Invariant times() {
        return ChangeInvariants.TIMES;
    }

    @Produces
    @Singleton
    Invariant creationsOfItems() {
        return ChangeInvariants.CREATIONS_OF_ITEMS;
    }

    @Produces
    @Singleton
    Invariant creationsOfObjects(RecordedTypes types) {
        return ChangeInvariants.creationsOfObjects(types);
    }

    @Produces
    @Singleton
    Invariant objectsOfItems(RecordedTypes types) {
        return ChangeInvariants.objectsOfItems(types);
    }
}
