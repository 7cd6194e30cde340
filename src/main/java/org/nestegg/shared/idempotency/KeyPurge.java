package org.nestegg.shared.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

/** Removes answers whose day has passed. Every replica may do it: the second finds nothing. */
@Singleton
class KeyPurge {

    private static final Logger LOG = Logger.getLogger(KeyPurge.class);

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void purge() {
        LOG.debugf("Purged %d idempotency keys", KeptAnswer.purge());
    }
}
