package org.nestegg.platform.input;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.nestegg.platform.http.RequestBodyTimeout;
import org.nestegg.platform.http.RouteGroup;
import org.nestegg.platform.http.RouteGroups;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;

/** The bytes of a request's body. */
@Singleton
public class Body {

    private static final String READ = "body";

    private final RequestBodyTimeout timeout;
    private final RouteGroups groups;

    Body(RequestBodyTimeout timeout, RouteGroups groups) {
        this.timeout = timeout;
        this.groups = groups;
    }

    /** The body of the request as it was read, to tell whether another is the same; empty if there was none to read. */
    public static byte[] of(RoutingContext context) {
        return Optional.<byte[]>ofNullable(context.get(READ)).orElse(new byte[0]);
    }

    /** Has a body be known by what it says, where the same may be sent in other bytes, as forms are. */
    public static void knownBy(RoutingContext context, byte[] content) {
        context.put(READ, content);
    }

    /** Whether it has a content coding. None is taken: a small body could unfold to a large one. */
    public static boolean isEncoded(MultivaluedMap<String, String> headers) {
        String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    /**
     * The whole body.
     *
     * @throws ProblemException with {@link CommonProblem#BODY_TOO_LARGE} past the limit of its {@link RouteGroup}
     */
    public byte[] read(RoutingContext context, InputStream stream) throws IOException {
        int limit = groups.of(context).bodyLimit();
        byte[] bytes = timeout.read(context.request().connection(), stream, limit + 1);
        if (bytes.length > limit) {
            throw ProblemException.bodyTooLarge(limit);
        }
        context.put(READ, bytes);
        return bytes;
    }
}
