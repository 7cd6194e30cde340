package org.nestegg.identity.limit;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.identity.User;
import org.nestegg.identity.audit.Activity;
import org.nestegg.identity.token.SecretToken;
import org.nestegg.platform.database.Sql;
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

    /** What {@link #succeeded} does, as an SQL expression with {@link #parameters}. */
    public static final String TAKEN_BACK = "take_back_sign_in(cast(:account as bytea), cast(:attemptSource as bytea))";

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
     * @param user whose password it is, if anybody's
     * @param knownSource whether the user has signed in from where the request comes from
     * @return the attempt that it counts as, where there are limits
     * @throws ProblemException with {@code too-many-requests}
     */
    public Optional<Attempt> admit(String email, Optional<UUID> user, boolean knownSource) {
        if (!config.enabled()) {
            return Optional.empty();
        }
        String source = proxies.source(context);
        String account = user.map(id -> account(id) + (knownSource ? " " + source : ""))
                .orElseGet(() -> "address " + email.toLowerCase(Locale.ROOT));
        Attempt attempt = new Attempt(SecretToken.hash(account), SecretToken.hash("source " + source));
        int free = config.failuresByAddress();
        SignInFailure.Verdict verdict =
                SignInFailure.count(attempt.account, free, attempt.source, config.failuresBySource());
        if (verdict.refuses() != null) {
            write(verdict.refuses().equals("account") ? free : config.failuresBySource(), 0, verdict.opensIn());
            throw ProblemException.tooMany(verdict.opensIn());
        }
        write(free, free - verdict.failures(), SignInFailure.WINDOW);
        return Optional.of(attempt);
    }

    /** The same for somebody who is signed in. */
    public Optional<Attempt> admit(UUID user) {
        if (!config.enabled()) {
            return Optional.empty();
        }
        boolean knownSource = Sql.first(
                        "select " + Activity.isKnownSource(":owner"),
                        Map.of("owner", user, "source", proxies.client(context)),
                        Sql.Columns::flag)
                .orElseThrow();
        return admit("", Optional.of(user), knownSource);
    }

    private static String account(UUID user) {
        return "user " + user;
    }

    private void write(int free, int remaining, Duration reset) {
        RateLimitHeaders.write(context, POLICY, free, SignInFailure.WINDOW, remaining, reset);
    }

    /** Forgets the failures with an account whose owner got in, and this attempt of its source. */
    public void succeeded(Optional<Attempt> admitted) {
        if (admitted.isPresent()) {
            Sql.alone("select 1 from " + TAKEN_BACK, parameters(admitted), Sql.Columns::number);
        }
    }

    /** The parameters of {@link #TAKEN_BACK} that are an attempt's; null for none. */
    public static Map<String, Object> parameters(Optional<Attempt> attempt) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("account", attempt.map(Attempt::account).orElse(null));
        parameters.put("attemptSource", attempt.map(Attempt::source).orElse(null));
        return parameters;
    }

    /** Leaves nothing of somebody who goes. */
    public static void erase(User user) {
        SignInFailure.forget(SecretToken.hash(account(user.id)));
    }

    /** One attempt, by the digests of account and source. */
    public record Attempt(byte[] account, byte[] source) {}
}
