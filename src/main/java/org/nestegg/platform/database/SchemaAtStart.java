package org.nestegg.platform.database;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.nestegg.platform.operation.Command;
import org.nestegg.platform.problem.SqlFailure;

/**
 * Brings the database up to date before anything is served, on command or unless configured otherwise; a database that
 * cannot be reached stops the start.
 */
class SchemaAtStart {

    private static final int PROBE_SECONDS = 5;
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();
    private static final long PROMPTLY = Duration.ofSeconds(1).toNanos();
    private static final long PAUSE = Duration.ofMillis(250).toNanos();

    void migrate(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent event,
            @ConfigProperty(name = Command.PROPERTY) Command command,
            @ConfigProperty(name = "nestegg.migrate-at-start") boolean migrateAtStart,
            DatabaseAddress address,
            Instance<Flyway> flyway,
            Event<SchemaReady> ready) {
        boolean migrate = command == Command.MIGRATE || command == Command.SERVE && migrateAtStart;
        try {
            await(address.toProbe(PROBE_SECONDS));
            if (migrate) {
                PatientMigration.run(flyway.get());
            }
        } catch (SQLException | FlywayException e) {
            throw new ConfigurationException("Nestegg cannot use its database at " + address.withoutParameters() + ": "
                    + firstLine(e) + " Check QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD.");
        }
        if (migrate) {
            ready.fire(new SchemaReady());
        }
    }

    /**
     * Until the database answers. It is asked past the pool, which would hide a refusal until it gives up; that comes at once
     * and stops the start. Where little of a processor is to be had, or the database is itself just starting, a first
     * connection may take longer than any request's.
     */
    private static void await(DataSource probe) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE;
        while (true) {
            long begin = System.nanoTime();
            try {
                probe.getConnection().close();
                return;
            } catch (SQLException e) {
                boolean slow = System.nanoTime() - begin > PROMPTLY || SqlFailure.isStarting(e);
                if (!slow || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
