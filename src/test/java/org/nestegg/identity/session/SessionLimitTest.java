package org.nestegg.identity.session;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.Sql;

/** A user has fifty sessions at the most. */
@QuarkusTest
class SessionLimitTest extends ApiTest {

    @Inject
    AgroalDataSource database;

    @Test
    void ofFiftyTheOldestEndsWhenAnotherBegins() throws SQLException {
        Sql sql = new Sql(database);
        Person first = Person.signUp();
        // Older than any that is made today, and in their order.
        sql.execute("""
                insert into session (id, user_id, created_at, used_at, expires_at)
                select ('00000000-0000-7000-8000-0000000000' || lpad(i::text, 2, '0'))::uuid, '%s', now(), now(),
                    now() + case when i <= 10 then interval '-1 day' else interval '1 day' end
                from generate_series(1, 58) i
                """.formatted(first.id));
        String living = "session where user_id = '%s' and expires_at > now()".formatted(first.id);
        String oldest = "select min(id::text) from " + living;
        // With this one there are fifty; those that have expired count as nothing.
        Person second = first.signInAgain();
        assertEquals(50, sql.count(living));
        assertEquals("00000000-0000-7000-8000-000000000011", sql.text(oldest));
        second.signInAgain().get("/api/v1/me/activity").body("items[1].event", equalTo("session-ended"));
        assertEquals(50, sql.count(living));
        assertEquals("00000000-0000-7000-8000-000000000012", sql.text(oldest));
        Race.of(5, _ -> first.signInAgain());
        assertEquals(50, sql.count(living));
        assertEquals("00000000-0000-7000-8000-000000000017", sql.text(oldest));
        first.get("/api/v1/me").statusCode(200);
        second.get("/api/v1/me").statusCode(200);
    }
}
