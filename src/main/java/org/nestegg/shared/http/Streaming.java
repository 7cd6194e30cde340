package org.nestegg.shared.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Answers that are written while they are made, and so may break off after their status has been sent. */
public final class Streaming {

    private static final Logger LOG = Logger.getLogger(Streaming.class);

    private Streaming() {}

    /**
     * The body as it is to be answered. Should it break off, the connection is closed before its end, so that the client
     * sees that something is missing (RFC 9112, section 8), and the request is logged as failed.
     */
    public static StreamingOutput of(RoutingContext request, StreamingOutput body) {
        return output -> {
            try {
                body.write(output);
            } catch (IOException | RuntimeException e) {
                if (request.response().headWritten()) {
                    breakOff(request, e);
                }
                throw e;
            }
        };
    }

    private static void breakOff(RoutingContext request, Exception failure) {
        if (!request.response().closed()) {
            LOG.error("An answer broke off", failure);
            AccessLog.failed(request);
            request.response().reset();
        }
    }
}
