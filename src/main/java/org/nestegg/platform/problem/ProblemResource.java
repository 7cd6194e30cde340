package org.nestegg.platform.problem;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.language.Languages;

/** Explains problem codes, from the same list that answers them. */
@Path("/problems")
@Produces({MediaTypes.JSON, MediaTypes.HTML})
@PermitAll
@Tag(name = "Service", description = "What the service is, what its problems mean, and the keys of its tokens")
public class ProblemResource {

    private final RoutingContext context;
    private final ProblemCatalog catalog;

    ProblemResource(RoutingContext context, ProblemCatalog catalog) {
        this.context = context;
        this.catalog = catalog;
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getProblem", summary = "What a problem code means and what to do about it")
    @APIResponse(
            responseCode = "200",
            description = "The explanation, for programs or for people",
            headers = {
                @Header(
                        name = "Content-Language",
                        description = "The language of the texts: en, de, es, fr or pt",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Vary",
                        description = "Accept-Language, which chooses it",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content = {
                @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = ProblemPage.class)),
                @Content(
                        mediaType = MediaTypes.HTML,
                        schema = @Schema(type = SchemaType.STRING),
                        example = "<!doctype html><html lang=\"en\">…</html>")
            })
    public Uni<ProblemPage> get(
            @Parameter(schema = @Schema(type = SchemaType.STRING, maxLength = 50, pattern = "^[a-z-]+$")) @RestPath
                    String code) {
        ProblemCode found = catalog.ofCode(code).orElseThrow(ProblemException::notFound);
        context.response().headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return Languages.speak(context)
                .map(language -> ProblemPage.of(found, language, catalog.detail(found, language)));
    }
}
