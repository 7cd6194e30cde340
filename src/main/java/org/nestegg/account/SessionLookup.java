package org.nestegg.account;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Looks up the session of a token: a single statement, outside any transaction. */
@Singleton
class SessionLookup {

    @ActivateRequestContext
    Optional<Session> find(AccessTokens.Claims claims) {
        return Session.living(claims.user(), claims.session());
    }
}
