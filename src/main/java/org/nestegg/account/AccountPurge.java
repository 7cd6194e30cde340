package org.nestegg.account;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;
import org.nestegg.shared.security.TokenConfig;

/**
 * Removes expired sessions, and with them their refresh tokens; those that were used long ago; audit trails past their time;
 * and failures to sign in that nobody counts any more. Every replica may do it: the second finds nothing.
 */
@Singleton
class AccountPurge {

    private static final Logger LOG = Logger.getLogger(AccountPurge.class);

    private final TokenConfig config;

    AccountPurge(TokenConfig config) {
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void purge() {
        LOG.debugf(
                "Purged %d sessions, %d refresh tokens, %d activities, %d sign-in failures",
                Session.purgeExpired(),
                RefreshToken.purgeUsed(config.refreshTtl()),
                Activity.purge(),
                SignInFailure.purge());
    }
}
