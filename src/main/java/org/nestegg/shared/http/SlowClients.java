package org.nestegg.shared.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hangs up on whoever takes too long to send a body, however steadily it trickles: it holds a thread and a connection. */
@Singleton
class SlowClients implements RequestsInFlight.Watch {

    private final long timeout;

    SlowClients(@ConfigProperty(name = "nestegg.body-timeout") Duration timeout) {
        this.timeout = timeout.toNanos();
    }

    @Override
    public void look(RoutingContext context, long age) {
        if (age > timeout && isWaitedFor(context)) {
            context.request().connection().close();
        }
    }

    /** A request without a body need never be read to its end, nor one that is being answered already. */
    private static boolean isWaitedFor(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean hasBody = request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
        return hasBody && !request.isEnded() && !context.response().headWritten();
    }
}
