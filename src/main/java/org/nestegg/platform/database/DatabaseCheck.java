package org.nestegg.platform.database;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.nestegg.platform.problem.SqlFailure;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Ready while the database answers and its schema is as new as the program, so that a rollout waits for the migration that
 * belongs to it. A newer schema will do: the program before a migration works with the schema after it.
 */
@Readiness
@Singleton
class DatabaseCheck implements HealthCheck {

    /** The last migration in {@code db/migration}. */
    static final int VERSION = 13;

    private static final String QUERY = """
            select coalesce(max(version::integer), 0) from flyway_schema_history where success and version is not null
            """;

    /** With little of a processor a connection may take a while. */
    private static final int PROBE_SECONDS = 3;

    private final PGSimpleDataSource probe;
    private volatile boolean upToDate;

    DatabaseCheck(DatabaseAddress address) {
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
            upToDate = result.next() && result.getInt(1) >= VERSION;
            return upToDate;
        } catch (SQLException e) {
            // One that has no connection to spare is there.
            return upToDate && !SqlFailure.isLost(e);
        }
    }
}
