package org.nestegg.platform.database;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/** Knows the connections of the pool, in use or not, and can tear them from whoever waits for an answer on them. */
@Singleton
class PoolGuard implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(PoolGuard.class);

    /** The driver's own: the pool wraps them anew for each call here. */
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    private volatile long returnedAt = System.nanoTime();

    @Override
    public void onConnectionCreate(Connection connection) {
        own(connection, driver -> {
            connections.removeIf(PoolGuard::isClosed);
            connections.add(driver);
        });
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        own(connection, driver -> {
            if (!driver.isClosed()) {
                returnedAt = System.nanoTime();
            }
        });
    }

    /** Whether nobody has come back from the database alive since a time of {@link System#nanoTime}. */
    boolean nothingReturnedSince(long time) {
        return returnedAt - time < 0;
    }

    /** Whoever waits on a connection has an exception at once, and the pool sees that the connection is lost. */
    void abort() {
        connections.forEach(connection -> Thread.ofVirtual().start(() -> {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("Could not abort a connection", e);
            }
        }));
    }

    int size() {
        connections.removeIf(PoolGuard::isClosed);
        return connections.size();
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException _) {
            return true;
        }
    }

    private static void own(Connection connection, Use use) {
        try {
            use.of((Connection) connection.unwrap(PGConnection.class));
        } catch (SQLException e) {
            LOG.debug("Not a connection of the driver", e);
        }
    }

    /** Something done with a connection. */
    private interface Use {

        void of(Connection driver) throws SQLException;
    }
}
