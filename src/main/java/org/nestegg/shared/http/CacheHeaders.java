package org.nestegg.shared.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says of every answer how it may be kept (RFC 9111). */
public final class CacheHeaders {

    /** It is one person's, and asked for again before each use, for which its {@code ETag} serves. */
    private static final String OWN = "private, no-cache";

    private static final String NO_CACHE = "no-cache";

    private static final String DOCS = "/api/docs";

    private static final String ENCODINGS = "Accept-Encoding";

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    /** Around everything else, so that no answer goes out without. */
    private static final int FIRST = 9_500;

    private CacheHeaders() {}

    static void register(
            @Observes Filters filters,
            @ConfigProperty(name = "quarkus.http.compress-media-types") Set<String> compressible) {
        filters.register(
                context -> {
                    context.addHeadersEndHandler(_ -> complete(context, compressible));
                    context.next();
                },
                FIRST);
    }

    /** Lets the answer be compressed, which the framework leaves to the one who writes it. */
    public static void compress(RoutingContext context) {
        context.response().headers().remove(HttpHeaders.CONTENT_ENCODING);
    }

    private static void complete(RoutingContext context, Set<String> compressible) {
        MultiMap headers = context.response().headers();
        if (String.valueOf(context.request().path()).startsWith(DOCS)) {
            headers.set(HttpHeaders.CACHE_CONTROL, NO_CACHE); // the names of its files stay when their content changes
            if (context.response().getStatusCode() == OK) { // a range is one of the file itself
                compress(context);
            }
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
        if (compressible.contains(mediaType(headers))) {
            String others = headers.getAll(HttpHeaders.VARY).stream()
                    .filter(field -> !field.equalsIgnoreCase(ENCODINGS))
                    .map(field -> field + ", ")
                    .collect(Collectors.joining());
            headers.set(HttpHeaders.VARY, others + ENCODINGS);
        }
    }

    private static boolean hasStrongTag(MultiMap headers) {
        return headers.contains(HttpHeaders.ETAG)
                && !headers.get(HttpHeaders.ETAG).startsWith("W/");
    }

    /** What may not even be kept. */
    private static boolean isSecret(MultiMap headers) {
        return headers.get(HttpHeaders.CACHE_CONTROL).contains("no-store");
    }

    private static String mediaType(MultiMap headers) {
        return String.valueOf(headers.get(HttpHeaders.CONTENT_TYPE))
                .replaceFirst(";.*", "")
                .strip();
    }
}
