package org.nestegg.platform.problem;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.nestegg.platform.http.PathReference;
import org.nestegg.platform.http.TraceId;
import org.nestegg.platform.operation.BusinessMetrics;

/**
 * The answer to a request that breaks HTTP before it can be routed: a problem like any other, but in English, because what
 * language is asked for may not have arrived. The connection ends with it (RFC 9112, section 9.6).
 */
final class EarlyProblem {

    /** No route sees such a request, so the line in the access log is written here. */
    private static final Logger LOG = Logger.getLogger("nestegg.access");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", Problem.MEDIA_TYPE,
            "Content-Language", Locale.ENGLISH.getLanguage(),
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    private EarlyProblem() {}

    /**
     * The answer.
     *
     * @param head what could be read of the request
     */
    static FullHttpResponse of(HttpResponseStatus status, HttpRequest head) {
        ProblemCode code = CommonProblem.ofStatus(status.code());
        String traceId = TraceId.ofCaller(head.headers().get("traceparent"));
        BusinessMetrics.count("nestegg.problems", "code", code.code());
        log(code, traceId);
        Problem problem = new Problem(
                code.type(),
                code.title(Locale.ENGLISH),
                code.status(),
                code.detail(Locale.ENGLISH),
                path(head),
                code.code(),
                traceId,
                List.of(),
                List.of());
        ByteBuf body = head.method().equals(HttpMethod.HEAD)
                ? Unpooled.EMPTY_BUFFER
                : Unpooled.wrappedBuffer(Json.encodeToBuffer(problem).getBytes());
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        HEADERS.forEach(response.headers()::set);
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        return response;
    }

    private static void log(ProblemCode code, String traceId) {
        MDC.put("traceId", traceId);
        MDC.put("status", code.status());
        LOG.infof("refused %d %s", code.status(), code.code());
        MDC.remove("status");
        MDC.remove("traceId");
    }

    /** What was not decoded may have no target, or one that is no path. */
    private static String path(HttpRequest head) {
        try {
            return PathReference.of(head.decoderResult().isFailure() ? null : new URI(head.uri()).getRawPath());
        } catch (URISyntaxException _) {
            return PathReference.of(null);
        }
    }
}
