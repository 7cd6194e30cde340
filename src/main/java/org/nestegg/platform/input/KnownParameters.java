package org.nestegg.platform.input;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.http.Routes;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.ProblemException;

/**
 * Refuses query parameters that the OpenAPI document does not have: a filter that is misspelt must not be answered with
 * everything.
 */
class KnownParameters {

    private final Routes routes;
    private final RoutingContext context;

    KnownParameters(Routes routes, RoutingContext context) {
        this.routes = routes;
        this.context = context;
    }

    @ServerRequestFilter(priority = RequestOrder.KNOWN_PARAMETERS)
    void check(ContainerRequestContext request) {
        Set<String> asked = request.getUriInfo().getQueryParameters().keySet();
        if (asked.isEmpty()) {
            return;
        }
        String path = Routes.path(context);
        routes.operation(request.getMethod(), path)
                .flatMap(Routes.Operation::parameters)
                .ifPresent(known -> {
                    List<FieldError> unknown = asked.stream()
                            .filter(name -> !known.contains(name))
                            .sorted()
                            .limit(ProblemException.MAX_ERRORS)
                            .map(name -> FieldError.ofParameter(name, CommonFieldError.UNKNOWN_PARAMETER))
                            .toList();
                    if (!unknown.isEmpty()) {
                        throw ProblemException.unknownParameters(unknown);
                    }
                });
    }
}
