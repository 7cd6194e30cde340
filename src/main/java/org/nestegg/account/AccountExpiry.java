package org.nestegg.account;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.nestegg.shared.operation.Expiry;
import org.nestegg.shared.security.TokenConfig;

/** What of accounts is not kept for ever. */
@Singleton
class AccountExpiry {

    /** With a session go its refresh tokens. */
    @Produces
    @Singleton
    Expiry sessions() {
        return new Expiry("sessions", Session::purgeExpired);
    }

    @Produces
    @Singleton
    Expiry refreshTokens(TokenConfig config) {
        return new Expiry("refresh-tokens", () -> RefreshToken.purgeUsed(config.refreshTtl()));
    }

    @Produces
    @Singleton
    Expiry activities() {
        return new Expiry("activities", Activity::purge);
    }

    /** Of those whose erasing was cut short. */
    @Produces
    @Singleton
    Expiry erasedAccounts() {
        return new Expiry("rows-of-erased-accounts", Erasure::resume);
    }

    @Produces
    @Singleton
    Expiry signInFailures() {
        return new Expiry("sign-in-failures", SignInFailure::purge);
    }
}
