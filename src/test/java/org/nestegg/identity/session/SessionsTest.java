package org.nestegg.identity.session;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

@QuarkusTest
class SessionsTest extends ApiTest {

    private static final String SESSIONS = "/api/v1/me/sessions";

    @Test
    void eachSignInIsASession() {
        Person first = Person.signUp();
        Person second = first.signInAgain();
        second.get(SESSIONS)
                .statusCode(200)
                .body("items.current", contains(true, false))
                .body("items[0].source", equalTo("127.0.0.1"))
                .body("items[0].userAgent", notNullValue())
                .body("items[0].lastUsedAt", notNullValue())
                .body("next", nullValue());
        first.get(SESSIONS).body("items.current", contains(false, true));
        String next = first.get(SESSIONS + "?limit=1&count=true")
                .body("total", equalTo(2))
                .extract()
                .path("next");
        first.get(next).body("items", hasSize(1)).body("items.current", contains(true));
        Person.signUp().get(SESSIONS).body("items", hasSize(1));
    }

    @Test
    void oneIsEndedByItsId() {
        Person here = Person.signUp();
        Person there = here.signInAgain();
        String id = here.get(SESSIONS).extract().path("items.find { !it.current }.id");
        Person.signUp().delete(SESSIONS + "/" + id).statusCode(404);
        here.delete(SESSIONS + "/" + id).statusCode(204);
        there.get("/api/v1/me").statusCode(401);
        json("{'refreshToken': '%s'}".formatted(there.refreshToken))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);
        here.get("/api/v1/me").statusCode(200);
        here.delete(SESSIONS + "/" + id).statusCode(404);
    }

    @Test
    void allAreEndedThisOneIncluded() {
        Person here = Person.signUp();
        Person there = here.signInAgain();
        here.delete(SESSIONS).statusCode(204);
        for (Person person : List.of(here, there)) {
            person.get("/api/v1/me").statusCode(401);
        }
        here.signInAgain().get(SESSIONS).body("items", hasSize(1));
    }

    /** Nobody is believed who is not a proxy that is configured. */
    @Test
    void aSourceCannotBeMadeUp() {
        Person person = Person.signUp();
        String token = json("{'email': '%s', 'password': '%s'}".formatted(person.email, Person.PASSWORD))
                .header("X-Forwarded-For", "203.0.113.7")
                .header("Forwarded", "for=203.0.113.8")
                .post("/api/v1/auth/login")
                .path("accessToken");
        assertEquals(
                "127.0.0.1",
                api().header("Authorization", "Bearer " + token).get(SESSIONS).path("items[0].source"));
    }

    @Test
    void theTrailTellsWhatHappened() {
        Person person = Person.signUp();
        json("{'email': '%s', 'password': 'wrong'}".formatted(person.email)).post("/api/v1/auth/login");
        Person again = person.signInAgain();
        again.put(
                        "/api/v1/me/password",
                        "{'currentPassword': '%s', 'newPassword': 'two walks by the sea'}".formatted(Person.PASSWORD))
                .statusCode(204);
        String token = again.create("/api/v1/me/tokens", "{'name': 'Script', 'scope': 'read'}");
        again.delete(token).statusCode(204);
        again.get("/api/v1/me/activity")
                .statusCode(200)
                .body(
                        "items.event",
                        contains(
                                "token-revoked",
                                "token-created",
                                "password-changed",
                                "signed-in",
                                "sign-in-failed",
                                "registered"))
                .body("items.detail", contains("Script", "Script", null, null, null, null))
                .body("items[3].sessionId", notNullValue())
                .body("items[4].sessionId", nullValue())
                .body("items.source.unique()", contains("127.0.0.1"));
        again.get("/api/v1/me/activity?limit=2").body("items", hasSize(2)).body("next", notNullValue());
        Person.signUp().get("/api/v1/me/activity").body("items.event", contains("registered"));
    }
}
