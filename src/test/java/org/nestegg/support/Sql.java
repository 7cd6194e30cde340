package org.nestegg.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A look into the database past the service. */
public record Sql(DataSource database) {

    public void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** Counts the rows of a table, with a condition if there is one. */
    public long count(String from) throws SQLException {
        return Long.parseLong(text("select count(*) from " + from));
    }

    /** The one value of a query, as text. */
    public String text(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet result = sql.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
