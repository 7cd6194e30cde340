package org.nestegg.platform.database;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.nestegg.platform.problem.SqlFailure;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Ready while the database answers and its schema is as new as the program, so that a rollout waits for the migration that
 * belongs to it. A newer schema will do: the program before a migration works with the schema after it.
 */
@Readiness
@Singleton
class DatabaseCheck implements HealthCheck {

    private static final String QUERY = """
            select coalesce(max(version::integer), 0) from flyway_schema_history where success and version is not null
            """;

    /** With little of a processor a connection may take a while. */
    private static final int PROBE_SECONDS = 3;

    private final PGSimpleDataSource probe;
    private final Instance<Flyway> flyway;
    /** The version of the last migration that the program has. */
    private volatile Optional<Integer> needed = Optional.empty();

    private volatile boolean upToDate;

    DatabaseCheck(DatabaseAddress address, Instance<Flyway> flyway) {
        this.flyway = flyway;
        probe = address.toProbe(PROBE_SECONDS);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Database").status(isUp()).build();
    }

    /** On a connection of its own: that all others are in use does not mean that the database is away. */
    private boolean isUp() {
        try (Connection connection = probe.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(QUERY)) {
            upToDate = result.next() && result.getInt(1) >= needed();
            return upToDate;
        } catch (FlywayException _) {
            return false;
        } catch (SQLException e) {
            // One that has no connection to spare is there.
            return upToDate && !SqlFailure.isLost(e);
        }
    }

    /** Flyway asks the database, too; so this is found out once, when the database is known to answer. */
    private int needed() {
        if (needed.isEmpty()) {
            needed = Stream.of(flyway.get().info().all())
                    .filter(migration -> migration.getState().isResolved())
                    .map(migration -> Integer.valueOf(migration.getVersion().getVersion()))
                    .max(Comparator.naturalOrder());
        }
        return needed.orElseThrow();
    }
}
