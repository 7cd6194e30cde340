package org.nestegg.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** What browsers are told of every answer, so that none is taken for what it is not. */
final class SecurityHeaders {

    static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    private SecurityHeaders() {}

    static void register(@Observes Filters filters, Proxies proxies, RouteGroups groups) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(_ -> complete(context, proxies, groups.of(context)));
                    context.next();
                },
                RequestOrder.SECURITY_HEADERS);
    }

    private static void complete(RoutingContext context, Proxies proxies, RouteGroup group) {
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        group.contentSecurityPolicy()
                .filter(_ -> !headers.contains("Content-Security-Policy"))
                .ifPresent(policy -> headers.set("Content-Security-Policy", policy));
        if (proxies.isSecure(context)) {
            headers.set("Strict-Transport-Security", TWO_YEARS);
        }
    }
}
