package org.nestegg.platform.limit;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nestegg.platform.http.RequestsInFlight;
import org.nestegg.platform.problem.ProblemException;

/** How many requests of each caller are worked on at once, on this replica: nobody takes what belongs to all. */
public final class InFlight {

    /** It is over as soon as one of them is answered. */
    private static final Duration WAIT = Duration.ofSeconds(1);

    private static final String KEY = InFlight.class.getName();

    private final int most;
    private final Map<String, Integer> running = new ConcurrentHashMap<>();

    public InFlight(int most) {
        this.most = most;
    }

    /**
     * Counts a request until it is answered.
     *
     * @throws ProblemException with {@code too-many-requests} if there are as many as there may be
     */
    public void enter(String caller, RoutingContext request) {
        if (running.merge(caller, 1, Integer::sum) > most) {
            leave(caller);
            throw ProblemException.tooMany(WAIT);
        }
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                leave(caller);
            }
        };
        request.put(KEY, leave);
        RequestsInFlight.whenEnded(request, leave);
    }

    /** Counts a request no longer, because from now on it waits, and is not worked on. */
    public static void release(RoutingContext request) {
        Runnable leave = request.get(KEY);
        if (leave != null) {
            leave.run();
        }
    }

    private void leave(String caller) {
        running.computeIfPresent(caller, (_, count) -> count == 1 ? null : count - 1);
    }
}
