package org.nestegg.identity.limit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.identity.User;
import org.nestegg.identity.audit.Activity;
import org.nestegg.identity.token.SecretToken;
import org.nestegg.platform.database.StoredEntity;
import org.nestegg.platform.http.Proxies;
import org.nestegg.platform.http.RateLimitHeaders;
import org.nestegg.platform.limit.Bucket;
import org.nestegg.platform.limit.LimitsConfig;
import org.nestegg.platform.problem.ProblemException;

/**
 * Slows down who guesses passwords, by account and by source. Each attempt counts as failed from before the password is
 * compared until it has turned out right, so that many at once are no way around. Where an account was signed in to before
 * is counted apart: whoever guesses elsewhere does not keep its owner out.
 */
@Singleton
public class SignInLimits {

    private static final String POLICY = "sign-in";
    private static final UUID NOBODY = new UUID(0, 0);

    private final LimitsConfig config;
    private final Proxies proxies;
    private final RoutingContext context;
    private final Bucket registrations;
    private final Bucket signIns;
    private final Bucket refreshes;

    SignInLimits(LimitsConfig config, Proxies proxies, RoutingContext context) {
        this.config = config;
        this.proxies = proxies;
        this.context = context;
        registrations = new Bucket("registrations", config.registrationsPerHour(), Duration.ofHours(1));
        signIns = new Bucket("sign-ins", config.signInsPerHour(), Duration.ofHours(1));
        refreshes = new Bucket("refreshes", config.refreshesPerHour(), Duration.ofHours(1));
    }

    /** @throws ProblemException with {@code too-many-requests} */
    public void admitRegistration() {
        if (config.enabled()) {
            registrations.take(proxies.source(context), context);
        }
    }

    /**
     * Lets somebody in who knows the password: each sign-in makes rows that are kept for long.
     *
     * @throws ProblemException with {@code too-many-requests}
     */
    public void admitSignIn(UUID user) {
        take(signIns, user);
    }

    /** @throws ProblemException with {@code too-many-requests} */
    public void admitRefresh(UUID user) {
        take(refreshes, user);
    }

    private void take(Bucket bucket, UUID user) {
        if (config.enabled()) {
            bucket.take(user.toString(), context);
        }
    }

    /**
     * Lets somebody try a password.
     *
     * @param email as it was given; accounts are counted by their id, however their address is written
     * @return the attempt that it counts as, where there are limits
     * @throws ProblemException with {@code too-many-requests}
     */
    public Optional<Attempt> admit(String email, Optional<User> user) {
        if (!config.enabled()) {
            return Optional.empty();
        }
        // Asked for nobody as well, so that nobody can tell by the time who is somebody.
        boolean knownSource = isKnownSource(user.map(known -> known.id).orElse(NOBODY));
        String account = user.map(known -> account(known) + (knownSource ? " " + proxies.source(context) : ""))
                .orElseGet(() -> "address " + email.toLowerCase(Locale.ROOT));
        Attempt attempt = new Attempt(SecretToken.hash(account), SecretToken.hash("source " + proxies.source(context)));
        count(attempt.source, config.failuresBySource());
        try {
            int failures = count(attempt.account, config.failuresByAddress());
            write(config.failuresByAddress(), config.failuresByAddress() - failures, SignInFailure.WINDOW);
        } catch (ProblemException refused) {
            // No password was compared: that is no failure of the source.
            QuarkusTransaction.requiringNew().run(() -> SignInFailure.takeBack(attempt.source));
            throw refused;
        }
        return Optional.of(attempt);
    }

    private boolean isKnownSource(UUID user) {
        return QuarkusTransaction.requiringNew().call(() -> Activity.isKnownSource(user, proxies.client(context)));
    }

    private static String account(User user) {
        return "user " + user.id;
    }

    private int count(byte[] key, int free) {
        return QuarkusTransaction.requiringNew().call(() -> {
            SignInFailure failure = SignInFailure.locked(key);
            Instant now = StoredEntity.now();
            if (now.isBefore(failure.openAt)) {
                Duration wait = Duration.between(now, failure.openAt);
                write(free, 0, wait);
                throw ProblemException.tooMany(wait);
            }
            failure.count(now, free);
            return failure.failures;
        });
    }

    private void write(int free, int remaining, Duration reset) {
        RateLimitHeaders.write(context, POLICY, free, SignInFailure.WINDOW, remaining, reset);
    }

    /** Forgets the failures with an account whose owner got in, and this attempt of its source. */
    public void succeeded(Optional<Attempt> admitted) {
        admitted.ifPresent(attempt -> QuarkusTransaction.requiringNew().run(() -> {
            SignInFailure.forget(attempt.account);
            SignInFailure.takeBack(attempt.source);
        }));
    }

    /** Leaves nothing of somebody who goes. */
    public static void erase(User user) {
        SignInFailure.forget(SecretToken.hash(account(user)));
    }

    /** One attempt, by the digests of account and source. */
    public record Attempt(byte[] account, byte[] source) {}
}
