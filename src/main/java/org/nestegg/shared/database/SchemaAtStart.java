package org.nestegg.shared.database;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.nestegg.shared.operation.Command;

/**
 * Brings the database up to date before anything is served, on command or unless configured otherwise; a database that
 * cannot be reached stops the start.
 */
class SchemaAtStart {

    void migrate(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent event,
            @ConfigProperty(name = Command.PROPERTY) Command command,
            @ConfigProperty(name = "nestegg.migrate-at-start") boolean migrateAtStart,
            DatabaseAddress address,
            DataSource dataSource,
            Instance<Flyway> flyway,
            Event<SchemaReady> ready) {
        boolean migrate = command == Command.MIGRATE || command == Command.SERVE && migrateAtStart;
        try {
            dataSource.getConnection().close();
            if (migrate) {
                flyway.get().migrate();
            }
        } catch (SQLException | FlywayException e) {
            throw new ConfigurationException("Nestegg cannot use its database at " + address.withoutParameters() + ": "
                    + firstLine(e) + " Check QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD.");
        }
        if (migrate) {
            ready.fire(new SchemaReady());
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
