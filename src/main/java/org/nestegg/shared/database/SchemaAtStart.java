package org.nestegg.shared.database;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date before anything is served; a database that cannot be reached stops the start. */
class SchemaAtStart {

    void migrate(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent event,
            @ConfigProperty(name = "nestegg.migrate-at-start") boolean migrate,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            DataSource dataSource,
            Flyway flyway) {
        try {
            dataSource.getConnection().close();
            if (migrate) {
                flyway.migrate();
            }
        } catch (SQLException | FlywayException e) {
            throw new ConfigurationException("Nestegg cannot use its database at " + withoutParameters(url) + ": "
                    + firstLine(e) + " Check QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD.");
        }
    }

    /** Parameters may hold a password. */
    private static String withoutParameters(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
