package org.nestegg.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * Puts a well-formed media type in the place of a {@code Content-Type} that is none (RFC 9110, section 8.3), at which the
 * framework fails. It is one that nothing takes; where there is no body that it could be the type of, there is none.
 */
public final class ContentTypeHeader {

    private static final String NOTHING_TAKES = "none/none";
    private static final String RECEIVED = ContentTypeHeader.class.getName();

    private ContentTypeHeader() {}

    static void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    replace(context);
                    context.next();
                },
                RequestOrder.CONTENT_TYPE_HEADER);
    }

    /** Puts the field back as it was received, for whoever shows it. */
    public static void restore(RoutingContext context) {
        List<String> received = context.get(RECEIVED);
        if (received != null) {
            context.request().headers().set(HttpHeaders.CONTENT_TYPE.toString(), received);
        }
    }

    private static void replace(RoutingContext context) {
        MultiMap headers = context.request().headers();
        List<String> received = headers.getAll(HttpHeaders.CONTENT_TYPE);
        if (received.isEmpty() || received.size() == 1 && isMediaType(received.getFirst())) {
            return;
        }
        context.put(RECEIVED, List.copyOf(received));
        if (hasBody(headers)) {
            headers.set(HttpHeaders.CONTENT_TYPE, NOTHING_TAKES);
        } else {
            headers.remove(HttpHeaders.CONTENT_TYPE);
        }
    }

    private static boolean isMediaType(String type) {
        try {
            MediaType.valueOf(type);
            return true;
        } catch (RuntimeException _) { // which of them depends on where it breaks off
            return false;
        }
    }

    private static boolean hasBody(MultiMap headers) {
        return headers.contains(HttpHeaders.TRANSFER_ENCODING)
                || headers.contains(HttpHeaders.CONTENT_LENGTH)
                        && !headers.contains(HttpHeaders.CONTENT_LENGTH, "0", true);
    }
}
