package org.nestegg.platform.problem;

import java.sql.SQLException;

/** What a failure of the database means, by its SQLSTATE (PostgreSQL documentation, appendix A). */
public final class SqlFailure {

    private SqlFailure() {}

    /** The database gave way to another transaction: a deadlock or a serialization failure (class 40). */
    public static boolean isConflict(SQLException failure) {
        return hasState(failure, "40");
    }

    /** A constraint does not hold (class 23). */
    public static boolean isBreach(SQLException failure) {
        return hasState(failure, "23");
    }

    /** The server has said so, on a connection that goes on: what was asked for has had no effect. */
    public static boolean isAnswer(SQLException failure) {
        return failure.getSQLState() != null && !isLost(failure) && !hasState(failure, "99999");
    }

    /** The connection is gone (class 08), or the server is about to end it or to start (57P). */
    public static boolean isLost(SQLException failure) {
        return hasState(failure, "08") || hasState(failure, "57P");
    }

    /** A lock was not to be had within {@code lock_timeout}. */
    public static boolean isLockTimeout(SQLException failure) {
        return hasState(failure, "55P03");
    }

    /** The database is starting or stopping, and takes no connections. */
    public static boolean isStarting(SQLException failure) {
        return hasState(failure, "57P03");
    }

    /**
     * One of the server's time limits has passed: {@code lock_timeout}, {@code statement_timeout} or
     * {@code idle_in_transaction_session_timeout}. What was done is rolled back.
     */
    private static boolean isTimeout(SQLException failure) {
        return isLockTimeout(failure) || hasState(failure, "57014") || hasState(failure, "25P03");
    }

    /**
     * No connection is to be had: lost, too many (class 53), an exhausted pool (no state), or the pool gave up waiting for
     * the driver to connect (99999); or it took too long.
     */
    static boolean isUnavailable(SQLException failure) {
        return failure.getSQLState() == null
                || isLost(failure)
                || isTimeout(failure)
                || hasState(failure, "53")
                || hasState(failure, "99999");
    }

    private static boolean hasState(SQLException failure, String prefix) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith(prefix);
    }
}
