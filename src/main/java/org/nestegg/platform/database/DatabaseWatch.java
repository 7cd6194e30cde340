package org.nestegg.platform.database;

import io.agroal.api.AgroalDataSource;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.nestegg.platform.http.RequestsInFlight;
import org.nestegg.platform.problem.SqlFailure;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Notices when the database has fallen silent: its host is gone or hangs, and no connection is refused or closed. Whenever
 * a request takes longer than 700 ms, a connection of the watch's own asks whether anybody is there; if not, whoever
 * waits for an answer is let go, which makes it a 503. Statements that only take long are left alone.
 */
@Singleton
class DatabaseWatch implements RequestsInFlight.Watch {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);

    private static final long PATIENCE = Duration.ofMillis(700).toNanos();

    private static final int PROBE_SECONDS = 1;

    private final AgroalDataSource pool;
    private final PoolGuard guard;
    private final PGSimpleDataSource probe;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile long askedAt = System.nanoTime() - PATIENCE;

    DatabaseWatch(AgroalDataSource pool, PoolGuard guard, DatabaseAddress address) {
        this.pool = pool;
        this.guard = guard;
        probe = address.toProbe(PROBE_SECONDS);
    }

    @Override
    public void look(RoutingContext request, long age) {
        long since = System.nanoTime() - age;
        if (age > PATIENCE && guard.nothingReturnedSince(since)) {
            suspect(since);
        }
    }

    /** Many requests that are slow at once are one reason to ask. */
    private void suspect(long since) {
        if (System.nanoTime() - askedAt > PATIENCE && asking.compareAndSet(false, true)) {
            askedAt = System.nanoTime();
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
