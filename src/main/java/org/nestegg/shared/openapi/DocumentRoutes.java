package org.nestegg.shared.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nestegg.shared.condition.EntityTags;
import org.nestegg.shared.http.CacheHeaders;
import org.nestegg.shared.security.Sha256;

/**
 * Serves the OpenAPI document, as YAML or as JSON. The framework's own routes would send all of it each time: these give it
 * an entity tag, and let it be compressed.
 */
@Singleton
class DocumentRoutes {

    private static final int BEFORE_FRAMEWORK = -1;

    private final OpenApiDocumentService service;
    private final Map<Format, Representation> representations = new EnumMap<>(Format.class);

    DocumentRoutes(OpenApiDocumentService service) {
        this.service = service;
    }

    private record Representation(Format format, Buffer body, String tag) {

        /** The tag is weak, because it is the same on what is compressed and what is not. */
        static Representation of(Format format, byte[] body) {
            return new Representation(format, Buffer.buffer(body), "W/" + EntityTags.ofDigest(Sha256.of(body)));
        }
    }

    void register(@Observes Router router) {
        for (String path : List.of(
                "/api/openapi", "/api/openapi.json", "/api/openapi.yaml", "/api/openapi.yml", "/api/swagger.json")) {
            router.route(path)
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .order(BEFORE_FRAMEWORK)
                    .handler(this::answer);
        }
    }

    private void answer(RoutingContext context) {
        Representation document = document(format(context));
        context.response().putHeader(HttpHeaders.ETAG, document.tag);
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (knows(context, document)) {
            context.response().setStatusCode(304).end();
            return;
        }
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, document.format.getMimeType() + ";charset=UTF-8");
        if (context.request().method() == HttpMethod.HEAD) {
            context.response()
                    .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(document.body.length()))
                    .end();
        } else {
            CacheHeaders.compress(context);
            context.response().end(document.body.copy());
        }
    }

    private static boolean knows(RoutingContext context, Representation document) {
        String known = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && (known.strip().equals("*") || known.contains(document.tag));
    }

    /** YAML, as a document that people read, unless JSON is asked for. */
    private static Format format(RoutingContext context) {
        String asked = context.request().path() + " "
                + Optional.ofNullable(context.request().getParam("format")).orElse("") + " "
                + Optional.ofNullable(context.request().getHeader(HttpHeaders.ACCEPT))
                        .filter(_ -> context.request().path().endsWith("openapi"))
                        .orElse("");
        return asked.toLowerCase(Locale.ROOT).contains("json") ? Format.JSON : Format.YAML;
    }

    private synchronized Representation document(Format format) {
        return representations.computeIfAbsent(
                format,
                _ -> Representation.of(format, service.getDocument(OpenApiFilter.DEFAULT_DOCUMENT_NAME, format)));
    }
}
