package org.nestegg.platform.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives {@code Range} the meaning that it has (RFC 9110, section 14.2) where the framework's handler of files does not: what
 * is no range is ignored, as a server may do with any, and what is sent of a file are bytes of the file, not compressed.
 */
final class RangeHeader {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");
    private static final int PARTIAL_CONTENT = 206;

    private RangeHeader() {}

    static void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    String range = context.request().getHeader(HttpHeaderNames.RANGE);
                    if (range != null) {
                        heed(context, range);
                    }
                    context.next();
                },
                RequestOrder.RANGE_HEADER);
    }

    private static void heed(RoutingContext context, String range) {
        HttpServerRequest request = context.request();
        Matcher matcher = RANGE.matcher(range);
        boolean isRange = matcher.matches()
                && (matcher.group(2).isEmpty() || Long.parseLong(matcher.group(1)) <= Long.parseLong(matcher.group(2)));
        if (!isRange) {
            request.headers().remove(HttpHeaderNames.RANGE);
            return;
        }
        context.addHeadersEndHandler(_ -> {
            if (context.response().getStatusCode() == PARTIAL_CONTENT) {
                context.response().headers().set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
            }
        });
    }
}
