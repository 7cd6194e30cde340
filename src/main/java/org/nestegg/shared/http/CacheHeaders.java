package org.nestegg.shared.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.event.Observes;

/** Says of every answer how it may be kept (RFC 9111). */
final class CacheHeaders {

    private static final String API = "/api/v1";

    /** It is one person's, and asked for again before each use, for which its {@code ETag} serves. */
    private static final String OWN = "private, no-cache";

    /** Around everything else, so that no answer goes out without. */
    private static final int FIRST = 9_000;

    private CacheHeaders() {}

    static void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (context.request().path().startsWith(API)) {
                        context.addHeadersEndHandler(
                                _ -> complete(context.response().headers()));
                    }
                    context.next();
                },
                FIRST);
    }

    private static void complete(MultiMap headers) {
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, OWN);
        }
        if (headers.contains(HttpHeaders.ETAG)) {
            // A strong tag names one sequence of bytes: it could not stay the same on a compressed one.
            headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
    }
}
