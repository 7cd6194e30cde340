package org.nestegg.shared.database;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Knows the connections that are in use, and can tear them from whoever waits for an answer on them. */
@Singleton
class PoolGuard implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(PoolGuard.class);

    private final Set<Connection> inUse = ConcurrentHashMap.newKeySet();

    @Override
    public void onConnectionAcquire(Connection connection) {
        inUse.add(connection);
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        inUse.remove(connection);
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        inUse.remove(connection);
    }

    /** Whoever waits on a connection has an exception at once; the pool sees that the connection is lost. */
    void abort() {
        inUse.forEach(connection -> {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("Could not abort a connection", e);
            }
        });
    }
}
