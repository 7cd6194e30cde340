package org.nestegg.identity.limit;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.identity.session.Session;
import org.nestegg.identity.token.SecretToken;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Guarded;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.Sql;
import org.nestegg.support.Visitor;
import org.nestegg.support.Wire;
import org.nestegg.support.Wire.Answer;

@QuarkusTest
@TestProfile(Guarded.class)
class LimitsTest extends ApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    SessionFactory sessions;

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
            long begun = System.nanoTime();
            login(person.email, "wrong", "203.0.113.99").then().statusCode(401);
            wait = Math.min(wait * 2, 900);
            String told = login(person.email, "wrong", "203.0.113.99")
                    .then()
                    .statusCode(429)
                    .extract()
                    .header("Retry-After");
            // Less than that by as long as the two have taken, on a slow machine.
            long taken = 1 + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
            assertEquals(wait, Integer.parseInt(told), taken);
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
    void thePageIsNoWayAround() {
        Person person = Person.signUp();
        for (int i = 0; i < 10; i++) {
            (i % 2 == 0
                            ? loginAtPage(person.email, "wrong", "203.0.113.1")
                            : login(person.email, "wrong", "203.0.113.1"))
                    .then()
                    .statusCode(401);
        }
        loginAtPage(person.email, Person.PASSWORD, "203.0.113.1")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .header("Set-Cookie", nullValue());
        login(person.email, Person.PASSWORD, "203.0.113.1").then().statusCode(429);
    }

    private static Response loginAtPage(String email, String password, String source) {
        return json(
                        Visitor.page().header("X-Forwarded-For", source),
                        "{'email': '%s', 'password': '%s'}".formatted(email, password))
                .post(Visitor.SESSION);
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

    /** Another spelling is no other source. */
    @Test
    void aSourceIsOneHoweverItsAddressIsWritten() throws SQLException {
        List<String> spellings = List.of(
                "203.0.113.45",
                "203.0.113.45:5678",
                "::ffff:203.0.113.45",
                "::ffff:cb00:712d",
                "64:ff9b::203.0.113.45",
                "[64:ff9b::cb00:712d]:443");
        for (String spelling : spellings) {
            login(UUID.randomUUID() + "@example.com", "wrong", spelling).then().statusCode(401);
        }
        assertEquals(
                Integer.toString(spellings.size()),
                sql.text("select failures from sign_in_failure where key = sha256('source 203.0.113.45')"));
    }

    @Test
    void whatWasNotTriedIsNoFailureOfItsSource() throws SQLException {
        Person person = Person.signUp();
        int tried = 0;
        for (int i = 0; i < 30; i++) {
            if (login(person.email, "wrong", "203.0.113.44").statusCode() == 401) {
                tried++;
            }
        }
        // Ten, but on a machine so busy that the first wait is over meanwhile.
        assertTrue(tried >= 10 && tried < 15, "tried " + tried);
        assertEquals(Integer.toString(tried), sql.text("select max(failures) from sign_in_failure"));
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
        byte[] source = SecretToken.hash(UUID.randomUUID().toString());
        byte[] account = SecretToken.hash(UUID.randomUUID().toString());
        for (int i = 1; i <= 100; i++) {
            SignInFailure.Verdict verdict = SignInFailure.count(account, 1_000, source, 100);
            assertEquals(null, verdict.refuses());
            assertEquals(i, verdict.failures());
        }
        SignInFailure.Verdict refused = SignInFailure.count(account, 1_000, source, 100);
        assertEquals("source", refused.refuses());
        assertTrue(refused.opensIn().compareTo(Duration.ofSeconds(1)) <= 0, refused::toString);
    }

    @Test
    void eachFailureDoublesTheWait() throws SQLException {
        byte[] account = SecretToken.hash(UUID.randomUUID().toString());
        Instant now = Instant.parse("2026-11-20T20:13:00Z");
        for (long wait : new long[] {0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
            Instant opens = opens(account, now);
            assertEquals(now.plusSeconds(wait), opens);
            assertEquals(opens, wait == 0 ? now : opens(account, now), "not before");
            now = opens;
        }
        for (int i = 0; i < 40; i++) {
            assertEquals(now.plusSeconds(900), opens(account, now), "however many there are");
            now = now.plusSeconds(900);
        }
        // Once none has come for a window, those before are forgotten.
        now = now.plusSeconds(901);
        assertTrue(opens(account, now).isBefore(now));
    }

    private Instant opens(byte[] key, Instant now) throws SQLException {
        return Instant.parse(sql.text(
                "select to_json(opens at time zone 'UTC')#>>'{}' || 'Z' from count_sign_in_failure('\\x%s', 3, '15 min', '15 min', '%s')"
                        .formatted(HexFormat.of().formatHex(key), now)));
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
        json(
                        Visitor.page().header("X-Forwarded-For", source),
                        "{'register': {'email': 'person-new@example.com', 'password': '%s'}}"
                                .formatted(Person.PASSWORD))
                .post(Visitor.SESSION)
                .then()
                .statusCode(429);
        Person.signUp();
    }

    @Test
    void aUserMayAskSoMuchInAMinute() {
        Person person = Person.signUp();
        person.get("/api/v1/me")
                .statusCode(200)
                .header("RateLimit-Policy", "\"user\";q=%d;w=60".formatted(Guarded.REQUESTS_PER_MINUTE))
                .header("RateLimit", matchesPattern("\"user\";r=\\d+;t=\\d+"));
        Answer answer = null;
        for (int i = 0; i < Guarded.REQUESTS_PER_MINUTE * 3; i++) {
            answer = Wire.send("GET", "/api/v1/me", person.authorization(), new byte[0]);
            if (answer.status() == 429) {
                break;
            }
        }
        assertEquals(429, answer.status());
        assertEquals(List.of("1"), answer.header("Retry-After"));
        assertEquals("too-many-requests", answer.json().path("code").asText());
        Person.signUp().get("/api/v1/me").statusCode(200);
    }

    @Test
    void aUserMaySignInSoOftenInAnHour() throws SQLException {
        Person person = Person.signUp();
        int signedIn = 0;
        Response answer = login(person.email, Person.PASSWORD, "203.0.113.50");
        while (answer.statusCode() == 200 && signedIn < 2 * Guarded.SIGN_INS_PER_HOUR) {
            answer.then()
                    .header("RateLimit-Policy", "\"sign-ins\";q=%d;w=3600".formatted(Guarded.SIGN_INS_PER_HOUR))
                    .header("RateLimit", matchesPattern("\"sign-ins\";r=\\d+;t=\\d+"));
            signedIn++;
            answer = login(person.email, Person.PASSWORD, "203.0.113.50");
        }
        answer.then()
                .statusCode(429)
                .body("code", equalTo("too-many-requests"))
                .header("Retry-After", notNullValue())
                .header("RateLimit", matchesPattern("\"sign-ins\";r=0;t=\\d+"));
        // A few have come back while it went on.
        assertTrue(signedIn >= Guarded.SIGN_INS_PER_HOUR && signedIn < Guarded.SIGN_INS_PER_HOUR + 10, "" + signedIn);
        assertEquals(Session.MAX, sql.count("session where user_id = '%s'".formatted(person.id)));
        // The password was right, which is no failure; and nobody else is concerned.
        assertEquals("0", sql.text("select coalesce(max(failures), 0) from sign_in_failure"));
        Person.signUp().signInAgain();
    }

    @Test
    void aUserMayRefreshSoOftenInAnHourAndKeepsTheTokenThatIsRefused() throws SQLException {
        Person person = Person.signUp();
        String token = person.refreshToken;
        Response answer = refresh(token);
        int refreshed = 0;
        while (answer.statusCode() == 200 && refreshed < 2 * Guarded.REFRESHES_PER_HOUR) {
            answer.then().header("RateLimit-Policy", "\"refreshes\";q=%d;w=3600".formatted(Guarded.REFRESHES_PER_HOUR));
            refreshed++;
            token = answer.path("refreshToken");
            answer = refresh(token);
        }
        answer.then().statusCode(429).body("code", equalTo("too-many-requests")).header("Retry-After", notNullValue());
        assertTrue(refreshed >= Guarded.REFRESHES_PER_HOUR, "" + refreshed);
        assertEquals(1, sql.count("refresh_token where user_id = '%s' and used_at is null".formatted(person.id)));
        person.get("/api/v1/me").statusCode(200);
        // One that is stolen is told from one that comes too often.
        refresh(person.refreshToken).then().statusCode(401);
        person.get("/api/v1/me").statusCode(401);
    }

    private static Response refresh(String token) {
        return json("{'refreshToken': '%s'}".formatted(token)).post("/api/v1/auth/refresh");
    }

    /** Those who wait for one another do so without a connection. */
    @Test
    void signingInLeavesConnectionsToOthers() throws Exception {
        Person person = Person.signUp();
        login(person.email, "wrong", "203.0.113.60").then().statusCode(401);
        try (Connection holder = database.getConnection();
                Statement statement = holder.createStatement();
                var threads =
                        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            holder.setAutoCommit(false);
            statement.execute("select from sign_in_failure for update");
            List<Future<Integer>> attempts = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(
                            () -> login(person.email, "wrong", "203.0.113.60").statusCode()))
                    .toList();
            long most = 0;
            for (int i = 0; i < 5; i++) {
                Thread.sleep(100);
                person.get("/api/v1/me").statusCode(200);
                most = Math.max(most, database.getMetrics().activeCount());
            }
            assertTrue(most <= 8, most + " connections");
            holder.commit();
            for (Future<Integer> attempt : attempts) {
                int status = attempt.get(60, TimeUnit.SECONDS);
                assertTrue(List.of(401, 429, 503).contains(status), "" + status);
            }
            assertTrue(attempts.stream().anyMatch(attempt -> attempt.resultNow() == 401));
        }
    }

    @Test
    void whoWaitsTooLongToSignInIsTold() throws Exception {
        Person person = Person.signUp();
        login(person.email, "wrong", "203.0.113.61").then().statusCode(401);
        try (Connection holder = database.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select from sign_in_failure for update");
            List<Response> answers = Race.of(8, i -> {
                if (i < 7) {
                    return login(person.email, "wrong", "203.0.113.61");
                }
                rollbackIn(holder, Duration.ofMillis(2500));
                return null;
            });
            Response told = answers.stream()
                    .filter(answer -> answer != null && answer.statusCode() == 503)
                    .findFirst()
                    .orElseThrow();
            told.then().body("code", equalTo("unavailable")).header("Retry-After", notNullValue());
        }
    }

    private static void rollbackIn(Connection connection, Duration time) {
        try {
            Thread.sleep(time);
            connection.rollback();
        } catch (InterruptedException | SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Nobody can tell by the time whether there is an account: what fails does the same, for anybody. */
    @Test
    void aFailureTakesTheSameStatementsWhoeverItIs() throws SQLException {
        Person busy = Person.signUp();
        sql.execute("""
                insert into activity (id, user_id, at, event, source)
                select gen_random_uuid(), '%s', now(), 'signed-in', '203.0.113.' || i %% 200 from generate_series(1, 20000) i
                """.formatted(busy.id));
        Person quiet = Person.signUp();
        Person disabled = Person.signUp();
        sql.execute("update users set disabled = true where id = '%s'".formatted(disabled.id));
        Person elsewhere = Person.signUp();
        sql.execute("update users set password_hash = null where id = '%s'".formatted(elsewhere.id));
        List<String> addresses =
                List.of(busy.email, quiet.email, disabled.email, elsewhere.email, UUID.randomUUID() + "@example.com");
        List<Long> counts = new ArrayList<>();
        for (String address : addresses) {
            login(address, "wrong", "203.0.113.70").then().statusCode(401);
            sessions.getStatistics().clear();
            login(address, "wrong", "203.0.113.70").then().statusCode(401);
            counts.add(sessions.getStatistics().getPrepareStatementCount());
        }
        assertEquals(Collections.nCopies(addresses.size(), counts.getFirst()), counts);
        sql.execute("analyze activity");
        String plan = sql.text("""
                explain (format json) select exists (select from activity where user_id = '%s' and source = '203.0.113.71'
                and event in ('signed-in', 'registered'))
                """.formatted(busy.id));
        assertTrue(plan.contains("activity_signed_in_idx"), plan);
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
                "2001:db8::1 | 2001:db8::1",
                "203.0.113.9, ::ffff:7f00:1 | 203.0.113.9",
                "\"[2001:DB8:0::1%eth0]:443\" | 2001:db8::1"
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
