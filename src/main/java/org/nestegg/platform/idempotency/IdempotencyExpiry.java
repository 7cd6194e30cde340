package org.nestegg.platform.idempotency;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.nestegg.platform.database.OwnedRows;
import org.nestegg.platform.operation.Expiry;

/** Answers are kept for a day, and no longer than their user. */
@Singleton
class IdempotencyExpiry {

    @Produces
    @Singleton
    Expiry answers() {
        return new Expiry("idempotency-keys", IdempotencyRecord::purge);
    }

    @Produces
    @Singleton
    OwnedRows rows() {
        return new OwnedRows("idempotency_key", "key", 50);
    }
}
