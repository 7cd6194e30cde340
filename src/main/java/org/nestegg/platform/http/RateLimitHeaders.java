package org.nestegg.platform.http;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** The {@code RateLimit-Policy} and {@code RateLimit} fields of an answer (draft-ietf-httpapi-ratelimit-headers-10). */
public final class RateLimitHeaders {

    private RateLimitHeaders() {}

    /**
     * Writes both.
     *
     * @param quota how many requests there are in a window
     * @param remaining how many are left
     * @param reset when there are more again
     */
    public static void write(
            RoutingContext context, String policy, long quota, Duration window, long remaining, Duration reset) {
        context.response()
                .putHeader("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(policy, quota, window.toSeconds()))
                .putHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, Math.max(0, remaining), seconds(reset)));
    }

    /** Rounded up: who waits so long has waited long enough. */
    public static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
