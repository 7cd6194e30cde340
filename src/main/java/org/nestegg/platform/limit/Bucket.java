package org.nestegg.platform.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.local.LocalBucket;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.nestegg.platform.http.RateLimitHeaders;
import org.nestegg.platform.problem.ProblemException;

/** A token bucket for each caller of a kind, on this replica: so many requests at once, and as many again in each period. */
public final class Bucket {

    /** More callers than a replica sees in a period; of more, those not seen for longest are forgotten. */
    private static final int MAX_CALLERS = 100_000;

    private final String name;
    private final int capacity;
    private final Duration period;
    private final LoadingCache<String, LocalBucket> buckets;

    /** @param name what the limit is called in the answer's headers */
    public Bucket(String name, int capacity, Duration period) {
        this.name = name;
        this.capacity = capacity;
        this.period = period;
        buckets = Caffeine.newBuilder()
                .maximumSize(MAX_CALLERS)
                .expireAfterAccess(period)
                .build(_ -> io.github.bucket4j.Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                        .build());
    }

    /**
     * Takes one request from a caller's bucket, and says in the answer's headers what is left.
     *
     * @throws ProblemException with {@code too-many-requests} if it is empty
     */
    public void take(String caller, RoutingContext context) {
        ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
        RateLimitHeaders.write(
                context,
                name,
                capacity,
                period,
                probe.getRemainingTokens(),
                probe.isConsumed() ? Duration.ofNanos(probe.getNanosToWaitForReset()) : wait);
        if (!probe.isConsumed()) {
            throw ProblemException.tooMany(wait);
        }
    }
}
