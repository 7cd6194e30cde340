package org.nestegg.platform.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.nestegg.platform.input.Body;

/** In tests only: paths with rules of their own, as a feature would declare them. */
@Path("/test/small")
@RunOnVirtualThread
@PermitAll
public class SmallBodyResource {

    static final int LIMIT = 2048;

    private final Body bodies;
    private final RoutingContext context;

    SmallBodyResource(Body bodies, RoutingContext context) {
        this.bodies = bodies;
        this.context = context;
    }

    @POST
    @Operation(hidden = true)
    public String post(InputStream body) throws IOException {
        return Integer.toString(bodies.read(context, body).length);
    }

    /** The rules. */
    @Singleton
    static class Rules {

        @Produces
        @Singleton
        RouteGroup small() {
            return RouteGroup.of("/test/small")
                    .withBody(LIMIT, Duration.ofMillis(500))
                    .withContentSecurityPolicy(Optional.of("default-src 'self'"));
        }
    }
}
