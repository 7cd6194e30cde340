package org.nestegg.statement;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.nestegg.platform.http.RequestsInFlight;
import org.nestegg.platform.limit.LimitsConfig;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.CurrentUser;

/** Files that are being received, on this replica: each is in memory until its request is answered. */
@Singleton
public class Uploads {

    private static final int AT_ONCE = 6;
    private static final int OF_A_USER = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Map<UUID, Integer> users = new ConcurrentHashMap<>();
    private final CurrentUser user;
    private final boolean enabled;

    Uploads(CurrentUser user, LimitsConfig limits) {
        this.user = user;
        enabled = limits.enabled();
    }

    /**
     * Takes a place until a request has ended.
     *
     * @throws ProblemException with {@code too-many-requests} if its caller has as many as one may have; with {@code unavailable} if
     *     there is none for too long
     */
    void enter(RoutingContext request) {
        if (!enabled) {
            return;
        }
        UUID caller = user.id();
        if (users.merge(caller, 1, Integer::sum) > OF_A_USER) {
            leave(caller);
            throw ProblemException.tooMany(WAIT);
        }
        if (!hasPlace()) {
            leave(caller);
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
        RequestsInFlight.whenEnded(request, () -> {
            places.release();
            leave(caller);
        });
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(UUID caller) {
        users.computeIfPresent(caller, (_, count) -> count == 1 ? null : count - 1);
    }
}
