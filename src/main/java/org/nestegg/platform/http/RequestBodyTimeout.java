package org.nestegg.platform.http;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hangs up on whoever takes too long to send a body, however steadily it trickles: somebody waits for it. */
@Singleton
public class RequestBodyTimeout implements RequestsInFlight.Watch {

    private final Duration timeout;
    private final RouteGroups groups;

    /** Those whose body is being read; each has one request at a time. */
    private final Set<HttpConnection> awaited = ConcurrentHashMap.newKeySet();

    RequestBodyTimeout(@ConfigProperty(name = "nestegg.body-timeout") Duration timeout, RouteGroups groups) {
        this.timeout = timeout;
        this.groups = groups;
    }

    /**
     * Reads a body, while there is patience with its sender.
     *
     * @param most so many bytes are read at most
     * @throws HttpClosedException if the sender has gone before the end
     */
    public byte[] read(HttpConnection sender, InputStream body, int most) throws IOException {
        awaited.add(sender);
        try {
            return body.readNBytes(most);
        } catch (IOException e) {
            if (e.getCause() instanceof ClosedChannelException) {
                throw new HttpClosedException("the sender has gone");
            }
            throw e;
        } finally {
            awaited.remove(sender);
        }
    }

    @Override
    public void look(RoutingContext request, long age) {
        HttpConnection sender = request.request().connection();
        if (awaited.contains(sender)
                && age > groups.of(request).bodyTimeout().orElse(timeout).toNanos()) {
            sender.close();
        }
    }
}
