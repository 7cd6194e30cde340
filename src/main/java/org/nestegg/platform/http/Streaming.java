package org.nestegg.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Answers that are written while they are made, and so may break off after their status has been sent. */
public final class Streaming {

    private static final Logger LOG = Logger.getLogger(Streaming.class);

    private static final long PATIENCE_SECONDS = 5;

    private Streaming() {}

    /**
     * The body as it is to be answered. Should it break off, the connection is closed before its end, so that the client
     * sees that something is missing (RFC 9112, section 8), and the request is logged as failed.
     */
    public static StreamingOutput of(RoutingContext request, StreamingOutput body) {
        CountDownLatch ended = new CountDownLatch(1);
        RequestsInFlight.whenEnded(request, ended::countDown);
        return output -> {
            try {
                body.write(output);
            } catch (IOException | RuntimeException e) {
                if (request.response().headWritten() && !request.response().closed()) {
                    LOG.error("An answer broke off", e);
                    AccessLog.failed(request);
                    request.request().connection().close();
                    await(ended);
                }
                throw e;
            }
        };
    }

    /** Until all who count requests know. The framework resets the response then, after which nobody would be told. */
    private static void await(CountDownLatch ended) {
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
