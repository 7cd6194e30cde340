package org.nestegg.platform.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import jakarta.enterprise.event.Observes;
import org.nestegg.platform.http.RequestOrder;

/**
 * Leaves it to the endpoints to answer those who are nobody ({@link ProblemMapper}): only they ask who is calling. The framework does
 * so, too, once an endpoint is found; but where there are metrics, it first looks for that itself, for every request, by an index that it
 * makes anew each time, in case authentication should fail before.
 */
final class AuthenticationFailures {

    private AuthenticationFailures() {}

    static void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
                    context.next();
                },
                RequestOrder.AUTHENTICATION_FAILURES);
    }
}
