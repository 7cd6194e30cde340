package org.nestegg.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says of every answer how it may be kept (RFC 9111). */
final class CacheHeaders {

    /** It is one person's, and asked for again before each use, for which its {@code ETag} serves. */
    private static final String OWN = "private, no-cache";

    private static final String NO_CACHE = "no-cache";
    private static final String NO_STORE = "no-store";

    /** What the framework says of files, such as a part of one. */
    private static final String IMMUTABLE = "public, immutable, max-age=86400";

    private static final String ENCODINGS = "Accept-Encoding";

    private static final int NOT_MODIFIED = 304;

    private CacheHeaders() {}

    static void register(
            @Observes Filters filters,
            @ConfigProperty(name = "quarkus.http.compress-media-types") Set<String> compressible) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(_ -> complete(context, compressible));
                    context.next();
                },
                RequestOrder.CACHE_HEADERS);
    }

    private static void complete(RoutingContext context, Set<String> compressible) {
        MultiMap headers = context.response().headers();
        if (headers.contains(HttpHeaders.SET_COOKIE)) {
            headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE); // whoever keeps it keeps a secret
        } else if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, OWN);
        }
        if (context.request().method() == HttpMethod.HEAD || context.response().getStatusCode() == NOT_MODIFIED) {
            headers.remove(HttpHeaders.CONTENT_ENCODING); // nothing is encoded where nothing is sent
        } else if (hasStrongTag(headers) || isSecret(headers)) {
            // A strong tag names one sequence of bytes: it could not stay the same on a compressed one. And how far a
            // secret can be compressed beside what a caller chooses tells of it (BREACH).
            headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
        if (headers.contains(HttpHeaders.CACHE_CONTROL, IMMUTABLE, false)) {
            headers.set(HttpHeaders.CACHE_CONTROL, NO_CACHE); // no file's name says its version
        }
        if (compressible.contains(mediaType(headers))) {
            if (headers.getAll(HttpHeaders.VARY).stream()
                    .noneMatch(field -> field.toLowerCase(Locale.ROOT).contains(ENCODINGS.toLowerCase(Locale.ROOT)))) {
                headers.add(HttpHeaders.VARY, ENCODINGS);
            }
            headers.set(HttpHeaders.VARY, String.join(", ", headers.getAll(HttpHeaders.VARY)));
        }
    }

    private static boolean hasStrongTag(MultiMap headers) {
        return headers.contains(HttpHeaders.ETAG)
                && !headers.get(HttpHeaders.ETAG).startsWith("W/");
    }

    /** What may not even be kept. */
    private static boolean isSecret(MultiMap headers) {
        return headers.get(HttpHeaders.CACHE_CONTROL).contains(NO_STORE);
    }

    private static String mediaType(MultiMap headers) {
        String type = String.valueOf(headers.get(HttpHeaders.CONTENT_TYPE));
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip();
    }
}
