package org.nestegg.platform.http;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A feature's paths can have limits, timeouts and headers of their own. */
@QuarkusTest
class RouteGroupTest {

    @Test
    void aBodyMayBeAsLargeAsTheGroupSays() {
        post("/test/small", SmallBodyResource.LIMIT)
                .statusCode(200)
                .body(equalTo("2048"))
                .header("Content-Security-Policy", "default-src 'self'");
        post("/test/small", SmallBodyResource.LIMIT + 1)
                .statusCode(413)
                .body("detail", equalTo("The body of the request is larger than 2 KiB."));
        post("/api/v1/hello", SmallBodyResource.LIMIT + 1)
                .statusCode(405)
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void aBodyMayTakeAsLongAsTheGroupSays() throws IOException {
        try (Socket slow = new Socket("localhost", RestAssured.port)) {
            slow.setSoTimeout(5_000);
            slow.getOutputStream()
                    .write("POST /test/small HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf"
                            .getBytes(StandardCharsets.US_ASCII));
            assertEquals(-1, slow.getInputStream().read(), "hung up");
        }
    }

    private static ValidatableResponse post(String path, int bytes) {
        return RestAssured.given()
                .contentType("application/octet-stream")
                .body(new byte[bytes])
                .post(path)
                .then();
    }
}
