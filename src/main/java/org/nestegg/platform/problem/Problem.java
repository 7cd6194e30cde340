package org.nestegg.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.http.PathReference;
import org.nestegg.platform.http.TraceId;
import org.nestegg.platform.language.Languages;
import org.nestegg.platform.operation.BusinessMetrics;

/** The body of every 4xx and 5xx: a problem detail (RFC 9457) with Nestegg's extension members. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "A problem detail (RFC 9457).", examples = """
                {"type": "/problems/invalid-input", "title": "Invalid input", "status": 422,
                 "detail": "The request is well-formed, but some of what it says cannot be accepted.",
                 "instance": "/api/v1/transactions", "code": "invalid-input",
                 "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
                 "errors": [{"pointer": "/amount", "code": "required", "message": "must be given"}]}
                """)
public record Problem(
        @Schema(required = true, format = "uri-reference") String type,
        @Schema(required = true) String title,
        @Schema(required = true) int status,
        @Schema(required = true) String detail,
        @Schema(required = true, format = "uri-reference") String instance,

        @Schema(required = true, description = "Stable, in kebab-case; never translated")
        String code,

        @Schema(required = true, description = "Finds the request in the service's logs and traces")
        String traceId,

        @Schema(description = "With 422: what is at fault") List<FieldErrorView> errors,

        @Schema(description = "With undo-conflict: what is in the way, the first 100")
        List<Conflict> conflicts) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * The answer to a request, in its language.
     *
     * @param problem what it is answered for, if that says more
     * @param arguments what the text of the detail names
     */
    static Uni<Problem> of(
            ProblemCode code, Optional<ProblemException> problem, RoutingContext request, Object... arguments) {
        BusinessMetrics.count("nestegg.problems", "code", code.code());
        return Languages.speak(request)
                .map(language -> new Problem(
                        code.type(),
                        code.title(language),
                        code.status(),
                        code.detail(language, arguments),
                        PathReference.of(request.request().path()),
                        code.code(),
                        TraceId.of(request),
                        problem.map(ProblemException::errors).orElse(List.of()).stream()
                                .map(error -> FieldErrorView.of(error, language))
                                .toList(),
                        problem.map(ProblemException::conflicts).orElse(List.of())));
    }
}
