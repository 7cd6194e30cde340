package org.nestegg.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.nestegg.shared.database.StoredEntity;
import org.nestegg.shared.http.ClientAddress;
import org.nestegg.shared.limit.Bucket;
import org.nestegg.shared.limit.LimitsConfig;
import org.nestegg.shared.limit.RateLimitHeaders;
import org.nestegg.shared.problem.ProblemException;

/**
 * Slows down who guesses passwords, by address and by source. Each attempt counts as failed from before the password is
 * compared until it has turned out right, so that many at once are no way around.
 */
@Singleton
class SignInLimits {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final String POLICY = "sign-in";

    private final LimitsConfig config;
    private final RoutingContext context;
    private final Bucket registrations;

    SignInLimits(LimitsConfig config, RoutingContext context) {
        this.config = config;
        this.context = context;
        registrations = new Bucket("registrations", config.registrationsPerHour(), Duration.ofHours(1));
    }

    /** @throws ProblemException with {@code too-many-requests} */
    void admitRegistration() {
        if (config.enabled()) {
            registrations.take(ClientAddress.of(context), context);
        }
    }

    /** @throws ProblemException with {@code too-many-requests} */
    Attempt admit(String email) {
        Attempt attempt = new Attempt(
                key("address " + email.toLowerCase(Locale.ROOT)), key("source " + ClientAddress.of(context)));
        if (config.enabled()) {
            // The source first: what it is kept from doing does not count against the address.
            count(attempt.source, config.failuresBySource());
            int failures = count(attempt.address, config.failuresByAddress());
            RateLimitHeaders.write(
                    context, POLICY, config.failuresByAddress(), WINDOW, config.failuresByAddress() - failures, WINDOW);
        }
        return attempt;
    }

    private int count(byte[] key, int free) {
        return QuarkusTransaction.requiringNew().call(() -> {
            SignInFailure failure = SignInFailure.locked(key);
            Instant now = StoredEntity.now();
            if (now.isBefore(failure.openAt)) {
                Duration wait = Duration.between(now, failure.openAt);
                RateLimitHeaders.write(context, POLICY, free, WINDOW, 0, wait);
                throw ProblemException.tooMany(wait);
            }
            failure.count(now, free, WINDOW);
            return failure.failures;
        });
    }

    /** Forgets the failures with an address whose owner got in, and this attempt of its source. */
    void succeeded(Attempt attempt) {
        if (config.enabled()) {
            QuarkusTransaction.requiringNew().run(() -> {
                SignInFailure.forget(attempt.address);
                SignInFailure.takeBack(attempt.source);
            });
        }
    }

    private static byte[] key(String text) {
        return SecretToken.hash(text);
    }

    /** One attempt to sign in, by the digests of address and source. */
    record Attempt(byte[] address, byte[] source) {}
}
