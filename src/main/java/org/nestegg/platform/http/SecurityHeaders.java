package org.nestegg.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** What browsers are told of every answer, so that none is taken for what it is not. */
final class SecurityHeaders {

    private static final String DOCS = "/api/docs";

    /** Data is not to be shown, run, or framed by anything. */
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /** Swagger UI brings scripts and styles of its own, some of them inline. */
    private static final String DOCS_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    /** Around everything else, so that no answer goes out without. */
    private static final int FIRST = 9_400;

    private SecurityHeaders() {}

    static void register(@Observes Filters filters, Proxies proxies) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(_ -> complete(context, proxies));
                    context.next();
                },
                FIRST);
    }

    private static void complete(RoutingContext context, Proxies proxies) {
        MultiMap headers = context.response().headers();
        String path = Routes.path(context);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        // The Dev UI, which is not there in production, does as it likes.
        if (path.equals(DOCS) || path.startsWith(DOCS + "/")) {
            headers.set("Content-Security-Policy", DOCS_POLICY);
        } else if (!path.startsWith("/q/") && !headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", DATA_POLICY);
        }
        if (proxies.isSecure(context)) {
            headers.set("Strict-Transport-Security", TWO_YEARS);
        }
    }
}
