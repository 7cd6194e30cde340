package org.nestegg.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.nestegg.platform.digest.Sha256;
import org.nestegg.platform.operation.Commit;

/**
 * Who was let in a moment ago, by which token or cookie: whoever asks for much is not looked up for each request. What ends a token, or
 * changes who somebody is, is heeded here at once; other replicas heed it once they have forgotten, after 100 ms at most.
 */
@Singleton
public class KnownCallers {

    /** From before somebody was looked up. */
    private static final Duration KEPT = Duration.ofMillis(100);

    private static final int MOST = 10_000;

    private final Cache<String, Known> callers = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(KEPT)
            .scheduler(Scheduler.systemScheduler()) // also where nobody asks for anything any more
            .build();

    /** How often anybody was forgotten. */
    private volatile long forgotten;

    private record Known(SecurityIdentity identity, UUID owner, long since) {

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
                .filter(known -> System.nanoTime() - known.since < KEPT.toNanos() && !known.isOver())
                .map(Known::identity);
    }

    /** To be called before a token is looked up. */
    public Unknown lookUp(String token) {
        return new Unknown(Sha256.key(token), System.nanoTime(), forgotten);
    }

    /** To be called once it has been, unless it is good for nothing. What has changed meanwhile is not known. */
    public synchronized void remember(Unknown lookedUp, SecurityIdentity identity) {
        SignedIn signedIn = SignedIn.of(identity);
        if (signedIn != null && lookedUp.forgotten == forgotten) {
            callers.put(lookedUp.digest, new Known(identity, signedIn.id(), lookedUp.since));
        }
    }

    private synchronized void forget(UUID owner) {
        forgotten++;
        callers.asMap().values().removeIf(known -> known.owner.equals(owner));
    }

    /** Forgets a user once the current transaction has ended: their tokens, or they themselves, may not be what they were. */
    public static void forgetOnCommit(UUID owner) {
        Commit.orNot(() -> Arc.container().instance(KnownCallers.class).get().forget(owner));
    }
}
