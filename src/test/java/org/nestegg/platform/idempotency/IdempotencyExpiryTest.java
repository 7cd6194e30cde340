package org.nestegg.platform.idempotency;

import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.platform.operation.Purge;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Sql;

@QuarkusTest
class IdempotencyExpiryTest extends ApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Purge purge;

    private Sql sql;
    private Person person;

    @BeforeEach
    void keepTwo() throws SQLException {
        sql = new Sql(database);
        person = Person.signUp();
        post("old").statusCode(201);
        post("young").statusCode(201);
        age("old", "24 hours");
        age("young", "23 hours 59 minutes");
    }

    private void age(String key, String age) throws SQLException {
        sql.execute("update idempotency_key set created_at = now() - interval '%s' where user_id = '%s' and key = '%s'"
                .formatted(age, person.id, key));
    }

    private ValidatableResponse post(String key) {
        return json(person.request(), "{'name': '%s'}".formatted(key))
                .header("Idempotency-Key", key)
                .post("/api/v1/bucketlists")
                .then();
    }

    private long rows() throws SQLException {
        return sql.count("idempotency_key where user_id = '%s'".formatted(person.id));
    }

    @Test
    void answersAreKeptForADay() throws SQLException {
        assertTrue(purge.run());
        assertEquals(1, rows());
        post("young").statusCode(201).header("Idempotency-Replayed", "true");
    }

    @Test
    void aDayIsADayAlsoBeforeThePurge() throws SQLException {
        post("old").statusCode(409).header("Idempotency-Replayed", nullValue());
        person.delete(
                        person.get("/api/v1/bucketlists?q=old").extract().path("items[0].id") instanceof String id
                                ? "/api/v1/bucketlists/" + id
                                : "")
                .statusCode(204);
        post("old").statusCode(201).header("Idempotency-Replayed", nullValue());
        post("old").statusCode(201).header("Idempotency-Replayed", "true");
        assertEquals(2, rows());
    }

    @Test
    void keysGoWithTheirUser() throws SQLException {
        person.delete("/api/v1/me").statusCode(204);
        assertEquals(0, rows());
    }
}
