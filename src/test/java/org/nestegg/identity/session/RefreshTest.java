package org.nestegg.identity.session;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.platform.operation.Purge;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.Sql;

@QuarkusTest
class RefreshTest extends ApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Purge purge;

    private static Response refresh(String token) {
        return json("{'refreshToken': '%s'}".formatted(token)).post("/api/v1/auth/refresh");
    }

    /** Makes all that was used up seem to have been so long ago. */
    private void age(Person person, String age) throws SQLException {
        new Sql(database)
                .execute("update refresh_token set used_at = used_at - interval '%s' where user_id = '%s'"
                        .formatted(age, person.id));
    }

    @Test
    void aTokenIsTradedForAnother() {
        Person person = Person.signUp();
        Response answer = refresh(person.refreshToken);
        answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("user.id", equalTo(person.id))
                .body("refreshToken", not(equalTo(person.refreshToken)));
        person.accessToken = answer.path("accessToken");
        person.get("/api/v1/me").statusCode(200);
        person.get("/api/v1/me/sessions?count=true").body("total", equalTo(1));
        refresh(answer.path("refreshToken")).then().statusCode(200);
    }

    @Test
    void aLostAnswerMayBeAskedForAgain() throws SQLException {
        Person person = Person.signUp();
        refresh(person.refreshToken).then().statusCode(200);
        age(person, "9 seconds");
        Response again = refresh(person.refreshToken);
        again.then().statusCode(200);
        person.accessToken = again.path("accessToken");
        person.get("/api/v1/me").statusCode(200);
        person.get("/api/v1/me/sessions?count=true").body("total", equalTo(1));
        refresh(again.path("refreshToken")).then().statusCode(200);
    }

    @Test
    void ofManyAtOnceEachGetsAWorkingAnswerOfTheSameSession() {
        Person person = Person.signUp();
        List<Response> answers = Race.of(8, i -> refresh(person.refreshToken));
        assertEquals(
                8,
                Collections.frequency(answers.stream().map(Response::statusCode).toList(), 200));
        assertEquals(
                8,
                answers.stream()
                        .map(a -> a.<String>path("refreshToken"))
                        .distinct()
                        .count());
        answers.forEach(answer -> api().header("Authorization", "Bearer " + answer.path("accessToken"))
                .get("/api/v1/me")
                .then()
                .statusCode(200));
        person.get("/api/v1/me/sessions?count=true").body("total", equalTo(1));
        refresh(answers.getLast().path("refreshToken")).then().statusCode(200);
    }

    @Test
    void aTokenThatIsUsedAgainLaterEndsTheSession() throws SQLException {
        Person person = Person.signUp();
        Person elsewhere = person.signInAgain();
        Response stolen = refresh(person.refreshToken);
        age(person, "11 seconds");
        refresh(person.refreshToken).then().statusCode(401).body("code", equalTo("invalid-refresh-token"));
        person.get("/api/v1/me").statusCode(401);
        refresh(stolen.path("refreshToken")).then().statusCode(401);
        elsewhere.get("/api/v1/me").statusCode(200);
        elsewhere.get("/api/v1/me/activity").body("items[0].event", equalTo("refresh-token-reused"));
    }

    /**
     * Owner and thief, who both hold the first token, refresh at once: each with the newest token that they have. However
     * they take turns, the session ends as soon as both have gone on.
     */
    @ParameterizedTest
    @ValueSource(strings = {"OTOT", "OTTO", "TOOT", "TOTO", "OOT", "TTO", "OOOT", "TTTO", "OTTTO", "TOOOT"})
    void ofTwoWhoHoldATokenNobodyGoesOn(String turns) {
        Person person = Person.signUp();
        Map<Integer, String> newest = new HashMap<>();
        for (int turn : turns.chars().toArray()) {
            person.get("/api/v1/me").statusCode(200);
            Response answer = refresh(newest.getOrDefault(turn, person.refreshToken));
            newest.put(turn, answer.path("refreshToken"));
        }
        person.get("/api/v1/me").statusCode(401);
        newest.values().stream()
                .filter(Objects::nonNull)
                .forEach(token -> refresh(token).then().statusCode(401));
        person.signInAgain().get("/api/v1/me/activity").body("items[1].event", equalTo("refresh-token-reused"));
    }

    /** Whichever of its answers a client that asked twice goes on with, it goes on, and may lose the next answer, too. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whoAskedTwiceGoesOnWithEither(int chosen) {
        Person person = Person.signUp();
        List<Response> answers = List.of(refresh(person.refreshToken), refresh(person.refreshToken));
        String token = answers.get(chosen).path("refreshToken");
        refresh(token).then().statusCode(200);
        Response again = refresh(token);
        again.then().statusCode(200);
        refresh(again.path("refreshToken")).then().statusCode(200);
        person.get("/api/v1/me").statusCode(200);
    }

    /** What a sibling's use has used up is known as long as anything that is used up. */
    @Test
    void aSiblingIsNotForgottenBeforeItsTime() throws SQLException {
        Person person = Person.signUp();
        Response one = refresh(person.refreshToken);
        Response other = refresh(person.refreshToken);
        refresh(one.path("refreshToken")).then().statusCode(200);
        age(person, "29 days");
        assertTrue(purge.run());
        refresh(other.path("refreshToken")).then().statusCode(401);
        person.get("/api/v1/me").statusCode(401);
    }

    /** Before tokens said whose they are. */
    @Test
    void aTokenOfTheVersionBeforeIsStillGood() throws SQLException {
        Person person = Person.signUp();
        String old = "Gm0Zk2Vd0Sg1tq3Yb5Qe8rT7uW9xA1cE3gI5kM7oQ9s";
        String own = old.substring(0, 30) + person.id.substring(0, 13);
        new Sql(database).execute("""
                update refresh_token set hash = sha256(convert_to('%s', 'UTF8')) where user_id = '%s'
                """.formatted(own, person.id));
        Response first = refresh(own);
        first.then().statusCode(200);
        refresh(own).then().statusCode(200);
        refresh(first.path("refreshToken")).then().statusCode(200);
        refresh(own).then().statusCode(401);
        refresh(old).then().statusCode(401);
    }

    @Test
    void tokensHangTogetherInAChain() throws SQLException {
        Person person = Person.signUp();
        String token = person.refreshToken;
        for (int i = 0; i < 3; i++) {
            token = refresh(token).path("refreshToken");
        }
        assertEquals("4", new Sql(database).text("""
                        with recursive chain as (
                            select hash from refresh_token where user_id = '%s' and parent is null
                            union all select t.hash from refresh_token t join chain c on t.parent = c.hash)
                        select count(*) from chain
                        """.formatted(person.id)));
    }
}
