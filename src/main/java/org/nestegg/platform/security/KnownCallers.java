package org.nestegg.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.opentelemetry.context.Context;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.nestegg.platform.digest.Sha256;
import org.nestegg.platform.operation.Commit;

/**
 * Who was let in a moment ago, by which token or cookie: whoever asks for much is not looked up for each request, and whoever goes on
 * asking is looked up ahead, together with all others who do. What ends a token, or changes who somebody is, is heeded here at once;
 * other replicas heed it once they have forgotten, after 100 ms at most.
 */
@Singleton
public class KnownCallers {

    private static final Logger LOG = Logger.getLogger(KnownCallers.class);

    /** From before somebody was looked up. */
    private static final Duration KEPT = Duration.ofMillis(100);

    /** After so long whoever asks again is looked up ahead: what is left has to be enough for the database to answer. */
    private static final Duration RENEWED_AFTER = Duration.ofMillis(50);

    /** Between two times that many are looked up. */
    private static final Duration PAUSE = Duration.ofMillis(25);

    private static final int MOST = 10_000;

    /** That are looked up at once; others have to wait for their own request. */
    private static final int MOST_AT_ONCE = 1_000;

    private final Cache<String, Known> callers = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(KEPT)
            .scheduler(Scheduler.systemScheduler()) // also where nobody asks for anything any more
            .build();

    /** How often anybody was forgotten. */
    private volatile long forgotten;

    private final CallerRenewal renewal;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile long renewedAt = System.nanoTime();

    KnownCallers(CallerRenewal renewal) {
        this.renewal = renewal;
    }

    /** What is known of a token, since when. */
    private static final class Known {

        private final SecurityIdentity identity;
        private final boolean isRenewable;
        private final long since;
        /** Whether anybody has asked with it since then. */
        private volatile boolean asks;

        Known(SecurityIdentity identity, boolean isRenewable, long since) {
            this.identity = identity;
            this.isRenewable = isRenewable;
            this.since = since;
        }

        boolean isOlderThan(Duration age) {
            return System.nanoTime() - since >= age.toNanos();
        }

        boolean isDue() {
            return isRenewable && asks && isOlderThan(RENEWED_AFTER);
        }

        boolean isOver() {
            return SignedIn.of(identity)
                    .until()
                    .filter(until -> !Instant.now().isBefore(until))
                    .isPresent();
        }
    }

    /**
     * A token that is about to be looked up.
     *
     * @param digest of the token
     * @param since when that began, by {@link System#nanoTime}
     */
    public record Unknown(String digest, long since, long forgotten) {}

    /** The caller of a token, if they were let in a moment ago. */
    public Optional<SecurityIdentity> find(String token) {
        return Optional.ofNullable(callers.getIfPresent(Sha256.key(token)))
                .filter(known -> !known.isOlderThan(KEPT) && !known.isOver())
                .map(this::asking);
    }

    private SecurityIdentity asking(Known known) {
        if (!known.asks) {
            known.asks = true;
        }
        if (known.isDue() && System.nanoTime() - renewedAt >= PAUSE.toNanos() && renewing.compareAndSet(false, true)) {
            // In the trace of the request that has it done.
            Thread.ofVirtual().name("known-callers").start(Context.current().wrap(this::renew));
        }
        return known.identity;
    }

    private void renew() {
        long now = System.nanoTime();
        renewedAt = now;
        try {
            Map<SecurityIdentity, Map.Entry<String, Known>> asking = callers.asMap().entrySet().stream()
                    .filter(entry -> entry.getValue().isDue())
                    .limit(MOST_AT_ONCE)
                    .collect(Collectors.toMap(entry -> entry.getValue().identity, Function.identity()));
            remember(
                    renewal.unchanged(asking.keySet()).stream().map(asking::get).toList(), now);
        } catch (RuntimeException e) {
            LOG.warn("Could not look up ahead who asks; each of their requests will", e);
        } finally {
            renewing.set(false);
        }
    }

    /** But for those who were forgotten meanwhile, or have been looked up since: they have another entry now, or none. */
    private synchronized void remember(List<Map.Entry<String, Known>> unchanged, long since) {
        for (Map.Entry<String, Known> before : unchanged) {
            callers.asMap()
                    .replace(before.getKey(), before.getValue(), new Known(before.getValue().identity, true, since));
        }
    }

    /** To be called before a token is looked up. */
    public Unknown lookUp(String token) {
        return new Unknown(Sha256.key(token), System.nanoTime(), forgotten);
    }

    /** To be called once it has been, unless it is good for nothing. What has changed meanwhile is not known. */
    public synchronized void remember(Unknown lookedUp, SecurityIdentity identity) {
        SignedIn signedIn = SignedIn.of(identity);
        if (signedIn != null && lookedUp.forgotten == forgotten) {
            callers.put(lookedUp.digest, new Known(identity, renewal.concerns(identity), lookedUp.since));
        }
    }

    synchronized void forget(UUID owner) {
        forgotten++;
        callers.asMap()
                .values()
                .removeIf(known -> SignedIn.of(known.identity).id().equals(owner));
    }

    /** Forgets a user once the current transaction has ended: their tokens, or they themselves, may not be what they were. */
    public static void forgetOnCommit(UUID owner) {
        Commit.orNot(() -> Arc.container().instance(KnownCallers.class).get().forget(owner));
    }
}
