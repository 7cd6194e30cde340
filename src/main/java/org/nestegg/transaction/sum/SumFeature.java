package org.nestegg.transaction.sum;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.nestegg.platform.database.OwnedRows;
import org.nestegg.platform.operation.Invariant;

/** What sums add to the service: that they are checked, and what an account leaves. */
@Singleton
class SumFeature {

    @Produces
    @Singleton
    Invariant months() {
        return SumInvariants.MONTHS;
    }

    @Produces
    @Singleton
    Invariant accounts() {
        return SumInvariants.ACCOUNTS;
    }

    @Produces
    @Singleton
    OwnedRows sums() {
        return new OwnedRows("transaction_month", "month", 48);
    }
}
