package org.nestegg.platform.http;

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
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Knows the requests that are being answered. One timer has them all looked at, however many they are. */
@Singleton
public class RequestsInFlight {

    private static final Duration PERIOD = Duration.ofMillis(100);

    private static final String KEY = RequestsInFlight.class.getName();

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
                    context.put(KEY, request);
                    requests.add(request);
                    request.whenEnded(() -> requests.remove(request));
                    context.addEndHandler(_ -> request.end());
                    context.next();
                },
                RequestOrder.REQUESTS_IN_FLIGHT);
    }

    /** Has something done once a request has ended, however it ends; at once if it has. */
    public static void whenEnded(RoutingContext context, Runnable action) {
        context.<Request>get(KEY).whenEnded(action);
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void look() {
        long now = System.nanoTime();
        requests.forEach(request -> watches.forEach(watch -> watch.look(request.context, now - request.since)));
    }

    /** A request, and what is to be done once when it has ended. */
    private static final class Request {

        final RoutingContext context;
        final long since;
        private final Queue<Runnable> actions = new ConcurrentLinkedQueue<>();
        private volatile boolean ended;

        Request(RoutingContext context, long since) {
            this.context = context;
            this.since = since;
        }

        void whenEnded(Runnable action) {
            actions.add(action);
            if (ended) {
                end();
            }
        }

        void end() {
            ended = true;
            for (Runnable action = actions.poll(); action != null; action = actions.poll()) {
                action.run();
            }
        }
    }
}
