package org.nestegg.shared.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hangs up on whoever takes too long to send a body, however steadily it trickles: it holds a thread and a connection. */
final class SlowClients {

    /** Before anything that waits for the body. */
    private static final int PRIORITY = 8_900;

    private SlowClients() {}

    static void register(@Observes Filters filters, @ConfigProperty(name = "nestegg.body-timeout") Duration timeout) {
        filters.register(
                context -> {
                    HttpServerRequest request = context.request();
                    long timer = context.vertx().setTimer(timeout.toMillis(), _ -> {
                        if (!request.isEnded()) {
                            request.connection().close();
                        }
                    });
                    context.addEndHandler(_ -> context.vertx().cancelTimer(timer));
                    context.next();
                },
                PRIORITY);
    }
}
