package org.nestegg.transaction;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.nestegg.change.RecordedType;
import org.nestegg.platform.database.OwnedRows;
import org.nestegg.platform.http.EntryPoints;
import org.nestegg.platform.problem.ProblemSet;

/** What transactions add to the service: problems, entry points, and what an account leaves. */
@Singleton
class TransactionFeature {

    @Produces
    @Singleton
    ProblemSet problems() {
        return new ProblemSet(
                20, List.of(TransactionProblem.values()), List.of(TransactionFieldError.values()), List.of());
    }

    @Produces
    @Singleton
    EntryPoints entryPoints() {
        return new EntryPoints(20).add("transactions", "/api/v1/transactions").add("categories", "/api/v1/categories");
    }

    @Produces
    @Singleton
    RecordedType history() {
        return TransactionHistory.TYPE;
    }

    @Produces
    @Singleton
    OwnedRows transactions() {
        return new OwnedRows("transaction", "id", 40);
    }
}
