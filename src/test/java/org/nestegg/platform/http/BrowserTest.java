package org.nestegg.platform.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** What browsers are told, where nothing is opened to them. */
@QuarkusTest
class BrowserTest extends ApiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1/me",
                "/api/v1/nowhere",
                "/nowhere",
                "/problems/not-found",
                "/api/openapi.json",
                "/.well-known/jwks.json"
            })
    void nothingIsTakenForWhatItIsNot(String path) {
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Strict-Transport-Security", nullValue())
                .header("Set-Cookie", nullValue())
                .header("Server", nullValue());
    }

    @Test
    void swaggerUiMayRunWhatItBrings() {
        RestAssured.get("/api/docs/")
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self' 'unsafe-inline'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    @Test
    void otherOriginsAreLetInNowhere() {
        Person person = Person.signUp();
        var answer =
                person.request().header("Origin", "https://app.example.com").get("/api/v1/me");
        assertEquals(200, answer.statusCode());
        assertNull(answer.header("Access-Control-Allow-Origin"));
        assertNull(api().header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/goals")
                .header("Access-Control-Allow-Origin"));
    }

    @Test
    void aSchemeIsNotBelievedFromAnybody() {
        api().header("X-Forwarded-Proto", "https")
                .get("/api/v1")
                .then()
                .header("Strict-Transport-Security", nullValue())
                .body("name", equalTo("nestegg"));
    }

    @Test
    void answersAreCompressedAndSaySoButTokensAreNot() throws Exception {
        HttpResponse<byte[]> welcome = sendGzip(HttpRequest.newBuilder().GET(), "/api/v1");
        assertEquals("gzip", welcome.headers().firstValue("Content-Encoding").orElse(""));
        assertTrue(String.join(",", welcome.headers().allValues("Vary")).contains("Accept-Encoding"));
        String body = "{\"email\": \"gzip-%s@example.com\", \"password\": \"a walk by the river\"}"
                .formatted(UUID.randomUUID());
        HttpResponse<byte[]> token = sendGzip(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                "/api/v1/auth/register");
        assertEquals(201, token.statusCode());
        assertEquals('{', token.body()[0], "not compressed");
    }

    private static HttpResponse<byte[]> sendGzip(HttpRequest.Builder request, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    request.uri(URI.create("http://localhost:" + RestAssured.port + path))
                            .header("Accept-Encoding", "gzip")
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
