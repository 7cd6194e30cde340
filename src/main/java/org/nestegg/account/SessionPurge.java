package org.nestegg.account;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

/** Removes expired sessions, and with them their refresh tokens. Every replica may do it: the second finds nothing. */
@Singleton
class SessionPurge {

    private static final Logger LOG = Logger.getLogger(SessionPurge.class);

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void purge() {
        LOG.debugf("Purged %d expired sessions", Session.purgeExpired());
    }
}
