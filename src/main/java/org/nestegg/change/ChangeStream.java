package org.nestegg.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.http.RequestsInFlight;
import org.nestegg.platform.http.Streaming;
import org.nestegg.platform.limit.InFlight;
import org.nestegg.platform.limit.LimitsConfig;
import org.nestegg.platform.problem.CommonProblem;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.SignedIn;

/**
 * Changes as server-sent events (WHATWG HTML, section 9.2). Each stream has a thread, which costs little while it waits, and no
 * connection to the database; who is slow to read keeps nobody else waiting. All that a stream is, is the last seq.
 */
@Singleton
class ChangeStream {

    private static final Logger LOG = Logger.getLogger(ChangeStream.class);

    /** Of a user, on this replica. */
    private static final int MOST = 10;

    private static final Duration WAIT = Duration.ofSeconds(1);

    /** What nothing is said on for longer, somebody on the way may take for dead. */
    private static final Duration COMMENT_EVERY = Duration.ofSeconds(10);

    private static final int SLICE = 100;

    private final Feed feed;
    private final Followers followers;
    private final ObjectMapper mapper;
    private final CurrentVertxRequest request;
    private final LimitsConfig limits;

    /** A function's answer is sent when it is whole: it says what there is, and is asked again. */
    private final boolean once = ConfigUtils.isProfileActive("lambda");

    ChangeStream(
            Feed feed, Followers followers, ObjectMapper mapper, CurrentVertxRequest request, LimitsConfig limits) {
        this.feed = feed;
        this.followers = followers;
        this.mapper = mapper;
        this.request = request;
        this.limits = limits;
    }

    /**
     * The stream that a request asks for.
     *
     * @throws ProblemException with {@code too-many-requests} if the caller has as many as there may be
     */
    RestResponse<StreamingOutput> answer(SignedIn caller, ChangeFilter asked) {
        RoutingContext context = request.getCurrent();
        ChangeFilter filter = lastEventId(context).map(asked::after).orElse(asked);
        if (context.request().method() == HttpMethod.HEAD) {
            return headers(ResponseBuilder.ok());
        }
        Follower follower = followers
                .join(caller, limits.enabled() ? MOST : Integer.MAX_VALUE)
                .orElseThrow(() -> ProblemException.tooMany(WAIT));
        RequestsInFlight.whenEnded(context, () -> {
            follower.end();
            followers.leave(follower);
        });
        InFlight.release(context);
        return headers(
                ResponseBuilder.ok(Streaming.of(context, output -> new Events(output).follow(follower, filter))));
    }

    private static RestResponse<StreamingOutput> headers(ResponseBuilder<StreamingOutput> response) {
        return response.header("Content-Type", MediaTypes.EVENT_STREAM)
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept")
                // For those who would gather an answer before they pass it on.
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private static Optional<Long> lastEventId(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader("Last-Event-ID"))
                .filter(id -> !id.isBlank())
                .map(id -> {
                    if (!id.strip().matches("\\d{1,18}")) {
                        throw new ProblemException(CommonProblem.BAD_REQUEST);
                    }
                    return Long.valueOf(id.strip());
                });
    }

    /** What is written on one stream. */
    private final class Events {

        private final OutputStream output;
        private long writtenAt;

        Events(OutputStream output) {
            this.output = output;
        }

        void follow(Follower follower, ChangeFilter filter) throws IOException {
            write("retry: 1000\n:\n\n");
            ChangeFilter left = filter;
            do {
                try {
                    left = writeNews(follower, left);
                    if (!once) {
                        follower.awaits(left.after().orElseThrow(), COMMENT_EVERY);
                        comment();
                    }
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    follower.end();
                }
            } while (!once && !follower.isEnded());
        }

        /** Writes what there is, and says from where to go on. */
        private ChangeFilter writeNews(Follower follower, ChangeFilter from) throws IOException, InterruptedException {
            ChangeFilter left = from;
            while (true) {
                Feed.Part part;
                try {
                    part = read(follower, left);
                } catch (RuntimeException e) {
                    // It is asked again, also where something was forgotten just then: a database that is away for a
                    // while ends no stream.
                    LOG.debug("A stream waits for the database", e);
                    if (follower.isEnded() || once) {
                        return left.after(left.after().orElse(0L));
                    }
                    Thread.sleep(WAIT);
                    comment();
                    continue;
                }
                if (part.isReset()) {
                    event("reset", part.latest(), Map.of("latest", part.latest()));
                }
                for (ChangeView change : part.changes()) {
                    event("change", change.seq(), change);
                }
                left = left.after(part.next() == null ? part.latest() : part.next());
                if (part.next() == null) {
                    return left;
                }
                comment();
            }
        }

        private Feed.Part read(Follower follower, ChangeFilter filter) {
            return QuarkusTransaction.requiringNew().call(() -> feed.afterOrReset(follower.caller.id(), filter, SLICE));
        }

        private void event(String name, long id, Object data) throws IOException {
            write("id: " + id + "\nevent: " + name + "\ndata: " + mapper.writeValueAsString(data) + "\n\n");
        }

        /** Says that there is nothing to say, if nothing was said for a while: what comes may not be what is asked for. */
        private void comment() throws IOException {
            if (System.nanoTime() - writtenAt >= COMMENT_EVERY.toNanos()) {
                write(":\n\n");
            }
        }

        private void write(String text) throws IOException {
            writtenAt = System.nanoTime();
            output.write(text.getBytes(StandardCharsets.UTF_8));
            output.flush();
        }
    }
}
