package org.nestegg.platform.input;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.nestegg.platform.http.RequestOrder;

/** Nothing has an id that is none, whatever else a request says: its body is not looked at, as that of a path that is not. */
class KnownIds {

    @ServerRequestFilter(priority = RequestOrder.KNOWN_IDS)
    void check(ContainerRequestContext request) {
        request.getUriInfo().getPathParameters().forEach((name, values) -> {
            if (isId(name) && !values.stream().allMatch(value -> Id.parse(value).isPresent())) {
                throw new NotFoundException();
            }
        });
    }

    private static boolean isId(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("id");
    }
}
