package org.nestegg.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes small bodies as they arrive, by the thread that receives them, while the endpoint is on its way: the framework's own stream
 * has the endpoint's thread ask that thread for the body, and once more for its end, and wait each time.
 */
class SmallBodies {

    /** Bytes; more than nearly all changes have. What is larger is not taken before it is wanted. */
    private static final int MOST = 16 * 1024;

    private static final String KEY = SmallBodies.class.getName();

    private final RoutingContext context;

    SmallBodies(RoutingContext context) {
        this.context = context;
    }

    static void register(
            @Observes Filters filters, @ConfigProperty(name = "quarkus.http.read-timeout") Duration patience) {
        filters.register(
                context -> {
                    HttpServerRequest request = context.request();
                    if (isSmall(request) && !request.isEnded()) {
                        context.put(KEY, new Arriving(request, patience));
                        context.next();
                        request.resume(); // the framework has stopped it until it asks for it itself
                    } else {
                        context.next();
                    }
                },
                RequestOrder.SMALL_BODIES);
    }

    /** Whoever waits to be told to send the body is told by the framework's stream. */
    private static boolean isSmall(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        // The edge has seen that it is a number.
        return length != null
                && length.length() < 6
                && Integer.parseInt(length) > 0
                && Integer.parseInt(length) <= MOST
                && request.getHeader(HttpHeaders.EXPECT) == null;
    }

    @ServerRequestFilter(priority = RequestOrder.SMALL_BODY)
    void give(ContainerRequestContext request) {
        InputStream body = context.get(KEY);
        if (body != null) {
            request.setEntityStream(body);
        }
    }

    /** A body, whose reader waits for all of it, as long as more of it comes. */
    private static final class Arriving extends InputStream {

        private final HttpConnection sender;
        private final long patience;
        private final Buffer received = Buffer.buffer();
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private volatile long lastReceived = System.nanoTime();
        private InputStream read;

        Arriving(HttpServerRequest request, Duration patience) {
            sender = request.connection();
            this.patience = patience.toNanos();
            // Whether it was closed or reset: the sender has gone.
            request.exceptionHandler(_ -> whole.completeExceptionally(new ClosedChannelException()));
            request.endHandler(_ -> whole.complete(received.getBytes()));
            request.handler(part -> {
                received.appendBuffer(part);
                lastReceived = System.nanoTime();
            });
        }

        @Override
        public int read() throws IOException {
            return whole().read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return whole().read(into, offset, length);
        }

        private InputStream whole() throws IOException {
            while (read == null) {
                try {
                    long left = lastReceived + patience - System.nanoTime();
                    read = new ByteArrayInputStream(whole.get(left, TimeUnit.NANOSECONDS));
                } catch (TimeoutException _) {
                    if (System.nanoTime() - lastReceived >= patience) {
                        sender.close();
                        throw new IOException(new ClosedChannelException());
                    }
                } catch (ExecutionException e) {
                    throw new IOException(e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
            return read;
        }
    }
}
