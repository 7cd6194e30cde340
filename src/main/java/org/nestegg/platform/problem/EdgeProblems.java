package org.nestegg.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.nestegg.platform.http.RequestLimits;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.http.RouteGroups;

/** Problems for what fails outside the REST endpoints, at the edge: bodies announced too large, undecodable paths. */
@Singleton
class EdgeProblems {

    private static final Logger LOG = Logger.getLogger(EdgeProblems.class);

    private final ObjectMapper mapper;
    private final RouteGroups groups;

    EdgeProblems(ObjectMapper mapper, RouteGroups groups) {
        this.mapper = mapper;
        this.groups = groups;
    }

    void register(@Observes Router router) {
        router.route().order(-RequestOrder.EDGE_FAILURES).failureHandler(this::fail);
        router.route().order(-RequestOrder.EDGE).handler(this::check);
    }

    /** The framework has limits of its own, as a backstop: past those, the connection is cut without a word. */
    private void check(RoutingContext context) {
        if (!isUri(context.request().uri())) {
            answer(context, CommonProblem.BAD_REQUEST);
        } else if (context.request().uri().length() > RequestLimits.URI) {
            refuse(context, CommonProblem.URI_TOO_LONG);
        } else if (headerBytes(context) > RequestLimits.HEADERS) {
            refuse(context, CommonProblem.HEADERS_TOO_LARGE);
        } else if (contentLength(context) > groups.of(context).bodyLimit()) {
            refuse(
                    context,
                    CommonProblem.BODY_TOO_LARGE,
                    new ByteSize(groups.of(context).bodyLimit()));
        } else {
            context.next();
        }
    }

    /** The rest of the request is not wanted, so the connection cannot be used again. */
    private void refuse(RoutingContext context, ProblemCode code, Object... arguments) {
        context.response().putHeader(HttpHeaderNames.CONNECTION, "close");
        answer(context, code, arguments);
    }

    private static boolean isUri(String target) {
        if (isPlain(target)) {
            return true;
        }
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /** Whether it is easily seen to be one, as nearly all are. */
    private static boolean isPlain(String target) {
        if (!target.startsWith("/") || target.startsWith("//")) {
            return false;
        }
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!plain && "-._~/?&=,:+".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int headerBytes(RoutingContext context) {
        int bytes = 0;
        for (Map.Entry<String, String> header : context.request().headers()) {
            bytes += header.getKey().length() + header.getValue().length();
        }
        return bytes;
    }

    private static long contentLength(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException _) {
            return Long.MAX_VALUE;
        }
    }

    private void fail(RoutingContext context) {
        if (context.response().headWritten()) {
            context.request().connection().close();
            return;
        }
        // In dev mode, live reload looks at the path before check does, and fails on one that cannot be decoded.
        ProblemCode code =
                isUri(context.request().uri()) ? CommonProblem.ofStatus(statusOf(context)) : CommonProblem.BAD_REQUEST;
        if (code == CommonProblem.INTERNAL_ERROR) {
            LOG.error("Request failed", context.failure());
        }
        answer(context, code);
    }

    private static int statusOf(RoutingContext context) {
        if (context.failure() instanceof InvalidPathException) {
            return 404; // the file system was asked for a path that it cannot have
        }
        return context.statusCode() > 0 ? context.statusCode() : 500;
    }

    private void answer(RoutingContext context, ProblemCode code, Object... arguments) {
        Problem.of(code, Optional.empty(), context, arguments).subscribe().with(problem -> answer(context, problem));
    }

    private void answer(RoutingContext context, Problem problem) {
        context.response().setStatusCode(problem.status()).putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        try {
            byte[] body = mapper.writeValueAsBytes(problem);
            if (context.request().method() == HttpMethod.HEAD) {
                context.response().end();
            } else {
                context.response().end(Buffer.buffer(body));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
