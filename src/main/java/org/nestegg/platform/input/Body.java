package org.nestegg.platform.input;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.nestegg.platform.http.RequestBodyTimeout;
import org.nestegg.platform.http.RequestLimits;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;

/** The bytes of a request's body. */
@Singleton
public class Body {

    private static final String READ = "body";

    private final RequestBodyTimeout slowClients;

    Body(RequestBodyTimeout slowClients) {
        this.slowClients = slowClients;
    }

    /** The body of the request as it was read, to tell whether another is the same; empty if there was none to read. */
    public static byte[] of(RoutingContext context) {
        return Optional.<byte[]>ofNullable(context.get(READ)).orElse(new byte[0]);
    }

    /**
     * The whole body.
     *
     * @throws ProblemException with {@link CommonProblem#BODY_TOO_LARGE} past {@link RequestLimits#BODY}
     */
    public byte[] read(RoutingContext context, InputStream stream) throws IOException {
        byte[] bytes = slowClients.read(context.request().connection(), stream, RequestLimits.BODY + 1);
        if (bytes.length > RequestLimits.BODY) {
            throw new ProblemException(CommonProblem.BODY_TOO_LARGE);
        }
        context.put(READ, bytes);
        return bytes;
    }
}
