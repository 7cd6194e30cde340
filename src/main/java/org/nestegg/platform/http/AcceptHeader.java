package org.nestegg.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Gives {@code Accept} the meaning that it has (RFC 9110, section 12.5.1) where the framework does not: a weight of zero
 * refuses a media type, and an empty field asks for nothing. Such a field is replaced by what it leaves of our types. It is
 * taken away where it asks for problems alone, as generated clients do whose success has no body, and where success has none.
 */
@Singleton
class AcceptHeader {

    private static final List<String> SPOKEN =
            List.of(MediaTypes.JSON, MediaTypes.CSV, MediaTypes.EVENT_STREAM, MediaTypes.HTML);
    private static final List<String> ANYTHING = List.of("*/*");
    private static final String PROBLEM = "application/problem+json";
    private static final String NONE_OF_THEM = "none/none";

    private final Instance<Routes> routes;

    AcceptHeader(Instance<Routes> routes) {
        this.routes = routes;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    rewrite(context);
                    context.next();
                },
                RequestOrder.ACCEPT_HEADER);
    }

    private void rewrite(RoutingContext context) {
        MultiMap headers = context.request().headers();
        if (!headers.contains(HttpHeaders.ACCEPT)
                || headers.getAll(HttpHeaders.ACCEPT).equals(ANYTHING)) {
            return;
        }
        List<MediaRange> ranges = MediaRange.of(headers);
        List<MediaRange> wanted =
                ranges.stream().filter(range -> range.weight() > 0).toList();
        if (ranges.isEmpty()
                || !wanted.isEmpty()
                        && wanted.stream().allMatch(range -> range.type().equals(PROBLEM))
                || isMoot(context, wanted)) {
            headers.remove(HttpHeaders.ACCEPT);
        } else if (wanted.size() < ranges.size()) {
            headers.set(HttpHeaders.ACCEPT, left(ranges));
        }
    }

    /** The document is asked only where the answer is not plain. */
    private boolean isMoot(RoutingContext context, List<MediaRange> wanted) {
        return wanted.stream().noneMatch(range -> range.matches(MediaTypes.JSON))
                && routes.get()
                        .operation(context.request().method().name(), Routes.path(context))
                        .filter(operation -> operation.answers().isEmpty())
                        .isPresent();
    }

    private static String left(List<MediaRange> ranges) {
        String left = SPOKEN.stream()
                .filter(type -> MediaRange.weight(ranges, type) > 0)
                .map(type -> type + ";q=" + MediaRange.weight(ranges, type))
                .collect(Collectors.joining(","));
        return left.isEmpty() ? NONE_OF_THEM : left;
    }
}
