package org.nestegg.platform.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * How long requests take, by route, in buckets that can be added up over replicas. What callers invent, as methods or as
 * paths, makes no series of its own.
 */
@Singleton
class RequestMetrics {

    private static final String NAME = "http.server.requests";

    private static final double[] BUCKETS = LongStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    /** With these a request may have been refused before its route was known; its path stands in the route's place. */
    private static final Set<String> EARLY =
            Set.of("400", "401", "403", "405", "413", "414", "415", "417", "429", "431", "501", "503");

    private static final String OTHER = "OTHER";

    @Produces
    @Singleton
    MeterFilter requests(Instance<Routes> routes) {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(NAME) ? known(id, routes) : id;
            }

            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(NAME)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(BUCKETS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }

    private static Meter.Id known(Meter.Id id, Instance<Routes> routes) {
        Meter.Id known = id;
        String method = id.getTag("method");
        if (method != null && !METHODS.contains(method)) {
            known = replace(known, Tag.of("method", OTHER));
        }
        String uri = id.getTag("uri");
        String status = id.getTag("status");
        if (uri != null
                && uri.startsWith("/")
                && status != null
                && EARLY.contains(status)
                && !routes.get().isRoute(uri)) {
            known = replace(known, Tag.of("uri", OTHER));
        }
        return known;
    }

    private static Meter.Id replace(Meter.Id id, Tag tag) {
        return id.replaceTags(Tags.of(id.getTags()).and(tag));
    }
}
