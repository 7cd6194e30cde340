package org.nestegg.identity.token;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Await;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.Sql;

@QuarkusTest
class PersonalTokenTest extends ApiTest {

    private static final String TOKENS = "/api/v1/me/tokens";
    private static final String ME = "/api/v1/me";

    @Inject
    AgroalDataSource database;

    private static Response make(Person person, String scope) {
        Response answer = person.post(TOKENS, "{'name': 'Script', 'scope': '%s'}".formatted(scope))
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("token", matchesPattern("nestegg_[\\w-]{64}"))
                .extract()
                .response();
        assertEquals(TOKENS + "/" + answer.path("id"), answer.header("Location"));
        return answer;
    }

    private static RequestSpecification bearer(String token) {
        return api().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification basic(String token) {
        return api().auth().preemptive().basic(token, "");
    }

    /** Before tokens said whose they are. */
    @Test
    void aTokenOfTheVersionBeforeIsStillGood() throws SQLException {
        Person person = Person.signUp();
        String id = make(person, "read").path("id");
        String old = "nestegg_Gm0Zk2Vd0Sg1tq3Yb5Qe8rT7uW9xA1" + person.id.substring(0, 13);
        bearer(old).get(ME).then().statusCode(401);
        new Sql(database)
                .execute("update personal_token set hash = sha256(convert_to('%s', 'UTF8')) where id = '%s'"
                        .formatted(old, id));
        bearer(old).get(ME).then().statusCode(200).body("id", equalTo(person.id));
    }

    @Test
    void aTokenIsShownOnce() throws SQLException {
        Person person = Person.signUp();
        String token = make(person, "read").path("token");
        person.get(TOKENS)
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("Script"))
                .body("items[0].scope", equalTo("read"))
                .body("items[0].expiresAt", nullValue())
                .body("items[0].lastUsedAt", nullValue())
                .body("items[0].token", nullValue());
        String row = new Sql(database)
                .text("select t::text from personal_token t where user_id = '%s'".formatted(person.id));
        assertFalse(row.contains(token) || row.contains(token.substring(8)));
    }

    @Test
    void itOpensTheAccountAsBearerAndAsBasic() {
        Person person = Person.signUp();
        String token = make(person, "write").path("token");
        for (RequestSpecification request : List.of(bearer(token), basic(token))) {
            request.get(ME).then().statusCode(200).body("id", equalTo(person.id));
        }
        api().auth().preemptive().basic(token, "x").get(ME).then().statusCode(401);
        bearer(token + "x").get(ME).then().statusCode(401);
        json(bearer(token), "{'description': 'Pizza', 'amount': 1}")
                .post("/api/v1/expenses")
                .then()
                .statusCode(201);
        person.get(TOKENS).body("items[0].lastUsedAt", notNullValue());
        bearer(token).get(ME + "/sessions").then().body("items.current", contains(false));
        bearer(token).post("/api/v1/auth/logout").then().statusCode(403);
        person.get(ME).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/v1/expenses", "PUT, /api/v1/me/password", "PATCH, /api/v1/me", "DELETE, /api/v1/me/sessions"
    })
    void aReadTokenOnlyReads(String method, String path) {
        Person person = Person.signUp();
        String token = make(person, "read").path("token");
        bearer(token).get("/api/v1/transactions").then().statusCode(200);
        bearer(token).head("/api/v1/transactions").then().statusCode(200);
        for (RequestSpecification request : List.of(bearer(token), basic(token))) {
            json(request, "{}")
                    .request(method, path)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("insufficient-scope"))
                    .header(
                            "WWW-Authenticate",
                            "Bearer realm=\"nestegg\", error=\"insufficient_scope\", scope=\"write\"");
        }
    }

    @Test
    void noTokenTouchesTheAccountsSafety() {
        Person person = Person.signUp();
        String token = make(person, "write").path("token");
        json(bearer(token), "{'name': 'Another', 'scope': 'read'}")
                .post(TOKENS)
                .then()
                .statusCode(403)
                .body("code", equalTo("not-allowed"));
        json(
                        bearer(token),
                        "{'currentPassword': '%s', 'newPassword': 'two walks by the sea'}".formatted(Person.PASSWORD))
                .put(ME + "/password")
                .then()
                .statusCode(403);
        bearer(token).delete(ME).then().statusCode(403);
        String session = person.get(ME + "/sessions").extract().path("items[0].id");
        String own = person.get(TOKENS).extract().path("items[0].id");
        for (String path : List.of(ME + "/sessions", ME + "/sessions/" + session, TOKENS + "/" + own)) {
            bearer(token).delete(path).then().statusCode(403).body("code", equalTo("not-allowed"));
        }
        person.get(ME).statusCode(200);
        person.get(TOKENS).body("items", hasSize(1));
        person.signInAgain().get(ME).statusCode(200);
    }

    /** An admin's, too, reads only. */
    @Test
    void noTokenAdministers() {
        Person person = Person.signUp();
        Person admin = Person.admin();
        Response token = make(admin, "write");
        String user = "/api/v1/users/" + person.id;
        bearer(token.path("token")).get(user).then().statusCode(200);
        for (String patch : List.of("{'role': 'admin'}", "{'disabled': true}")) {
            json(bearer(token.path("token")), patch)
                    .patch(user)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("not-allowed"));
        }
        admin.get(user).body("role", equalTo("user")).body("disabled", equalTo(false));
        admin.delete(token.header("Location")).statusCode(204);
    }

    @Test
    void thereAreFiftyAtMost() {
        Person person = Person.signUp();
        for (int i = 0; i < 47; i++) {
            make(person, "read");
        }
        List<Integer> statuses = Race.of(
                8,
                i -> json(person.request(), "{'name': 'Script', 'scope': 'read'}")
                        .post(TOKENS)
                        .statusCode());
        assertEquals(3, Collections.frequency(statuses, 201), statuses.toString());
        assertEquals(5, Collections.frequency(statuses, 422), statuses.toString());
        person.post(TOKENS, "{'name': 'Script', 'scope': 'read'}")
                .statusCode(422)
                .body("code", equalTo("limit-reached"))
                .body("detail", equalTo("There can be at most 50 personal tokens."));
        String first = person.get(TOKENS + "?limit=1").extract().path("items[0].id");
        person.delete(TOKENS + "/" + first).statusCode(204);
        make(person, "read");
        make(Person.signUp(), "read");
    }

    @Test
    void aRevokedTokenIsRefused() {
        Person person = Person.signUp();
        Response token = make(person, "read");
        Person.signUp().delete(token.header("Location")).statusCode(404);
        person.delete(token.header("Location")).statusCode(204);
        bearer(token.path("token")).get(ME).then().statusCode(401).body("code", equalTo("invalid-token"));
        person.delete(token.header("Location")).statusCode(404);
    }

    @Test
    void aTokenMayExpire() throws SQLException {
        Person person = Person.signUp();
        String token = person.post(TOKENS, "{'name': 'Script', 'scope': 'read', 'expiresAt': '2099-01-01T00:00:00Z'}")
                .statusCode(201)
                .body("expiresAt", equalTo("2099-01-01T00:00:00Z"))
                .extract()
                .path("token");
        bearer(token).get(ME).then().statusCode(200);
        new Sql(database)
                .execute("update personal_token set expires_at = now() where user_id = '%s'".formatted(person.id));
        Await.until(
                "whoever was let in by the token is forgotten",
                () -> bearer(token).get(ME).statusCode() == 401);
        person.post(TOKENS, "{'name': 'Script', 'scope': 'admin', 'expiresAt': '2020-01-01T00:00:00Z'}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/scope"))
                .body("errors.find { it.pointer == '/expiresAt' }.code", equalTo("not-in-future"));
    }

    @Test
    void aTokenGoesWithItsAccount() {
        Person person = Person.signUp();
        String token = make(person, "read").path("token");
        person.delete(ME).statusCode(204);
        bearer(token).get(ME).then().statusCode(401);
    }
}
