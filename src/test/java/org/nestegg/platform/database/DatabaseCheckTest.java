package org.nestegg.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Ready is who has a schema at least as new as the program. */
@QuarkusTest
class DatabaseCheckTest {

    @Inject
    AgroalDataSource database;

    @Test
    void aSchemaThatLacksTheLastMigrationIsNotReady() throws SQLException {
        assertEquals(200, ready());
        String last = "where installed_rank = (select max(installed_rank) from flyway_schema_history)";
        execute("update flyway_schema_history set success = false " + last);
        try {
            assertEquals(503, ready());
        } finally {
            execute("update flyway_schema_history set success = true " + last);
        }
        assertEquals(200, ready());
    }

    @Test
    void aNewerSchemaWillDo() throws SQLException {
        execute("insert into flyway_schema_history values (9999, '9999', 'to come', 'SQL', 'V9999__to_come.sql', 0,"
                + " 'nobody', now(), 0, true)");
        try {
            assertEquals(200, ready());
        } finally {
            execute("delete from flyway_schema_history where installed_rank = 9999");
        }
    }

    private static int ready() {
        return RestAssured.get("/q/health/ready").statusCode();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
