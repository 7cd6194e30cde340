package org.nestegg.app;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.nestegg.identity.token.SessionCookie;
import org.nestegg.platform.http.RequestOrder;
import org.nestegg.platform.http.Routes;

/**
 * Serves the page at {@code /}, and its files. The framework's own route would serve all that the libraries bring, without
 * tags that are the same on every replica. Files are read when they are first asked for, and kept; no more are kept than there
 * are. While the service is developed they are read each time, and those that have come since it started are left to the
 * framework, which looks for them among the sources.
 */
@Singleton
class AppRoutes {

    /** The framework's route takes an encoded slash for a slash, which it is not (RFC 3986, section 2.2). */
    private static final String ENCODED = "/(?:app|_static|webjars)%2[fF].*";

    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    /**
     * By which the page knows that its browser has a session to ask about (W3C Server Timing): of a question that is refused,
     * browsers complain in their consoles.
     */
    private static final String SESSION = "session";

    private static final String NO_SESSION = "none";

    private final Routes routes;
    private final SessionCookie cookie;
    private final boolean keeping = LaunchMode.current() != LaunchMode.DEVELOPMENT;
    private final Map<String, AppFile> files = new ConcurrentHashMap<>();

    AppRoutes(Routes routes, SessionCookie cookie) {
        this.routes = routes;
        this.cookie = cookie;
    }

    void register(@Observes Router router) {
        for (String path : List.of("/", "/app/*", "/_static/*", "/webjars/*")) {
            answer(router.route(path));
        }
        answer(router.routeWithRegex(ENCODED));
    }

    private void answer(Route route) {
        route.order(-RequestOrder.PAGE).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        String path = Routes.path(context);
        AppFile ready = files.get(path);
        if (ready != null) {
            answer(context, ready);
        } else if (routes.methods(path).isEmpty()) {
            context.vertx()
                    .executeBlocking(() -> keeping ? files.computeIfAbsent(path, AppRoutes::find) : find(path), false)
                    .onSuccess(file -> answer(context, file))
                    .onFailure(context::fail);
        } else {
            context.next(); // an endpoint
        }
    }

    private void answer(RoutingContext context, AppFile file) {
        if (file == null && !keeping) {
            context.next();
        } else if (file == null) {
            context.fail(NOT_FOUND);
        } else if (Set.of(HttpMethod.GET, HttpMethod.HEAD)
                .contains(context.request().method())) {
            if (Routes.path(context).equals("/")) {
                context.response()
                        .putHeader("Server-Timing", cookie.read(context).isPresent() ? SESSION : NO_SESSION);
                file.answer(context, HttpHeaders.COOKIE.toString());
            } else {
                file.answer(context, null);
            }
        } else {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            context.fail(METHOD_NOT_ALLOWED);
        }
    }

    private static AppFile find(String path) {
        return switch (path) {
            case "/", Page.FILE -> Page.make();
            case ServiceWorker.FILE -> ServiceWorker.make();
            default -> AppFile.of(path).orElse(null);
        };
    }
}
