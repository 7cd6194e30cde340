package org.nestegg.shared.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.nestegg.shared.http.MediaTypes;

/** The request was done before: its first answer is given again, and nothing else happens. */
final class ReplayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient KeptAnswer first;

    ReplayException(KeptAnswer first) {
        super("replayed", null, false, false);
        this.first = first;
    }

    /** Answers it. */
    static class Mapper {

        @ServerExceptionMapper
        Response replay(ReplayException replay) {
            KeptAnswer first = replay.first;
            Response.ResponseBuilder response = Response.status(first.status)
                    .header(HttpHeaders.LOCATION, first.location)
                    .header(HttpHeaders.ETAG, first.tag)
                    .header("Idempotency-Replayed", true);
            return (first.body == null
                            ? response
                            : response.type(MediaTypes.JSON + ";charset=UTF-8").entity(first.body))
                    .build();
        }
    }
}
