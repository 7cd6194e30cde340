package org.nestegg.identity.token;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.nestegg.platform.http.AccessLog;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.limit.Bucket;
import org.nestegg.platform.limit.InFlight;
import org.nestegg.platform.limit.LimitsConfig;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;

/**
 * At the door, once it is known who is calling, whatever they have shown: how much they ask for, and whether the token is good
 * for it.
 */
@Singleton
class Admission implements SecurityIdentityAugmentor {

    /** The attribute of an identity that says what its personal token may do. */
    static final String SCOPE = "scope";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String ADMITTED = "admitted";

    private final LimitsConfig limits;
    private final Bucket requests;
    private final InFlight inFlight;

    Admission(LimitsConfig limits, @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.limits = limits;
        requests = new Bucket("user", limits.requestsPerMinute(), Duration.ofMinutes(1));
        inFlight = new InFlight(Math.clamp(connections / 2, 1, limits.requestsInFlight()));
    }

    @Override
    public int priority() {
        return RequestOrder.ADMISSION;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity);
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        if (identity.isAnonymous() || request == null) {
            return augment(identity, context);
        }
        try {
            admit(identity, request);
            return augment(identity, context);
        } catch (ProblemException e) {
            return Uni.createFrom().failure(e);
        }
    }

    /** Once for each request. */
    private void admit(SecurityIdentity identity, RoutingContext context) {
        if (context.get(ADMITTED) != null) {
            return;
        }
        context.put(ADMITTED, true);
        String caller = identity.getPrincipal().getName();
        AccessLog.signedIn(context, caller);
        if (limits.enabled()) {
            requests.take(caller, context);
            inFlight.enter(caller, context);
        }
        if (identity.getAttribute(SCOPE) == Scope.READ
                && !SAFE.contains(context.request().method())) {
            throw new ProblemException(CommonProblem.INSUFFICIENT_SCOPE);
        }
    }
}
