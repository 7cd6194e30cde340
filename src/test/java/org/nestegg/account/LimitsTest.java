package org.nestegg.account;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Guarded;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.Sql;

@QuarkusTest
@TestProfile(Guarded.class)
class LimitsTest extends ApiTest {

    @Inject
    AgroalDataSource database;

    private Sql sql;

    @BeforeEach
    void forgetFailures() throws SQLException {
        sql = new Sql(database);
        sql.execute("delete from sign_in_failure");
    }

    private static Response login(String email, String password, String source) {
        return json("{'email': '%s', 'password': '%s'}".formatted(email, password))
                .header("X-Forwarded-For", source)
                .post("/api/v1/auth/login");
    }

    /** Makes all counted failures seem to have been so long ago. */
    private void age(String age) throws SQLException {
        sql.execute(
                "update sign_in_failure set failed_at = failed_at - interval '%1$s', open_at = open_at - interval '%1$s'"
                        .formatted(age));
    }

    @Test
    void guessingAtAnAddressIsSlowedDown() throws SQLException {
        Person person = Person.signUp();
        for (int i = 1; i <= 10; i++) {
            login(person.email, "wrong " + i, "203.0.113." + i)
                    .then()
                    .statusCode(401)
                    .header("RateLimit-Policy", "\"sign-in\";q=10;w=900")
                    .header("RateLimit", matchesPattern("\"sign-in\";r=%d;t=\\d+".formatted(10 - i)));
        }
        login(person.email.toUpperCase(), "wrong", "203.0.113.99")
                .then()
                .statusCode(429)
                .body("code", equalTo("too-many-requests"))
                .header("Retry-After", "1")
                .header("RateLimit", "\"sign-in\";r=0;t=1");
        login(person.email, Person.PASSWORD, "203.0.113.99").then().statusCode(429);
        int wait = 1;
        for (int i = 0; i < 11; i++) {
            age(wait + " seconds");
            login(person.email, "wrong", "203.0.113.99").then().statusCode(401);
            wait = Math.min(wait * 2, 900);
            login(person.email, "wrong", "203.0.113.99")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", Integer.toString(wait));
        }
        assertEquals(900, wait);
        // The owner gets in after the longest wait, and then is free again.
        age("900 seconds");
        login(person.email, Person.PASSWORD, "203.0.113.99").then().statusCode(200);
        login(person.email, "wrong", "203.0.113.99").then().statusCode(401);
        login(person.email, Person.PASSWORD, "203.0.113.99").then().statusCode(200);
        // Other addresses were free all along, and whoever was signed in was not bothered.
        person.get("/api/v1/me").statusCode(200);
    }

    @Test
    void manyGuessesAtOnceAreNoWayAround() {
        Person person = Person.signUp();
        List<Integer> statuses = Race.of(
                30, i -> login(person.email, "wrong " + i, "203.0.113." + i).statusCode());
        assertEquals(10, statuses.stream().filter(status -> status == 401).count(), statuses.toString());
        assertEquals(20, statuses.stream().filter(status -> status == 429).count(), statuses.toString());
    }

    /** However its address is written: PostgreSQL lowers the Turkish capital to a plain i, Java does not. */
    @Test
    void anAccountIsOneHoweverItsAddressIsWritten() {
        String email = "iiiiiiiiiiii" + UUID.randomUUID() + "@example.com";
        json("{'email': '%s', 'password': '%s'}".formatted(email, Person.PASSWORD))
                .post("/api/v1/auth/register")
                .then()
                .statusCode(201);
        for (int i = 0; i < 12; i++) {
            String other = email.substring(0, i) + "\u0130" + email.substring(i + 1);
            raw(
                            api().header("X-Forwarded-For", "203.0.113." + i),
                            "application/json",
                            "{\"email\": \"%s\", \"password\": \"wrong\"}"
                                    .formatted(other)
                                    .getBytes(StandardCharsets.UTF_8))
                    .post("/api/v1/auth/login")
                    .then()
                    .statusCode(i < 10 ? 401 : 429);
        }
    }

    @Test
    void whoGuessesElsewhereDoesNotKeepTheOwnerOut() {
        Person person = Person.signUp();
        login(person.email, Person.PASSWORD, "203.0.113.1").then().statusCode(200);
        for (int i = 0; i < 12; i++) {
            login(person.email, "wrong", "198.51.100.66");
        }
        login(person.email, Person.PASSWORD, "198.51.100.66").then().statusCode(429);
        login(person.email, Person.PASSWORD, "203.0.113.1").then().statusCode(200);
    }

    @Test
    void whatWasNotTriedIsNoFailureOfItsSource() throws SQLException {
        Person person = Person.signUp();
        for (int i = 0; i < 30; i++) {
            login(person.email, "wrong", "203.0.113.44");
        }
        assertEquals("10", sql.text("select max(failures) from sign_in_failure"));
    }

    @Test
    void manyRightSignInsAtOnceDoNotFail() {
        Person person = Person.signUp();
        for (int round = 0; round < 5; round++) {
            List<Integer> statuses = Race.of(
                    9, i -> login(person.email, Person.PASSWORD, "203.0.113.3").statusCode());
            assertEquals(9, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        }
    }

    @Test
    void thePasswordCannotBeGuessedByChangingIt() {
        Person person = Person.signUp();
        for (int i = 0; i < 10; i++) {
            person.put("/api/v1/me/password", "{'currentPassword': 'wrong', 'newPassword': 'two walks by the sea'}")
                    .statusCode(422);
        }
        person.put("/api/v1/me/password", "{'currentPassword': 'wrong', 'newPassword': 'two walks by the sea'}")
                .statusCode(429)
                .header("Retry-After", notNullValue());
        person.get("/api/v1/me/activity").body("items[0].event", equalTo("password-refused"));
    }

    @Test
    void failuresAreForgottenInTime() throws SQLException {
        Person person = Person.signUp();
        for (int i = 0; i < 9; i++) {
            login(person.email, "wrong", "203.0.113.5").then().statusCode(401);
        }
        age("901 seconds");
        for (int i = 0; i < 9; i++) {
            login(person.email, "wrong", "203.0.113.5").then().statusCode(401);
        }
        login(person.email, Person.PASSWORD, "203.0.113.5").then().statusCode(200);
    }

    /** The rule by itself, since a hundred real failures take a while. */
    @Test
    void aSourceIsSlowedDownAfterAHundred() {
        SignInFailure failure = new SignInFailure();
        Instant now = Instant.parse("2026-11-20T20:13:00Z");
        failure.failedAt = now;
        failure.openAt = now;
        for (int i = 1; i < 100; i++) {
            failure.count(now, 100);
            assertEquals(now, failure.openAt);
        }
        failure.count(now, 100);
        assertEquals(now.plusSeconds(1), failure.openAt);
        for (int i = 0; i < 60; i++) {
            failure.count(now, 100);
        }
        assertEquals(now.plusSeconds(900), failure.openAt);
    }

    @Test
    void noAddressIsKept() throws SQLException {
        String email = UUID.randomUUID() + "@example.com";
        login(email, "wrong", "203.0.113.77").then().statusCode(401);
        String rows = sql.text("select string_agg(f::text, ' ') from sign_in_failure f");
        assertTrue(!rows.contains(email) && !rows.contains("203.0.113.77"), rows);
    }

    @Test
    void registrationsAreLimitedBySource() {
        String source = "198.51.100.9";
        Response answer = null;
        for (int i = 0; i <= 200; i++) {
            // One that is refused for what it says is not yet a registration; a taken address is.
            answer = json("{'email': 'person-taken@example.com', 'password': '%s'}".formatted(Person.PASSWORD))
                    .header("X-Forwarded-For", source)
                    .post("/api/v1/auth/register");
            if (answer.statusCode() == 429) {
                break;
            }
        }
        answer.then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .header("RateLimit-Policy", "\"registrations\";q=200;w=3600");
        Person.signUp();
    }

    @Test
    void aUserMayAskSoMuchInAMinute() {
        Person person = Person.signUp();
        person.get("/api/v1/me")
                .statusCode(200)
                .header("RateLimit-Policy", "\"user\";q=%d;w=60".formatted(Guarded.REQUESTS_PER_MINUTE))
                .header("RateLimit", matchesPattern("\"user\";r=\\d+;t=\\d+"));
        Response answer = null;
        for (int i = 0; i < Guarded.REQUESTS_PER_MINUTE * 3; i++) {
            answer = person.request().get("/api/v1/me");
            if (answer.statusCode() == 429) {
                break;
            }
        }
        answer.then().statusCode(429).header("Retry-After", "1").body("code", equalTo("too-many-requests"));
        Person.signUp().get("/api/v1/me").statusCode(200);
    }

    @Test
    void aProxyThatIsTrustedSaysWhereARequestIsFrom() {
        Person person = Person.signUp();
        String token = login(person.email, Person.PASSWORD, "203.0.113.200").path("accessToken");
        assertEquals(
                "203.0.113.200",
                api().header("Authorization", "Bearer " + token)
                        .get("/api/v1/me/sessions")
                        .path("items[0].source"));
    }

    /** What the client writes itself stands to the left of what the proxy adds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2.3.4, 203.0.113.9 | 203.0.113.9",
                "203.0.113.9, 127.0.0.1 | 203.0.113.9",
                "203.0.113.9, | 203.0.113.9",
                "'' | 127.0.0.1",
                "nonsense | 127.0.0.1",
                "2001:db8::1 | 2001:db8::1"
            })
    void ofAChainOnlyWhatTheProxyAddedIsBelieved(String header, String source) {
        Person person = Person.signUp();
        String token = login(person.email, Person.PASSWORD, header).path("accessToken");
        assertEquals(
                source,
                api().header("Authorization", "Bearer " + token)
                        .get("/api/v1/me/sessions")
                        .path("items[0].source"));
    }

    @Test
    void behindTlsBrowsersAreToldToStay() {
        String header =
                api().header("X-Forwarded-Proto", "https").get("/api/v1").header("Strict-Transport-Security");
        assertEquals("max-age=63072000; includeSubDomains", header);
    }
}
