package org.nestegg.shared.problem;

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
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.nestegg.shared.http.AllowedMethods;
import org.nestegg.shared.http.MediaTypes;
import org.nestegg.shared.http.RateLimitHeaders;
import org.postgresql.util.PSQLException;

/** The one place where anything thrown becomes a problem. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private static final long RETRY_AFTER_SECONDS = 2;

    private final CurrentVertxRequest request;
    private final AllowedMethods allowed;

    ProblemMapper(CurrentVertxRequest request, AllowedMethods allowed) {
        this.request = request;
        this.allowed = allowed;
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
    Uni<Response> map(Throwable thrown) {
        ProblemCode code = codeOf(thrown);
        if (code == ProblemCode.INTERNAL_ERROR) {
            LOG.error("Request failed", thrown);
        }
        RoutingContext context = request.getCurrent();
        List<FieldError> errors = thrown instanceof ProblemException problem ? problem.errors() : List.of();
        Object[] arguments =
                thrown instanceof ProblemException problem ? problem.arguments().toArray() : new Object[0];
        Response.ResponseBuilder response = Response.status(code.status()).type(Problem.MEDIA_TYPE);
        switch (code.status()) {
            case 401, 403 -> Challenge.of(code).forEach(value -> response.header(HttpHeaders.WWW_AUTHENTICATE, value));
            case 405 ->
                response.header(
                        HttpHeaders.ALLOW,
                        String.join(", ", allowed.of(context.request().path())));
            case 415 -> {
                if (context.request().method() == HttpMethod.PATCH) {
                    response.header("Accept-Patch", MediaTypes.PATCHES);
                }
            }
            case 429, 503 -> response.header(HttpHeaders.RETRY_AFTER, retryAfter(thrown));
            default -> {}
        }
        return Problem.of(code, errors, context, arguments)
                .map(problem -> response.entity(problem).build());
    }

    /** In whole seconds, rounded up. */
    private static long retryAfter(Throwable thrown) {
        return thrown instanceof ProblemException problem
                ? problem.retryAfter().map(RateLimitHeaders::seconds).orElse(RETRY_AFTER_SECONDS)
                : RETRY_AFTER_SECONDS;
    }

    private static ProblemCode codeOf(Throwable thrown) {
        return switch (thrown) {
            case ProblemException problem -> problem.code();
            case AuthenticationFailedException _ -> ProblemCode.INVALID_TOKEN;
            case UnauthorizedException _ -> ProblemCode.UNAUTHENTICATED;
            case ForbiddenException _ -> ProblemCode.NOT_ALLOWED;
            case NotAllowedException _ -> ProblemCode.METHOD_NOT_ALLOWED;
            case WebApplicationException framework ->
                ProblemCode.ofStatus(framework.getResponse().getStatus());
            case RejectedExecutionException _ -> ProblemCode.UNAVAILABLE;
            default -> codeOfCauses(thrown);
        };
    }

    /** Failures of the database arrive wrapped by the transaction and the mapper. */
    private static ProblemCode codeOfCauses(Throwable thrown) {
        for (Throwable cause : (Iterable<Throwable>) Causes.of(thrown)::iterator) {
            switch (cause) {
                case ConstraintViolationException broken -> {
                    return ProblemCode.ofConstraint(constraint(broken)).orElse(ProblemCode.INTERNAL_ERROR);
                }
                case OptimisticLockException _ -> {
                    return ProblemCode.CHANGED_MEANWHILE;
                }
                case HttpClosedException _ -> {
                    return ProblemCode.ofStatus(Response.Status.BAD_REQUEST.getStatusCode());
                }
                case JDBCConnectionException _ -> {
                    return ProblemCode.UNAVAILABLE;
                }
                case SQLException sql
                when SqlFailure.isConflict(sql) -> {
                    return ProblemCode.CHANGED_MEANWHILE;
                }
                case SQLException sql
                when SqlFailure.isUnavailable(sql) -> {
                    return ProblemCode.UNAVAILABLE;
                }
                default -> {}
            }
        }
        return ProblemCode.INTERNAL_ERROR;
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
