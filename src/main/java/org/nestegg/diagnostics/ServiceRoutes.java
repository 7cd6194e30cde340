package org.nestegg.diagnostics;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is running, for operators. */
@Singleton
class ServiceRoutes {

    private static final String BUILD = "/git.properties";

    private final String version;
    private final boolean management;

    ServiceRoutes(
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "quarkus.management.enabled", defaultValue = "false") boolean management) {
        this.version = version;
        this.management = management;
    }

    void register(@Observes Router router) {
        if (!management) {
            registerInfo(router);
        }
    }

    void register(@Observes ManagementInterface management) {
        registerInfo(management.router());
    }

    private void registerInfo(Router router) {
        JsonObject info = new JsonObject()
                .put("build", new JsonObject().put("name", "nestegg").put("version", version))
                .put("git", new JsonObject().put("commit", new JsonObject().put("id", commit())))
                .put("java", new JsonObject().put("version", Runtime.version().toString()));
        router.get("/q/info").method(HttpMethod.HEAD).handler(context -> context.json(info));
    }

    /** The commit that was built, or null where it was built outside a Git checkout. */
    private static String commit() {
        try (InputStream stream = ServiceRoutes.class.getResourceAsStream(BUILD)) {
            Properties properties = new Properties();
            if (stream != null) {
                properties.load(stream);
            }
            return properties.getProperty("git.commit.id.full");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
