package org.nestegg.platform.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.http.RateLimitHeaders;
import org.nestegg.platform.http.Routes;
import org.postgresql.util.PSQLException;

/** The one place where anything thrown becomes a problem. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private static final long RETRY_AFTER_SECONDS = 2;

    private final CurrentVertxRequest request;
    private final Routes routes;
    private final ProblemCatalog catalog;

    ProblemMapper(CurrentVertxRequest request, Routes routes, ProblemCatalog catalog) {
        this.request = request;
        this.routes = routes;
        this.catalog = catalog;
    }

    // The framework has mappers of its own for these; naming the same classes puts ours in their place.
    @ServerExceptionMapper({
        AuthenticationFailedException.class,
        UnauthorizedException.class,
        ForbiddenException.class,
        NotFoundException.class,
        WebApplicationException.class,
        Throwable.class
    })
    Uni<Response> map(Throwable failure) {
        // What a token is refused for may say more.
        Throwable thrown =
                failure instanceof AuthenticationFailedException && failure.getCause() instanceof ProblemException said
                        ? said
                        : failure;
        RoutingContext context = request.getCurrent();
        ProblemCode code = codeOf(thrown, context);
        if (code == CommonProblem.INTERNAL_ERROR) {
            LOG.error("Request failed", thrown);
        }
        List<Object> arguments = arguments(thrown, code, context);
        Response.ResponseBuilder response = Response.status(code.status()).type(Problem.MEDIA_TYPE);
        switch (code.status()) {
            case 401, 403 ->
                Challenge.of(code, context).forEach(value -> response.header(HttpHeaders.WWW_AUTHENTICATE, value));
            case 405 -> response.header(HttpHeaders.ALLOW, String.join(", ", routes.methods(Routes.path(context))));
            case 406 -> accept(response, arguments);
            case 415 -> {
                accept(response, arguments);
                response.header(HttpHeaders.ACCEPT_ENCODING, "identity");
                if (context.request().method() == HttpMethod.PATCH) {
                    response.header("Accept-Patch", MediaTypes.PATCHES);
                }
            }
            case 429, 503 -> response.header(HttpHeaders.RETRY_AFTER, retryAfter(thrown));
            default -> {}
        }
        Optional<ProblemException> said =
                thrown instanceof ProblemException problem ? Optional.of(problem) : Optional.empty();
        return Problem.of(code, said, context, arguments.toArray())
                .map(problem -> response.entity(problem).build());
    }

    /** What would do: as a header, too (RFC 9110, section 15.5.16). */
    private static void accept(Response.ResponseBuilder response, List<Object> mediaTypes) {
        mediaTypes.forEach(types -> response.header(HttpHeaders.ACCEPT, types));
    }

    private List<Object> arguments(Throwable thrown, ProblemCode code, RoutingContext asked) {
        if (code == CommonProblem.NOT_ACCEPTABLE) {
            return mediaTypes(asked, Routes.Operation::answers);
        } else if (code == CommonProblem.UNSUPPORTED_MEDIA_TYPE) {
            return mediaTypes(asked, Routes.Operation::takes);
        }
        return thrown instanceof ProblemException problem ? problem.arguments() : List.of();
    }

    private List<Object> mediaTypes(RoutingContext asked, Function<Routes.Operation, List<String>> side) {
        return routes.operation(asked.request().method().name(), Routes.path(asked))
                .map(side)
                .filter(types -> !types.isEmpty())
                .<List<Object>>map(types -> List.of(String.join(", ", types)))
                .orElse(List.of());
    }

    /** In whole seconds, rounded up. */
    private static long retryAfter(Throwable thrown) {
        return thrown instanceof ProblemException problem
                ? problem.retryAfter().map(RateLimitHeaders::seconds).orElse(RETRY_AFTER_SECONDS)
                : RETRY_AFTER_SECONDS;
    }

    private ProblemCode codeOf(Throwable thrown, RoutingContext asked) {
        return switch (thrown) {
            case ProblemException problem -> problem.code();
            case AuthenticationFailedException _ -> CommonProblem.INVALID_TOKEN;
            case UnauthorizedException _ -> CommonProblem.UNAUTHENTICATED;
            case ForbiddenException _ -> CommonProblem.NOT_ALLOWED;
            case NotAllowedException _ -> CommonProblem.METHOD_NOT_ALLOWED;
            case NotFoundException _ when hasOtherMethods(asked) -> CommonProblem.METHOD_NOT_ALLOWED;
            case WebApplicationException framework ->
                CommonProblem.ofStatus(framework.getResponse().getStatus());
            case RejectedExecutionException _ -> CommonProblem.UNAVAILABLE;
            default -> codeOfCauses(thrown, asked);
        };
    }

    /** Where no class has the path with this method, the framework has not looked for the path. */
    private boolean hasOtherMethods(RoutingContext asked) {
        Set<String> methods = routes.methods(Routes.path(asked));
        return !methods.isEmpty() && !methods.contains(asked.request().method().name());
    }

    /** Failures of the database arrive wrapped by the transaction and the mapper. */
    private ProblemCode codeOfCauses(Throwable thrown, RoutingContext asked) {
        for (Throwable cause : (Iterable<Throwable>) Causes.of(thrown)::iterator) {
            switch (cause) {
                case ConstraintViolationException broken -> {
                    return catalog.ofConstraint(constraint(broken)).orElse(CommonProblem.INTERNAL_ERROR);
                }
                case OptimisticLockException _ -> {
                    return CommonProblem.CHANGED_MEANWHILE;
                }
                case HttpClosedException _ -> {
                    return CommonProblem.ofStatus(Response.Status.BAD_REQUEST.getStatusCode());
                }
                // The caller has gone before its body was read.
                case ClosedChannelException _
                when asked.response().closed() -> {
                    return CommonProblem.ofStatus(Response.Status.BAD_REQUEST.getStatusCode());
                }
                case JDBCConnectionException _ -> {
                    return CommonProblem.UNAVAILABLE;
                }
                case SQLException sql
                when SqlFailure.isConflict(sql) -> {
                    return CommonProblem.CHANGED_MEANWHILE;
                }
                case SQLException sql
                when SqlFailure.isUnavailable(sql) -> {
                    return CommonProblem.UNAVAILABLE;
                }
                default -> {}
            }
        }
        return CommonProblem.INTERNAL_ERROR;
    }

    /** The driver knows the name as such; Hibernate looks for it in the message, whose language is the server's. */
    private static String constraint(ConstraintViolationException broken) {
        for (Throwable cause = broken.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException sql && sql.getServerErrorMessage() != null) {
                return sql.getServerErrorMessage().getConstraint();
            }
        }
        return broken.getConstraintName();
    }
}
