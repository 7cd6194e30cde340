package org.nestegg.platform.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request a trace id (W3C Trace Context): that of the span, where requests are traced, or of the
 * caller's {@code traceparent} header, or a new one. Log
 * lines carry it as {@code traceId}, and so does every problem.
 */
public final class TraceId {

    static final String KEY = "traceId";
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final String INVALID = "0".repeat(32);

    private TraceId() {}

    static void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    SpanContext span = Span.current().getSpanContext();
                    String id = span.isValid()
                            ? span.getTraceId()
                            : ofCaller(context.request().getHeader("traceparent"));
                    context.put(KEY, id);
                    MDC.put(KEY, id);
                    context.next();
                },
                RequestOrder.TRACE_ID);
    }

    /** The trace id of the request. */
    public static String of(RoutingContext context) {
        String id = context.get(KEY);
        return id == null ? random() : id;
    }

    /**
     * The trace id of a request that has no context.
     *
     * @param traceparent the caller's field, or null
     */
    public static String ofCaller(String traceparent) {
        if (traceparent != null) {
            Matcher matcher = TRACEPARENT.matcher(traceparent);
            if (matcher.matches() && !matcher.group(1).equals(INVALID)) {
                return matcher.group(1);
            }
        }
        return random();
    }

    private static String random() {
        HexFormat hex = HexFormat.of();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
