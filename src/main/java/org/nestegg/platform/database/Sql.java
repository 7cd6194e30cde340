package org.nestegg.platform.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.nestegg.platform.problem.SqlFailure;
import org.postgresql.jdbc.PgResultSet;

/**
 * Statements past entities and their session, one round trip to the database each: for rows that are only shown, and for what is
 * written by one statement.
 */
public final class Sql {

    private Sql() {}

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Mapper<T> {

        T map(Columns row) throws SQLException;
    }

    /** What two statements have read: the one row of the first, and the rows of the second. */
    public record Both<F, T>(F first, List<T> rows) {}

    /**
     * The rows of a query. Outside a transaction it makes none, and is tried again where the connection was lost; inside one it
     * sees what that has written.
     *
     * @param sql with parameters by name, {@code :owner}, and no other colon
     * @throws PersistenceException as entities' queries do
     */
    public static <T> List<T> list(String sql, Map<String, Object> parameters, Mapper<T> mapper) {
        return Retry.runOutside(() -> read(sql, parameters, mapper));
    }

    /** The same of a query that has one row at most. */
    public static <T> Optional<T> first(String sql, Map<String, Object> parameters, Mapper<T> mapper) {
        return list(sql, parameters, mapper).stream().findFirst();
    }

    /**
     * The rows of a query after those of another, both in one round trip and in the transaction that is going on: the second sees
     * what the first has written, and what was committed while that waited.
     *
     * @param first has one row
     * @param parameters of both
     * @throws PersistenceException as entities' queries do
     */
    public static <F, T> Both<F, T> both(
            String first, Mapper<F> firstMapper, String sql, Map<String, Object> parameters, Mapper<T> mapper) {
        try (Connection connection = connection();
                PreparedStatement statement = prepared(connection, first + "; " + sql, parameters)) {
            statement.execute();
            F one;
            try (ResultSet row = statement.getResultSet()) {
                one = mapped(row, firstMapper).getFirst();
            }
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                return new Both<>(one, mapped(rows, mapper));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Writes by one statement that is all of its transaction, and committed with it, whatever transaction is going on. It is not
     * tried again where the connection was lost: it may have been committed.
     *
     * @throws PersistenceException as entities do
     */
    public static <T> List<T> alone(String sql, Map<String, Object> parameters, Mapper<T> mapper) {
        return apart(() -> writeAlone(sql, parameters, mapper));
    }

    private static <T> List<T> writeAlone(String sql, Map<String, Object> parameters, Mapper<T> mapper) {
        Connection connection;
        try {
            connection = connection();
        } catch (SQLException e) {
            throw failure(e); // nothing has been written
        }
        try (connection) {
            return execute(connection, sql, parameters, mapper);
        } catch (SQLException e) {
            throw failureOfCommit(e);
        }
    }

    /**
     * Does something that is no part of the transaction that is going on, if one is, and does not take its connection.
     *
     * @throws RuntimeException as the work does
     */
    public static <T> T apart(Supplier<T> work) {
        try {
            return QuarkusTransaction.suspendingExisting().call(work::get);
        } catch (QuarkusTransactionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Writes by the last statement of the transaction that is going on, which it commits: one round trip for both. What was to be
     * written before has been flushed, and nothing is written after; what waits for the commit is done when the transaction ends.
     *
     * @throws PersistenceException as entities do; then nothing of the transaction has been committed, but for an
     *     {@link UncertainException}
     */
    public static void last(String sql, Map<String, Object> parameters) {
        try (Connection connection = connection();
                PreparedStatement statement = prepared(connection, sql + "; commit", parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw failureOfCommit(e);
        }
    }

    private static <T> List<T> read(String sql, Map<String, Object> parameters, Mapper<T> mapper) {
        try (Connection connection = connection()) {
            return execute(connection, sql, parameters, mapper);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static Connection connection() throws SQLException {
        return Arc.container().instance(AgroalDataSource.class).get().getConnection();
    }

    /** As entities fail. */
    private static PersistenceException failure(SQLException cause) {
        return SqlFailure.isBreach(cause)
                ? new ConstraintViolationException(cause.getMessage(), cause, null)
                : new PersistenceException(cause);
    }

    /** The same of what was to be committed at once. */
    private static PersistenceException failureOfCommit(SQLException cause) {
        return SqlFailure.isLost(cause) ? new UncertainException(cause) : failure(cause);
    }

    private static <T> List<T> execute(
            Connection connection, String sql, Map<String, Object> parameters, Mapper<T> mapper) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return mapped(rows, mapper);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Map<String, Object> parameters)
            throws SQLException {
        List<Object> values = new ArrayList<>();
        PreparedStatement statement = connection.prepareStatement(positional(sql, parameters, values));
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, sent(values.get(i)));
        }
        return statement;
    }

    private static <T> List<T> mapped(ResultSet rows, Mapper<T> mapper) throws SQLException {
        List<T> result = new ArrayList<>();
        // The pool's wrapper looks after each column that is read.
        Columns columns = new Columns(rows.unwrap(PgResultSet.class));
        while (rows.next()) {
            result.add(mapper.map(columns.next()));
        }
        return result;
    }

    /** The statement as the driver takes it; the values in their order are added to a list. */
    private static String positional(String sql, Map<String, Object> parameters, List<Object> values) {
        StringBuilder positional = new StringBuilder(sql.length());
        int copied = 0;
        for (int colon = sql.indexOf(':'); colon >= 0; colon = sql.indexOf(':', copied)) {
            int end = colon + 1;
            while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
                end++;
            }
            String name = sql.substring(colon + 1, end);
            if (!parameters.containsKey(name)) {
                throw new IllegalArgumentException("no value for :" + name);
            }
            values.add(parameters.get(name));
            positional.append(sql, copied, colon).append('?');
            copied = end;
        }
        return positional.append(sql, copied, sql.length()).toString();
    }

    private static Object sent(Object value) {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Currency currency -> currency.getCurrencyCode();
            case Collection<?> values -> values.stream().map(Sql::text).toArray(String[]::new);
            case null, default -> value;
        };
    }

    /** As it is in an array of texts, which the statement casts to what it compares. */
    private static String text(Object value) {
        return switch (value) {
            case BigDecimal decimal -> decimal.toPlainString();
            case null -> null;
            default -> value.toString();
        };
    }

    /** The columns of a row, each read after the one before it. */
    public static final class Columns {

        private final ResultSet rows;
        private int column;

        Columns(ResultSet rows) {
            this.rows = rows;
        }

        private Columns next() {
            column = 0;
            return this;
        }

        public UUID id() throws SQLException {
            return rows.getObject(++column, UUID.class);
        }

        public String text() throws SQLException {
            return rows.getString(++column);
        }

        public BigDecimal decimal() throws SQLException {
            return rows.getBigDecimal(++column);
        }

        public long number() throws SQLException {
            return rows.getLong(++column);
        }

        public boolean flag() throws SQLException {
            return rows.getBoolean(++column);
        }

        public LocalDate day() throws SQLException {
            return rows.getObject(++column, LocalDate.class);
        }

        public Instant instant() throws SQLException {
            return rows.getObject(++column, OffsetDateTime.class).toInstant();
        }

        public List<String> texts() throws SQLException {
            return List.of((String[]) rows.getArray(++column).getArray());
        }

        public byte[] bytes() throws SQLException {
            return rows.getBytes(++column);
        }
    }
}
