package org.nestegg.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Sql;
import org.nestegg.support.Visitor;

/** Changes as server-sent events. */
@QuarkusTest
class FollowTest extends ApiTest {

    /** The contract's, and some for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    AgroalDataSource database;

    private static EventStream follow(Person person, String query, Long lastEventId) {
        return new EventStream(changes(query), person.accessToken, lastEventId);
    }

    private static URI changes(String query) {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/changes" + query);
    }

    @Test
    void whatHappensIsTold() {
        Person person = Person.signUp();
        person.record("expense", "before", "1", "");
        try (EventStream stream = follow(person, "", null)) {
            EventStream.Event first = stream.next(SOON);
            assertEquals(1, first.id());
            assertEquals("change", first.name());
            person.record("expense", "after", "1", "");
            EventStream.Event second = stream.next(SOON);
            assertEquals(2, second.id());
            assertEquals(
                    second.data(),
                    "{"
                            + person.get("/api/v1/changes?after=1")
                                    .extract()
                                    .asString()
                                    .split("\\[\\{", 2)[1]
                                    .replaceFirst("}],\"next\":null,\"latest\":2}$", "}"));
        }
    }

    @Test
    void aStreamGoesOnWhereTheLastOneEnded() {
        Person person = Person.signUp();
        for (int i = 0; i < 5; i++) {
            person.record("expense", "x", "1", "");
        }
        try (EventStream stream = follow(person, "?after=1", 3L)) {
            assertEquals(4, stream.next(SOON).id());
            assertEquals(5, stream.next(SOON).id());
        }
        try (EventStream stream = follow(person, "?after=5&type=goal", null)) {
            person.record("expense", "x", "1", "");
            person.post("/api/v1/goals", "{'name': 'A'}");
            assertEquals(7, stream.next(SOON).id());
        }
    }

    @Test
    void whatIsNoLongerKeptIsSaid() throws SQLException {
        Person person = Person.signUp();
        for (int i = 0; i < 5; i++) {
            person.record("expense", "x", "1", "");
        }
        new Sql(database).execute("delete from change where user_id = '%s' and seq < 4".formatted(person.id));
        try (EventStream stream = follow(person, "?after=1", null)) {
            assertEquals(new EventStream.Event(5L, "reset", "{\"latest\":5}"), stream.next(SOON));
            person.record("expense", "x", "1", "");
            assertEquals(6, stream.next(SOON).id());
        }
        try (EventStream stream = follow(person, "", 77L)) {
            assertEquals("reset", stream.next(SOON).name());
        }
        try (EventStream stream = follow(person, "", null)) {
            assertEquals(4, stream.next(SOON).id());
        }
    }

    @Test
    void aStreamEndsWithItsSession() {
        Person person = Person.signUp();
        try (EventStream stream = follow(person, "", null);
                EventStream other = follow(person.signInAgain(), "", null)) {
            person.request().post("/api/v1/auth/logout").then().statusCode(204);
            assertTrue(stream.isEnd(stream.next(SOON)));
            assertTrue(other.isAliveAndSilent(Duration.ofSeconds(1)));
        }
        Person gone = Person.signUp();
        try (EventStream stream = follow(gone, "", null)) {
            gone.delete("/api/v1/me").statusCode(204);
            assertTrue(stream.isEnd(stream.next(SOON)));
        }
        Person scripted = Person.signUp();
        String path = scripted.create("/api/v1/me/tokens", "{'name': 'Robot', 'scope': 'read'}");
        String token = scripted.post("/api/v1/me/tokens", "{'name': 'Robot', 'scope': 'read'}")
                .extract()
                .path("token");
        scripted.accessToken = token;
        try (EventStream stream = follow(scripted, "", null)) {
            assertTrue(stream.isAliveAndSilent(Duration.ofSeconds(1)));
            Person owner = Person.signUp();
            assertEquals(404, owner.delete(path).extract().statusCode());
        }
    }

    @Test
    void thePageFollowsByItsCookie() {
        Visitor visitor = Visitor.signUp();
        try (EventStream stream = new EventStream(changes(""), "Cookie", Visitor.COOKIE + "=" + visitor.secret, null)) {
            visitor.post("/api/v1/goals", "{'name': 'A boat'}").statusCode(201);
            assertEquals(1, stream.next(SOON).id());
            visitor.delete(Visitor.SESSION).statusCode(204);
            assertTrue(stream.isEnd(stream.next(SOON)));
        }
    }

    @Test
    void somethingIsSaidAllTheTime() {
        Person person = Person.signUp();
        // Also while only what is not asked for happens, or nothing.
        try (EventStream stream = follow(person, "", null);
                EventStream other = follow(person, "?type=goal", null);
                EventStream quiet = follow(Person.signUp(), "", null)) {
            assertTrue(other.isAliveAndSilent(Duration.ofMillis(500)));
            assertTrue(quiet.isAliveAndSilent(Duration.ofMillis(500)));
            for (int i = 1; i <= 12; i++) {
                person.record("expense", "x", "1", "");
                assertEquals(i, stream.next(SOON).id());
                pause();
            }
            assertTrue(other.isAliveAndSilent(Duration.ofMillis(500)), "a comment within 15 seconds");
            assertTrue(quiet.isAliveAndSilent(Duration.ofMillis(500)), "a comment within 15 seconds");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void headIsAnsweredAtOnce() {
        Person person = Person.signUp();
        person.request()
                .accept("text/event-stream")
                .head("/api/v1/changes")
                .then()
                .statusCode(200)
                .contentType("text/event-stream");
        person.get("/api/v1/changes").statusCode(200);
    }

    @Test
    void whatIsAskedForMustMakeSense() {
        Person person = Person.signUp();
        try (EventStream stream = follow(person, "?type=money", null)) {
            assertEquals(422, stream.status);
        }
        person.request()
                .accept("text/event-stream")
                .header("Last-Event-ID", "x")
                .get("/api/v1/changes")
                .then()
                .statusCode(400);
        api().accept("text/event-stream").get("/api/v1/changes").then().statusCode(401);
    }
}
