package org.nestegg.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets web pages of configured origins call the API (Fetch standard, CORS). All others are left to their browser's no. */
final class CrossOrigin {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Set<String> SENT = Set.of(
            "Authorization",
            "Content-Type",
            "Accept-Language",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Last-Event-ID",
            "traceparent");
    private static final Set<String> READ = Set.of(
            "ETag",
            "Location",
            "Link",
            "Retry-After",
            "RateLimit",
            "RateLimit-Policy",
            "Idempotency-Replayed",
            "Change-Seq",
            "Content-Language",
            "WWW-Authenticate");
    private static final int PREFLIGHT_SECONDS = 600;

    private CrossOrigin() {}

    static void register(
            @Observes Filters filters, @ConfigProperty(name = "nestegg.cors-origins") Optional<List<String>> origins) {
        origins.filter(list -> !list.isEmpty()).ifPresent(allowed -> {
            CorsHandler cors = CorsHandler.create()
                    .addOrigins(allowed)
                    .allowedMethods(METHODS)
                    .allowedHeaders(SENT)
                    .exposedHeaders(READ)
                    .maxAgeSeconds(PREFLIGHT_SECONDS);
            filters.register(
                    context -> {
                        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
                        if (origin != null && allowed.contains(origin)) {
                            cors.handle(context);
                        } else {
                            context.next();
                        }
                    },
                    RequestOrder.CROSS_ORIGIN);
        });
    }
}
