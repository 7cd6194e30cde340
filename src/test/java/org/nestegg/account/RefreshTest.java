package org.nestegg.account;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.Sql;

@QuarkusTest
class RefreshTest extends ApiTest {

    @Inject
    AgroalDataSource database;

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
        answers.forEach(answer -> refresh(answer.path("refreshToken")).then().statusCode(200));
        person.get("/api/v1/me/sessions?count=true").body("total", equalTo(1));
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

    /** Two who hold the same token cannot both go on: when one has refreshed again, the other's is used up. */
    @Test
    void ofTwoBranchesOneEndsTheSession() throws SQLException {
        Person person = Person.signUp();
        Response one = refresh(person.refreshToken);
        Response other = refresh(person.refreshToken);
        refresh(one.path("refreshToken")).then().statusCode(200);
        age(person, "11 seconds");
        refresh(other.path("refreshToken")).then().statusCode(401);
        person.get("/api/v1/me").statusCode(401);
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
