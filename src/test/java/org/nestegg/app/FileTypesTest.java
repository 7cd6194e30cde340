package org.nestegg.app;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files are served as, on some that are there for the tests alone. */
@QuarkusTest
class FileTypesTest {

    private static final String FOLDER = "/app/types/";

    @ParameterizedTest
    @CsvSource({
        "html, text/html;charset=UTF-8",
        "js, text/javascript;charset=UTF-8",
        "css, text/css;charset=UTF-8",
        "json, application/json",
        "webmanifest, application/manifest+json",
        "svg, image/svg+xml",
        "png, image/png",
        "woff2, font/woff2"
    })
    void browsersAreToldWhatTheyAre(String extension, String type) {
        RestAssured.get(FOLDER + "a." + extension)
                .then()
                .statusCode(200)
                .header("Content-Type", type)
                .header("Cache-Control", "no-cache")
                // So little would be more if it were compressed.
                .header("Content-Encoding", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.d.ts", "a.js.map", "a", ""})
    void whatIsForNoBrowserIsNotServed(String name) {
        RestAssured.get(FOLDER + name).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void stylesAreCompressed() {
        RestAssured.get(FOLDER + "large.css").then().statusCode(200).header("Content-Encoding", "gzip");
    }
}
