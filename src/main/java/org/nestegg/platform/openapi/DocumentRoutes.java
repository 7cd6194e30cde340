package org.nestegg.platform.openapi;

import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.nestegg.platform.http.Asset;
import org.nestegg.platform.http.GeneratedDocument;
import org.nestegg.platform.http.MediaRange;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.http.RouteGroup;
import org.nestegg.platform.http.Routes;

/**
 * Serves the OpenAPI document, as YAML or as JSON, and Swagger UI. The framework's own routes would send all of it each time,
 * or have browsers keep it for a day, whatever becomes of it.
 */
@Singleton
class DocumentRoutes {

    private static final int METHOD_NOT_ALLOWED = 405;

    /** Where packaging puts the files; while the service is developed they are elsewhere, and the framework's routes have them. */
    private static final String FILES = "META-INF/io.smallrye_smallrye-open-api-ui__jar/META-INF/resources/openapi-ui/";

    private static final String INDEX = "index.html";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "png", "image/png",
            "ico", "image/x-icon");

    private final Map<Format, Asset> documents = new ConcurrentHashMap<>();
    private final Map<String, Asset> files = new ConcurrentHashMap<>();

    /** Swagger UI brings scripts and styles of its own, some of them inline. */
    @Produces
    @Singleton
    static RouteGroup swaggerUi() {
        return RouteGroup.of("/api/docs")
                .withContentSecurityPolicy(Optional.of("default-src 'self'; script-src 'self' 'unsafe-inline';"
                        + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"));
    }

    void register(@Observes Router router) {
        for (String path : List.of(
                "/api/openapi", "/api/openapi.json", "/api/openapi.yaml", "/api/openapi.yml", "/api/swagger.json")) {
            router.route(path).order(-RequestOrder.DOCUMENTS).blockingHandler(this::answerDocument, false);
        }
        router.route("/api/docs/*")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(-RequestOrder.DOCUMENTS)
                .blockingHandler(this::answerFile, false);
    }

    private void answerDocument(RoutingContext context) {
        if (!Set.of(HttpMethod.GET, HttpMethod.HEAD).contains(context.request().method())) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            context.fail(METHOD_NOT_ALLOWED);
            return;
        }
        document(format(context)).answer(context, "Accept");
    }

    /** As the extension says, or the parameter, or else {@code Accept}; YAML, as a document that people read, in doubt. */
    private static Format format(RoutingContext context) {
        String path = Routes.path(context);
        if (path.contains(".")) {
            return path.endsWith(".json") ? Format.JSON : Format.YAML;
        }
        List<String> parameter = context.queryParam("format");
        if (!parameter.isEmpty()) {
            return parameter.getFirst().equalsIgnoreCase("json") ? Format.JSON : Format.YAML;
        }
        List<MediaRange> accepted = MediaRange.of(context.request().headers());
        return MediaRange.weight(accepted, Format.JSON.getMimeType())
                        > MediaRange.weight(accepted, Format.YAML.getMimeType())
                ? Format.JSON
                : Format.YAML;
    }

    private Asset document(Format format) {
        return documents.computeIfAbsent(
                format, _ -> new Asset(format.getMimeType() + ";charset=UTF-8", GeneratedDocument.read(format)));
    }

    /** A range is one of the file itself, which the framework serves. */
    private void answerFile(RoutingContext context) {
        String name = Routes.path(context).replaceFirst("^/api/docs/", "");
        Asset file = context.request().headers().contains("Range")
                ? null
                : files.computeIfAbsent(name.isEmpty() ? INDEX : name, DocumentRoutes::read);
        if (file == null) {
            context.next();
        } else {
            file.answer(context, null);
        }
    }

    private static Asset read(String name) {
        String type = TYPES.get(name.replaceFirst(".*\\.", ""));
        if (type == null || name.contains("/")) {
            return null;
        }
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILES + name)) {
            return file == null ? null : new Asset(type, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
