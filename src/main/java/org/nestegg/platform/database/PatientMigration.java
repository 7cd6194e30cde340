package org.nestegg.platform.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;
import org.nestegg.platform.problem.Causes;
import org.nestegg.platform.problem.SqlFailure;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Migrations have connections of their own: what may take an hour must not fall under the time limits of requests. For a
 * lock they wait only briefly, because everybody else waits behind them, and then try again.
 */
@Singleton
class PatientMigration implements FlywayConfigurationCustomizer {

    private static final Logger LOG = Logger.getLogger(PatientMigration.class);

    /** Whatever role or database say. */
    private static final String LIMITS =
            "-c lock_timeout=2s -c statement_timeout=0 -c idle_in_transaction_session_timeout=0";

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 200;

    private final DatabaseAddress address;

    PatientMigration(DatabaseAddress address) {
        this.address = address;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        PGSimpleDataSource source = address.toDataSource();
        source.setOptions(
                Stream.of(source.getOptions(), LIMITS).filter(Objects::nonNull).collect(Collectors.joining(" ")));
        configuration.dataSource(source);
    }

    /** Migrates, some ten minutes long again and again if others keep a table locked. */
    static void run(Flyway flyway) {
        for (int attempt = 1; ; attempt++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                if (attempt == ATTEMPTS || !isLocked(e)) {
                    throw e;
                }
                LOG.info("A migration waits for a table that others use; it will try again");
                pause();
            }
        }
    }

    private static boolean isLocked(FlywayException failure) {
        return Causes.inDatabase(failure).anyMatch(sql -> SqlFailure.isLockTimeout(sql) || SqlFailure.isConflict(sql));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
