package org.nestegg.diagnostics;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nestegg.platform.http.EntryPoints;
import org.nestegg.platform.http.MediaTypes;
import org.nestegg.platform.input.QueryReader;
import org.nestegg.platform.language.Languages;
import org.nestegg.platform.language.Texts;

/** The first things that a newcomer calls. */
@Path("/api/v1")
@Produces(MediaTypes.JSON)
@PermitAll
@Tag(name = "Service")
public class WelcomeResource {

    private static final Texts GREETINGS = new Texts(WelcomeResource.class);

    private final RoutingContext context;
    private final Welcome welcome;

    WelcomeResource(
            RoutingContext context,
            @All List<EntryPoints> entryPoints,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.context = context;
        Map<String, String> links = new LinkedHashMap<>();
        entryPoints.stream()
                .sorted(Comparator.comparingInt(EntryPoints::position))
                .forEach(points -> links.putAll(points.paths()));
        welcome = new Welcome("nestegg", version, links);
    }

    @GET
    @Operation(operationId = "welcome", summary = "The welcome page for a program: name, version and links")
    @APIResponse(responseCode = "200", description = "What this is and where things are")
    public Welcome welcome() {
        return welcome;
    }

    @GET
    @Path("/hello")
    @Operation(operationId = "hello", summary = "A greeting, in the caller's language")
    @APIResponse(
            responseCode = "200",
            description = "The greeting",
            headers = {
                @Header(
                        name = "Content-Language",
                        description = "The language of the texts: en, de, es, fr or pt",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Vary",
                        description = "Accept-Language, which chooses it",
                        schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<Greeting> hello(@Context UriInfo uri) {
        QueryReader query = new QueryReader(uri.getQueryParameters());
        Optional<String> greeted = query.get(Greeting.NAME);
        query.check();
        return Languages.speak(context)
                .map(language -> new Greeting(greeted.map(person -> GREETINGS.get(language, "hello", person))
                        .orElseGet(() -> GREETINGS.get(language, "hello.stranger"))));
    }

    /** What the service is and where things are. */
    @Schema(examples = """
                    {"name": "nestegg", "version": "1.0.0",
                     "links": {"self": "/api/v1", "docs": "/api/docs", "openapi": "/api/openapi"}}
                    """)
    public record Welcome(
            @Schema(required = true) String name,
            @Schema(required = true) String version,

            @Schema(required = true, description = "Paths by name")
            Map<String, String> links) {}
}
