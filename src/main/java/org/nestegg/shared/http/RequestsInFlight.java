package org.nestegg.shared.http;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows the requests that are being answered. One timer has them all looked at, however many they are. */
@Singleton
public class RequestsInFlight {

    private static final Duration PERIOD = Duration.ofMillis(100);

    /** Before anything that waits for the body. */
    private static final int PRIORITY = 8_900;

    private final Vertx vertx;
    private final List<Watch> watches;
    private final Set<Request> requests = ConcurrentHashMap.newKeySet();
    private long timer;

    RequestsInFlight(Vertx vertx, @All List<Watch> watches) {
        this.vertx = vertx;
        this.watches = watches;
    }

    /** Whoever has an eye on requests that take long. Every bean of this type is asked. */
    public interface Watch {

        /**
         * Looks at a request that is not answered yet. Called on an event loop, several times a second: it must not block.
         *
         * @param age nanoseconds since it came
         */
        void look(RoutingContext request, long age);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(PERIOD.toMillis(), _ -> look());
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    Request request = new Request(context, System.nanoTime());
                    requests.add(request);
                    context.addEndHandler(_ -> requests.remove(request));
                    context.next();
                },
                PRIORITY);
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void look() {
        long now = System.nanoTime();
        requests.forEach(request -> watches.forEach(watch -> watch.look(request.context, now - request.since)));
    }

    private record Request(RoutingContext context, long since) {}
}
