package org.nestegg.identity;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.nestegg.identity.audit.Activity;
import org.nestegg.identity.limit.SignInFailure;
import org.nestegg.identity.session.RefreshToken;
import org.nestegg.identity.session.Session;
import org.nestegg.platform.operation.Expiry;
import org.nestegg.platform.security.TokenConfig;

/** What of accounts is not kept for ever. */
@Singleton
class IdentityExpiry {

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
