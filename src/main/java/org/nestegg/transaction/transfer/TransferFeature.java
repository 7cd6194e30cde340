package org.nestegg.transaction.transfer;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.nestegg.change.RecordedType;
import org.nestegg.platform.database.OwnedRows;
import org.nestegg.platform.http.EntryPoints;
import org.nestegg.platform.operation.Invariant;
import org.nestegg.platform.problem.ProblemSet;

/** What transfers add to the service: faults, an entry point, that they are remembered, and what an account leaves. */
@Singleton
class TransferFeature {

    @Produces
    @Singleton
    ProblemSet problems() {
        return new ProblemSet(25, List.of(), List.of(TransferFieldError.values()), List.of());
    }

    @Produces
    @Singleton
    EntryPoints entryPoints() {
        return new EntryPoints(25).add("transfers", "/api/v1/transfers");
    }

    @Produces
    @Singleton
    RecordedType history() {
        return TransferHistory.TYPE;
    }

    @Produces
    @Singleton
    Invariant sides() {
        return TransferHistory.SIDES;
    }

    /** After the transactions that refer to them. */
    @Produces
    @Singleton
    OwnedRows transfers() {
        return new OwnedRows("transfer", "id", 45);
    }
}
