package org.nestegg.shared.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Says of every answer how it may be kept (RFC 9111). */
final class CacheHeaders {

    /** It is one person's, and asked for again before each use, for which its {@code ETag} serves. */
    private static final String OWN = "private, no-cache";

    private static final int NOT_MODIFIED = 304;

    /** Around everything else, so that no answer goes out without. */
    private static final int FIRST = 9_500;

    private CacheHeaders() {}

    static void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(_ -> complete(context));
                    context.next();
                },
                FIRST);
    }

    private static void complete(RoutingContext context) {
        MultiMap headers = context.response().headers();
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, OWN);
        }
        if (context.request().method() == HttpMethod.HEAD || context.response().getStatusCode() == NOT_MODIFIED) {
            headers.remove(HttpHeaders.CONTENT_ENCODING); // nothing is encoded where nothing is sent
        } else if (headers.contains(HttpHeaders.ETAG)) {
            // A strong tag names one sequence of bytes: it could not stay the same on a compressed one.
            headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
    }
}
