package org.nestegg.schedule;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.nestegg.change.ActorType;
import org.nestegg.change.Recording;
import org.nestegg.platform.database.Retry;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.http.Routes;
import org.nestegg.platform.operation.BusinessMetrics;
import org.nestegg.platform.security.KnownCallers;
import org.nestegg.platform.security.SignedIn;

/**
 * Posts what is due for whoever asks, before they are answered: also where no timer runs. Whether anything is due is known since
 * they were let in, so that a request of somebody for whom nothing is due asks the database nothing.
 */
@Singleton
class CatchUp {

    private static final Logger LOG = Logger.getLogger(CatchUp.class);

    private static final String ROOT = "/api/v1/";

    /** What does not show or change what is posted: whatever a person does to be let in or to go is not kept waiting. */
    private static final Set<String> ASIDE = Set.of("auth", "me", "users", "diagnostics", "hello");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SecurityIdentity identity;
    private final RoutingContext context;

    CatchUp(SecurityIdentity identity, RoutingContext context) {
        this.identity = identity;
        this.context = context;
    }

    @ServerRequestFilter(priority = RequestOrder.CATCH_UP)
    void check() {
        if (!concernsMoney(Routes.path(context)) || !BlockingOperationControl.isBlockingAllowed()) {
            return;
        }
        SignedIn caller = SignedIn.of(identity);
        if (caller == null || caller.due().isEmpty()) {
            return;
        }
        if (!caller.due().get().isAfter(LocalDate.now(caller.timeZone()))) {
            try {
                run(caller.id(), caller.timeZone());
            } catch (RuntimeException e) {
                // What was asked for can be answered all the same, and the timer tries again.
                failed(e);
            }
        }
    }

    private static boolean concernsMoney(String path) {
        return path.startsWith(ROOT)
                && !ASIDE.contains(path.substring(ROOT.length()).split("/", 2)[0]);
    }

    /**
     * Posts what is due for somebody, in transactions that are not long; after a while the rest is left to the next.
     *
     * @return whether there is a rest
     */
    static boolean run(UUID owner, ZoneId timeZone) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean more;
        do {
            more = Retry.run(() -> QuarkusTransaction.requiringNew().call(() -> {
                KnownCallers.forgetOnCommit(owner);
                return Recording.byItself(
                        owner, "postSchedules", ActorType.SCHEDULE, () -> Posting.some(owner, LocalDate.now(timeZone)));
            }));
        } while (more && System.nanoTime() < deadline);
        return more;
    }

    static void failed(RuntimeException e) {
        LOG.error("Could not post what is due", e);
        countFailures(1);
    }

    static void countFailures(int more) {
        BusinessMetrics.add(more, "nestegg.schedules.failed");
    }
}
