package org.nestegg.platform.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Guarded;
import org.nestegg.support.Person;

@QuarkusTest
@TestProfile(Guarded.class)
class OpenedTest extends ApiTest {

    private static final String APP = "https://app.example.com";

    @Test
    void configuredOriginsMayCall() {
        Person person = Person.signUp();
        person.request()
                .header("Origin", APP)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", APP)
                .header("Access-Control-Expose-Headers", containsString("ETag"));
        int status = RestAssured.given()
                .header("Origin", APP)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,if-match")
                .options("/api/v1/me")
                .then()
                .header("Access-Control-Allow-Origin", APP)
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("If-Match"))
                .extract()
                .statusCode();
        assertTrue(status == 200 || status == 204);
        person.request()
                .header("Origin", "https://evil.example.com")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void anAnswerMayTakeLongerThanABodyMay() {
        RestAssured.given()
                .get("/test/streaming/slow/3000")
                .then()
                .statusCode(200)
                .body(equalTo("done after all"));
        RestAssured.given().body("{}").get("/test/streaming/slow/3000").then().statusCode(200);
    }

    /** A byte at a time is still too slow. */
    @Test
    void aBodyThatTricklesIsCutOff() throws IOException, InterruptedException {
        String token = Person.signUp().accessToken;
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("POST /api/v1/goals HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Authorization: Bearer " + token + "\r\nContent-Length: 1000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            long start = System.nanoTime();
            boolean cut = false;
            while (!cut && System.nanoTime() - start < 20_000_000_000L) {
                try {
                    socket.getOutputStream().write(' ');
                    Thread.sleep(200);
                } catch (SocketException _) {
                    cut = true;
                }
            }
            assertTrue(cut, "still trickling after 20 seconds");
        }
        assertEquals(200, api().get("/api/v1").statusCode());
    }
}
