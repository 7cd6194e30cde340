package org.nestegg.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.Sql;
import org.nestegg.support.Visitor;

@QuarkusTest
class AdminTest extends ApiTest {

    private static final String USERS = "/api/v1/users";

    @Inject
    AgroalDataSource database;

    private Sql sql;
    private Person admin;

    @BeforeEach
    void beTheOnlyAdmin() throws SQLException {
        sql = new Sql(database);
        sql.execute("update users set role = 'user'");
        admin = Person.signUp();
        promote(admin);
    }

    @AfterEach
    void leaveTheFirstAdmin() throws SQLException {
        sql.execute(
                "update users set role = case email when '%s' then 'admin' else 'user' end".formatted(Person.ADMIN));
    }

    private void promote(Person person) throws SQLException {
        sql.execute("update users set role = 'admin' where id = '%s'".formatted(person.id));
    }

    @Test
    void administrationIsForAdmins() {
        Person person = Person.signUp();
        for (String path : List.of(USERS, USERS + "/" + person.id, USERS + "/" + person.id + "/goals/tree")) {
            person.get(path).statusCode(403).body("code", equalTo("not-allowed"));
            admin.get(path).statusCode(200);
        }
        person.patch(USERS + "/" + person.id, "{'role': 'admin'}").statusCode(403);
        admin.get(USERS + "/019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e").statusCode(404);
        admin.get(USERS + "/019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e/goals/tree").statusCode(404);
    }

    @Test
    void usersAreListedAndSearched() {
        Person person = Person.signUp();
        admin.get(USERS + "?limit=2&count=true").body("items.id", contains(person.id, admin.id));
        admin.get(USERS + "?q=" + person.email.substring(7, 30).toUpperCase())
                .body("items.email", contains(person.email))
                .body("items.disabled", contains(false));
    }

    @Test
    void aDisabledUserIsOutAtOnceAndStaysOut() {
        Person person = Person.signUp();
        String token = person.post("/api/v1/me/tokens", "{'name': 'x', 'scope': 'read'}")
                .extract()
                .path("token");
        Visitor visitor = Visitor.signIn(person.email);
        admin.patch(USERS + "/" + person.id, "{'disabled': true}")
                .statusCode(200)
                .body("disabled", equalTo(true));
        person.get("/api/v1/me").statusCode(401);
        api().header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        visitor.get(Visitor.SESSION).statusCode(401);
        Visitor.signIn(person.email, Person.PASSWORD)
                .then()
                .statusCode(403)
                .body("code", equalTo("account-disabled"))
                .header("Set-Cookie", nullValue());
        json("{'refreshToken': '%s'}".formatted(person.refreshToken))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);
        String login = "{'email': '%s', 'password': '%s'}";
        json(login.formatted(person.email, Person.PASSWORD))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(403)
                .body("code", equalTo("account-disabled"));
        json(login.formatted(person.email, "wrong"))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(401)
                .body("code", equalTo("bad-credentials"));
        admin.patch(USERS + "/" + person.id, "{'disabled': false}").statusCode(200);
        Person back = person.signInAgain();
        back.get("/api/v1/me/activity").body("items.event", hasItems("disabled", "enabled"));
        admin.get("/api/v1/me/activity").body("items.detail", hasItems("disabled", "enabled"));
    }

    @Test
    void aUserIsPromotedAndDemoted() {
        Person person = Person.signUp();
        admin.patch(USERS + "/" + person.id, "{'role': 'admin'}")
                .statusCode(200)
                .body("role", equalTo("admin"));
        person.get(USERS).statusCode(200);
        admin.patch(USERS + "/" + person.id, "{'role': 'user'}").statusCode(200);
        person.get(USERS).statusCode(403);
        admin.patch(USERS + "/" + person.id, "{'role': null}").statusCode(422);
        admin.patch(USERS + "/" + person.id, "{'email': 'x@example.com'}").statusCode(422);
    }

    @Test
    void theLastAdminStays() {
        for (String patch : List.of("{'role': 'user'}", "{'disabled': true}")) {
            admin.patch(USERS + "/" + admin.id, patch).statusCode(409).body("code", equalTo("last-admin"));
        }
        admin.delete("/api/v1/me").statusCode(409).body("code", equalTo("last-admin"));
        admin.get(USERS).statusCode(200);
    }

    @Test
    void ofTwoAdminsWhoGoAtOnceOneStays() throws SQLException {
        for (int round = 0; round < 5; round++) {
            sql.execute("update users set role = 'user'");
            Person one = Person.signUp();
            Person other = Person.signUp();
            promote(one);
            promote(other);
            List<Person> both = List.of(one, other);
            List<Integer> statuses =
                    Race.of(2, i -> both.get(i).request().delete("/api/v1/me").statusCode());
            assertEquals(1, Collections.frequency(statuses, 204), statuses.toString());
            assertEquals(1, sql.count("users where role = 'admin'"));
        }
    }

    @Test
    void whoeverIsNoAdminGoesWithoutWaitingForOne() throws SQLException {
        Person person = Person.signUp();
        try (Connection holder = database.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select from users where id = '%s' for update".formatted(admin.id));
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> person.delete("/api/v1/me").statusCode(204));
            holder.rollback();
        }
    }

    /** Somebody who is made an admin and goes, while whoever makes them one goes, too. */
    @Test
    void ofAnAdminAndOneInTheMakingOneStays() throws SQLException {
        for (int round = 0; round < 8; round++) {
            sql.execute("update users set role = 'user'");
            Person one = Person.signUp();
            Person other = Person.signUp();
            promote(one);
            List<Supplier<Integer>> steps = List.of(
                    () -> json(one.request(), "{'role': 'admin'}")
                            .patch(USERS + "/" + other.id)
                            .statusCode(),
                    () -> one.request().delete("/api/v1/me").statusCode(),
                    () -> other.request().delete("/api/v1/me").statusCode());
            List<Integer> statuses = Race.of(3, i -> steps.get(i).get());
            assertTrue(statuses.stream().allMatch(status -> status < 500), statuses.toString());
            assertTrue(sql.count("users where role = 'admin'") >= 1, statuses.toString());
        }
    }

    @Test
    void someonesGoalsAreReadAndTheyKnow() {
        Person person = Person.signUp();
        person.create("/api/v1/goals", "{'name': 'A year off'}");
        admin.get(USERS + "/" + person.id + "/goals/tree").body("items.name", contains("A year off"));
        person.get("/api/v1/me/activity").body("items.event", hasItem("read-by-admin"));
        admin.get("/api/v1/goals/tree").body("items", hasSize(0));
    }
}
