package org.nestegg.shared.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.nestegg.shared.problem.SqlFailure;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Notices when the database has fallen silent: its host is gone or hangs, and no connection is refused or closed. Whenever
 * a request takes longer than 700 ms, a connection of the watch's own asks whether anybody is there; if not, whoever
 * waits for an answer is let go, which makes it a 503. Statements that only take long are left alone.
 */
@Singleton
class DatabaseWatch {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);

    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final int PROBE_SECONDS = 1;

    /** Of the filters that see every request, whatever becomes of it. */
    private static final int PRIORITY = 8_800;

    private final Vertx vertx;
    private final AgroalDataSource pool;
    private final PoolGuard guard;
    private final PGSimpleDataSource probe;
    private final AtomicBoolean asking = new AtomicBoolean();

    DatabaseWatch(Vertx vertx, AgroalDataSource pool, PoolGuard guard, DatabaseAddress address) {
        this.vertx = vertx;
        this.pool = pool;
        this.guard = guard;
        probe = address.toDataSource();
        probe.setLoginTimeout(PROBE_SECONDS);
        probe.setConnectTimeout(PROBE_SECONDS);
        probe.setSocketTimeout(PROBE_SECONDS);
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    long start = System.nanoTime();
                    long timer = vertx.setPeriodic(PATIENCE.toMillis(), _ -> suspect(start));
                    context.addEndHandler(_ -> vertx.cancelTimer(timer));
                    context.next();
                },
                PRIORITY);
    }

    /** Many requests that are slow at once are one reason to ask. */
    private void suspect(long since) {
        if (asking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("database-watch").start(() -> {
                try {
                    // A machine that is too busy for the question may well be busy with answers.
                    if (guard.nothingReturnedSince(since) && isSilent() && guard.nothingReturnedSince(since)) {
                        LOG.warn("The database does not answer: letting go of what waits for it");
                        guard.abort();
                        pool.flush(AgroalDataSource.FlushMode.INVALID);
                    }
                } finally {
                    asking.set(false);
                }
            });
        }
    }

    /** A database that has no connection to spare does answer. One that refuses has let go of everybody already. */
    boolean isSilent() {
        try (Connection connection = probe.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            return false;
        } catch (SQLException e) {
            return SqlFailure.isLost(e);
        }
    }
}
