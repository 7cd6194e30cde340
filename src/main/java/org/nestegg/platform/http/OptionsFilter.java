package org.nestegg.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers OPTIONS with the methods of the path and, where it can be patched, the patch formats (RFC 5789). */
class OptionsFilter {

    private final Routes routes;
    private final RoutingContext context;

    OptionsFilter(Routes routes, RoutingContext context) {
        this.routes = routes;
        this.context = context;
    }

    @ServerRequestFilter(preMatching = true, priority = RequestOrder.OPTIONS)
    Response answer(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        Set<String> methods = routes.methods(Routes.path(context));
        if (methods.isEmpty()) {
            throw new NotFoundException();
        }
        Response.ResponseBuilder response = Response.noContent().header(HttpHeaders.ALLOW, String.join(", ", methods));
        if (methods.contains(HttpMethod.PATCH)) {
            response.header("Accept-Patch", MediaTypes.PATCHES);
        }
        return response.build();
    }
}
