package org.nestegg.identity.session;

import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.platform.operation.Purge;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Await;
import org.nestegg.support.Person;
import org.nestegg.support.Sql;
import org.nestegg.support.Visitor;

/** What sessions leave in the database. */
@QuarkusTest
class SessionTest extends ApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Purge purge;

    @Test
    void anExpiredSessionIsOverAndIsPurged() throws SQLException {
        Person expired = Person.signUp();
        Person living = Person.signUp();
        Sql sql = new Sql(database);
        sql.execute("update session set expires_at = now() - interval '1 second' where user_id = '%s'"
                .formatted(expired.id));
        expired.get("/api/v1/me").statusCode(401);
        json("{'refreshToken': '%s'}".formatted(expired.refreshToken))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);

        assertTrue(purge.run());

        assertEquals(0, sql.count("session where user_id = '%s'".formatted(expired.id)));
        assertEquals(0, sql.count("refresh_token where user_id = '%s'".formatted(expired.id)));
        assertEquals(1, sql.count("session where user_id = '%s'".formatted(living.id)));
        living.get("/api/v1/me").statusCode(200);
    }

    /** Of whoever asks all the time, and is looked up ahead; another replica ends the session, or an administrator there lets nobody in. */
    @ParameterizedTest
    @ValueSource(
            strings = {"delete from session where user_id = '%s'", "update users set disabled = true where id = '%s'"})
    void whatIsEndedElsewhereIsHeededAfter100Milliseconds(String end) throws Exception {
        Person person = Person.signUp();
        AtomicBoolean begun = new AtomicBoolean();
        AtomicLong lastLetIn = new AtomicLong();
        Thread asking = Thread.ofVirtual().start(() -> {
            for (int i = 0; ; i++) {
                long start = System.nanoTime();
                if (person.get("/api/v1/transactions?limit=1").extract().statusCode() == 401) {
                    return;
                }
                lastLetIn.set(start);
                begun.set(i > 100);
            }
        });
        Await.until("asks for a while", begun::get);

        new Sql(database).execute(end.formatted(person.id));

        long ended = System.nanoTime();
        assertTrue(asking.join(Duration.ofMinutes(1)));
        assertTrue(lastLetIn.get() - ended < Duration.ofMillis(100).toNanos());
    }

    @Test
    void theAuditTrailIsKeptFor180DaysAndNeverChanged() throws SQLException {
        Person person = Person.signUp();
        Sql sql = new Sql(database);
        for (int days : new int[] {179, 181}) {
            sql.execute(
                    "insert into activity (id, user_id, at, event) values (gen_random_uuid(), '%s', now() - interval '%d days', 'signed-in')"
                            .formatted(person.id, days));
        }
        assertTrue(purge.run());
        assertEquals(2, sql.count("activity where user_id = '%s'".formatted(person.id)));
        SQLException refused = assertThrows(
                SQLException.class,
                () -> sql.execute("update activity set event = 'x' where user_id = '%s'".formatted(person.id)));
        assertTrue(refused.getMessage().contains("cannot be changed"));
    }

    @Test
    void whatIsLongUsedUpOrPastIsForgotten() throws SQLException {
        Person person = Person.signUp();
        Sql sql = new Sql(database);
        json("{'refreshToken': '%s'}".formatted(person.refreshToken))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200);
        sql.execute("update refresh_token set used_at = used_at - interval '31 days' where user_id = '%s'"
                .formatted(person.id));
        sql.execute(
                "insert into sign_in_failure values (sha256('old'), 3, now() - interval '16 minutes', now() - interval '16 minutes')"
                        + ", (sha256('young'), 3, now() - interval '14 minutes', now() - interval '14 minutes')");
        assertTrue(purge.run());
        assertEquals(1, sql.count("refresh_token where user_id = '%s'".formatted(person.id)));
        assertEquals(0, sql.count("sign_in_failure where key = sha256('old')"));
        assertEquals(1, sql.count("sign_in_failure where key = sha256('young')"));
        sql.execute("delete from sign_in_failure");
    }

    @Test
    void aRefreshProlongsTheSession() throws SQLException {
        Person person = Person.signUp();
        Sql sql = new Sql(database);
        sql.execute(
                "update session set expires_at = now() + interval '1 day' where user_id = '%s'".formatted(person.id));
        json("{'refreshToken': '%s'}".formatted(person.refreshToken))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200);
        assertEquals(
                1,
                sql.count("session where user_id = '%s' and expires_at > now() + interval '29 days'"
                        .formatted(person.id)));
    }

    @Test
    void askingWhoIsSignedInProlongsASessionOfThePage() throws SQLException {
        Visitor visitor = Visitor.signUp();
        Sql sql = new Sql(database);
        String prolonged = "session where user_id = '%s' and expires_at > now() + interval '29 days'"
                + " and used_at > now() - interval '1 minute' and source = '127.0.0.1'";
        String own = "where user_id = '%s'".formatted(visitor.id);
        sql.execute("update session set expires_at = now() + interval '1 day', source = null,"
                + " used_at = now() - interval '2 minutes' " + own);
        visitor.get("/api/v1/me").statusCode(200);
        assertEquals(0, sql.count(prolonged.formatted(visitor.id)));
        visitor.get(Visitor.SESSION).statusCode(200);
        assertEquals(1, sql.count(prolonged.formatted(visitor.id)));
        // Once a minute will do.
        String before = sql.text("select used_at from session " + own);
        visitor.get(Visitor.SESSION).statusCode(200);
        assertEquals(before, sql.text("select used_at from session " + own));
        sql.execute("update session set expires_at = now() - interval '1 second' " + own);
        Await.until("it is over", () -> visitor.get(Visitor.SESSION).extract().statusCode() == 401);
        assertTrue(purge.run());
        assertEquals(0, sql.count("session " + own));
    }

    @Test
    void whileTheServiceIsDevelopedTheCookieDoesWithoutTls() {
        Person person = Person.signUp();
        String set = Visitor.signIn(person.email, Person.PASSWORD).header("Set-Cookie");
        assertTrue(set.matches("nestegg=[\\w-]{64}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict"), set);
        for (String again : List.of("nestegg=", "__Host-nestegg=")) {
            Visitor.page()
                    .header("Cookie", set.split(";")[0].replaceFirst("nestegg=", again))
                    .get(Visitor.SESSION)
                    .then()
                    .statusCode(200)
                    .header("Set-Cookie", startsWith(again));
        }
    }

    @Test
    void noSecretOfACookieIsStored() throws SQLException {
        Visitor visitor = Visitor.signUp();
        Sql sql = new Sql(database);
        assertEquals(
                1,
                sql.count("session where user_id = '%s' and cookie_hash = sha256('%s')"
                        .formatted(visitor.id, visitor.secret)));
        assertEquals(0, sql.count("refresh_token where user_id = '%s'".formatted(visitor.id)));
    }

    @Test
    void noTokenAndNoPasswordIsStored() throws SQLException {
        Person person = Person.signUp();
        Sql sql = new Sql(database);
        String rows = sql.text("select string_agg(t::text, ' ') from refresh_token t where user_id = '%s'"
                        .formatted(person.id))
                + sql.text("select u::text from users u where id = '%s'".formatted(person.id));
        assertTrue(rows.contains(person.email));
        assertTrue(!rows.contains(person.refreshToken) && !rows.contains(Person.PASSWORD), rows);
    }
}
