package org.nestegg.shared.idempotency;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.nestegg.shared.operation.Expiry;

/** Answers are kept for a day. */
@Singleton
class KeyExpiry {

    @Produces
    @Singleton
    Expiry answers() {
        return new Expiry("idempotency-keys", KeptAnswer::purge);
    }
}
