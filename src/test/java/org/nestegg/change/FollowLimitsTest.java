package org.nestegg.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Await;
import org.nestegg.support.Guarded;
import org.nestegg.support.Person;

/** How many streams a user may have, where there are limits. */
@QuarkusTest
@TestProfile(Guarded.class)
class FollowLimitsTest extends ApiTest {

    private static EventStream follow(Person person) {
        return new EventStream(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/changes"), person.accessToken, null);
    }

    @Test
    void aUserHasTenStreamsAndStillMayAsk() {
        Person person = Person.signUp();
        List<EventStream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                streams.add(follow(person));
                assertEquals(200, streams.getLast().status);
            }
            person.request()
                    .accept("text/event-stream")
                    .get("/api/v1/changes")
                    .then()
                    .statusCode(429);
            // Whoever waits is not worked on.
            person.get("/api/v1/changes").statusCode(200);
            try (EventStream other = follow(Person.signUp())) {
                assertEquals(200, other.status);
            }
            streams.removeLast().close();
            Await.until("a place for another stream", () -> {
                try (EventStream next = follow(person)) {
                    return next.status == 200;
                }
            });
        } finally {
            streams.forEach(EventStream::close);
        }
    }
}
