package org.nestegg.platform.idempotency;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.nestegg.platform.operation.Expiry;

/** Answers are kept for a day. */
@Singleton
class IdempotencyExpiry {

    @Produces
    @Singleton
    Expiry answers() {
        return new Expiry("idempotency-keys", IdempotencyRecord::purge);
    }
}
