package org.nestegg.platform.database;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.nestegg.support.Await;

/** What the service knows of its connections. */
@QuarkusTest
class PoolTest {

    @Inject
    AgroalDataSource pool;

    @Inject
    PoolGuard guard;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int size;

    @Test
    void itIsNotTakenToBeAwayBecauseAllConnectionsAreInUse() throws Exception {
        get("/q/health/ready").then().statusCode(200);
        List<Connection> taken = new ArrayList<>();
        Thread waiting = Thread.ofPlatform().unstarted(() -> {
            try {
                pool.getConnection().close();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
        try {
            for (int i = 0; i < size; i++) {
                taken.add(pool.getConnection());
            }
            get("/q/health/ready").then().statusCode(200);
            waiting.start();
            Await.until("a connection is waited for", () -> pool.getMetrics().awaitingCount() > 0);
            get("/q/health/ready").then().statusCode(200);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertTrue(waiting.join(Duration.ofSeconds(30)), "whoever waited has had its turn");
    }

    /** Whatever came of those before. */
    @Test
    void theGuardKnowsEachConnectionOnce() throws SQLException {
        for (int i = 0; i < 3 * size; i++) {
            pool.getConnection().close();
        }
        assertTrue(guard.size() <= size, "knows " + guard.size());
        long now = System.nanoTime();
        assertTrue(guard.nothingReturnedSince(now));
        pool.getConnection().close();
        assertEquals(false, guard.nothingReturnedSince(now));
    }

    @Test
    void whatIsAbortedIsReplaced() throws Exception {
        try (Connection connection = pool.getConnection()) {
            guard.abort();
            Await.until("it is aborted", () -> connection.isClosed() || !connection.isValid(1));
        }
        // From then on the pool asks connections whether they live.
        Thread.sleep(600);
        for (int i = 0; i < 2 * size; i++) {
            try (Connection connection = pool.getConnection()) {
                assertTrue(connection.isValid(1));
            }
        }
    }
}
