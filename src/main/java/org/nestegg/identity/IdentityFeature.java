package org.nestegg.identity;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import org.nestegg.identity.audit.Activity;
import org.nestegg.identity.limit.SignInFailure;
import org.nestegg.identity.session.RefreshToken;
import org.nestegg.identity.session.Session;
import org.nestegg.identity.token.PersonalToken;
import org.nestegg.platform.database.OwnedRows;
import org.nestegg.platform.http.EntryPoints;
import org.nestegg.platform.input.TextForm;
import org.nestegg.platform.operation.Expiry;
import org.nestegg.platform.problem.ProblemSet;
import org.nestegg.platform.security.TokenConfig;

/** What people and how they sign in add to the service: problems, entry points, what expires, and what an account leaves. */
@Singleton
class IdentityFeature {

    @Produces
    @Singleton
    ProblemSet problems() {
        return new ProblemSet(
                30,
                List.of(IdentityProblem.values()),
                List.of(IdentityFieldError.values()),
                List.of(PersonalToken.LIMIT));
    }

    @Produces
    @Singleton
    EntryPoints entryPoints() {
        return new EntryPoints(10)
                .add("register", "/api/v1/auth/register")
                .add("login", "/api/v1/auth/login")
                .add("me", "/api/v1/me")
                .add("sessions", "/api/v1/me/sessions")
                .add("tokens", "/api/v1/me/tokens")
                .add("activity", "/api/v1/me/activity");
    }

    @Produces
    @Singleton
    TextForm<ZoneId> timeZones() {
        return new TextForm<>(ZoneId.class, User::timeZone, IdentityFieldError.UNKNOWN_TIME_ZONE);
    }

    @Produces
    @Singleton
    OwnedRows activity() {
        return new OwnedRows("activity", "id", 60);
    }

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
    Expiry erasedAccounts(Erasure erasure) {
        return new Expiry("rows-of-erased-accounts", erasure::resume);
    }

    @Produces
    @Singleton
    Expiry signInFailures() {
        return new Expiry("sign-in-failures", SignInFailure::purge);
    }
}
