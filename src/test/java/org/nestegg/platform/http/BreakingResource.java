package org.nestegg.platform.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** In tests only: answers that break off, and answers that take their time. */
@Path("/test/streaming")
@Produces("text/plain")
@RunOnVirtualThread
@PermitAll
public class BreakingResource {

    private final CurrentVertxRequest request;

    BreakingResource(CurrentVertxRequest request) {
        this.request = request;
    }

    @GET
    @Path("/broken/{kilobytes}")
    @Operation(hidden = true)
    public StreamingOutput broken(int kilobytes) {
        return Streaming.of(request.getCurrent(), output -> {
            for (int i = 0; i < kilobytes; i++) {
                output.write(new byte[1024]);
            }
            throw new IllegalStateException("broken on purpose");
        });
    }

    @GET
    @Path("/slow/{millis}")
    @Operation(hidden = true)
    public String slow(long millis) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(millis));
        return "done after all";
    }
}
