package org.nestegg.shared.database;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the database answers and its schema is as new as the program, so that a rollout waits for the migration that
 * belongs to it. A newer schema will do: the program before a migration works with the schema after it.
 */
@Readiness
@Singleton
class DatabaseCheck implements HealthCheck {

    /** The last migration in {@code db/migration}. */
    static final int VERSION = 9;

    private static final String QUERY = """
            select coalesce(max(version::integer), 0) from flyway_schema_history where success and version is not null
            """;

    private final AgroalDataSource pool;
    private final DatabaseWatch watch;
    private volatile boolean upToDate;

    DatabaseCheck(AgroalDataSource pool, DatabaseWatch watch) {
        this.pool = pool;
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Database").status(isUp()).build();
    }

    private boolean isUp() {
        try {
            if (upToDate) {
                // Whoever holds all connections keeps others waiting, but the database is not away for that.
                return pool.getMetrics().awaitingCount() > 0 ? !watch.isSilent() : pool.isHealthy(false);
            }
            upToDate = version() >= VERSION;
            return upToDate;
        } catch (SQLException _) {
            return false;
        }
    }

    private int version() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(QUERY)) {
            return result.next() ? result.getInt(1) : 0;
        }
    }
}
