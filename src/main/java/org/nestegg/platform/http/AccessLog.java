package org.nestegg.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;

/**
 * One line for each request, once it is answered, with the trace id and, if somebody is signed in, the user's id. There is
 * no query and no address in it, and of the path no part that might be anybody's secret or address.
 */
public final class AccessLog {

    private static final Logger LOG = Logger.getLogger("nestegg.access");

    /** The parts of our own paths: words and ids. */
    private static final Pattern OTHER_PART = Pattern.compile("(?<=/)(?![a-z0-9-]{1,36}(\\.json)?(?=/|$))[^/]+");

    private static final int MAX_PART = 36;

    private static final String USER = "userId";
    private static final String FAILED = "failed";
    static final String HIDDEN = "*";
    private static final int MAX_PATH = 200;

    private AccessLog() {}

    static void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    long start = System.nanoTime();
                    context.addEndHandler(_ -> write(context, System.nanoTime() - start));
                    context.next();
                },
                RequestOrder.ACCESS_LOG);
    }

    /** Whose request it is, for its line here and whatever else is logged for it. */
    public static void signedIn(RoutingContext context, String userId) {
        context.put(USER, userId);
        MDC.put(USER, userId);
    }

    /** That an answer broke off on our side. */
    static void failed(RoutingContext context) {
        context.put(FAILED, true);
    }

    private static void write(RoutingContext context, long nanos) {
        if (!LOG.isLoggable(Level.INFO)) {
            return;
        }
        HttpServerRequest request = context.request();
        String status = status(context);
        String path = shown(request.path());
        long millis = Duration.ofNanos(nanos).toMillis();
        ExtLogRecord line = new ExtLogRecord(
                Level.INFO,
                request.method().name() + " " + path + " " + status + " " + millis + " ms",
                ExtLogRecord.FormatStyle.NO_FORMAT,
                AccessLog.class.getName());
        line.setLoggerName(LOG.getName());
        line.putMdc("method", request.method().name());
        line.putMdc("path", path);
        line.putMdc("status", status);
        line.putMdc("millis", Long.toString(millis));
        line.putMdc("bytes", Long.toString(context.response().bytesWritten()));
        line.putMdc(TraceId.KEY, TraceId.of(context));
        if (context.get(USER) != null) {
            line.putMdc(USER, context.get(USER));
        }
        LOG.logRaw(line);
    }

    /** A connection that is lost while an answer is being written counts as an end like any other to the framework. */
    private static String status(RoutingContext context) {
        if (context.get(FAILED) != null) {
            return FAILED;
        }
        return context.response().ended() ? Integer.toString(context.response().getStatusCode()) : "aborted";
    }

    /** Whether it is easily seen that there is nothing to hide in a path, as in nearly all. */
    private static boolean isPlain(String path) {
        if (path == null) {
            return false;
        }
        int part = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            part = c == '/' ? 0 : part + 1;
            if (part > MAX_PART || !(c == '/' || c == '-' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    /** A path without what might be a secret or an address. */
    static String shown(String path) {
        String hidden =
                isPlain(path) ? path : OTHER_PART.matcher(String.valueOf(path)).replaceAll(HIDDEN);
        return hidden.length() > MAX_PATH ? hidden.substring(0, MAX_PATH) + HIDDEN : hidden;
    }
}
