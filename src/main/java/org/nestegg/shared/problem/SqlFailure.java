package org.nestegg.shared.problem;

import java.sql.SQLException;

/** What a failure of the database means, by its SQLSTATE (PostgreSQL documentation, appendix A). */
public final class SqlFailure {

    private SqlFailure() {}

    /** The database gave way to another transaction: a deadlock or a serialization failure (class 40). */
    public static boolean isConflict(SQLException failure) {
        return hasState(failure, "40");
    }

    /** The connection is gone (class 08), or the server is about to end it or to start (57P). */
    public static boolean isLost(SQLException failure) {
        return hasState(failure, "08") || hasState(failure, "57P");
    }

    /**
     * No connection is to be had: lost, too many (class 53), an exhausted pool (no state), or the pool gave up waiting for
     * the driver to connect (99999).
     */
    static boolean isUnavailable(SQLException failure) {
        return failure.getSQLState() == null
                || isLost(failure)
                || hasState(failure, "53")
                || hasState(failure, "99999");
    }

    private static boolean hasState(SQLException failure, String prefix) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith(prefix);
    }
}
