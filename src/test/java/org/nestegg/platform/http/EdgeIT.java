package org.nestegg.platform.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestegg.support.PackagedSurroundings;

/** The same against the packaged application, and what only its handler of static files does. */
@QuarkusIntegrationTest
@WithTestResource(PackagedSurroundings.class)
class EdgeIT extends EdgeTest {

    @Test
    void aRangePastTheEndIsNotSatisfiable() {
        int length = length();
        for (String range : List.of("bytes=99999999-", "bytes=" + length + "-", "bytes=99999999-99999999")) {
            RestAssured.given()
                    .header("Range", range)
                    .get(FILE)
                    .then()
                    .statusCode(416)
                    .contentType("application/problem+json")
                    .header("Content-Range", "bytes */" + length)
                    .body("code", equalTo("range-not-satisfiable"))
                    .body("instance", equalTo(FILE));
        }
    }

    /** Part of the file, whatever encodings of the whole the client would take. */
    @Test
    void aRangeIsOfTheFileItself() {
        RestAssured.given()
                .header("Range", "bytes=0-9")
                .header("Accept-Encoding", "gzip")
                .get(FILE)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 0-9/" + length())
                .header("Content-Length", "10")
                .header("Content-Encoding", not(equalTo("gzip")));
    }

    private static int length() {
        return RestAssured.given()
                .header("Accept-Encoding", "identity")
                .get(FILE)
                .asByteArray()
                .length;
    }
}
