package org.nestegg.platform.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.nestegg.platform.http.MediaTypes;

/** The request was done before: its first answer is given again, and nothing else happens. */
final class ReplayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient IdempotencyRecord first;

    ReplayException(IdempotencyRecord first) {
        super("replayed", null, false, false);
        this.first = first;
    }

    /** Answers it. */
    static class Mapper {

        @ServerExceptionMapper
        Response replay(ReplayException replay) {
            IdempotencyRecord first = replay.first;
            Response.ResponseBuilder response = Response.status(first.status)
                    .header(HttpHeaders.LOCATION, first.location)
                    .header(HttpHeaders.ETAG, first.tag)
                    .header("Idempotency-Replayed", true);
            Optional.ofNullable(first.headers).orElse(List.of()).forEach(field -> {
                String[] nameAndValue = field.split(": ", 2);
                response.header(nameAndValue[0], nameAndValue[1]);
            });
            return (first.body == null
                            ? response
                            : response.type(MediaTypes.JSON + ";charset=UTF-8").entity(first.body))
                    .build();
        }
    }
}
