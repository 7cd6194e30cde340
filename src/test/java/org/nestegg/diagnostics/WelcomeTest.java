package org.nestegg.diagnostics;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;

@QuarkusTest
class WelcomeTest extends ApiTest {

    @Test
    void theWelcomePageLinksToWhatExists() {
        Map<String, String> links = api().get("/api/v1")
                .then()
                .statusCode(200)
                .body("name", equalTo("nestegg"))
                .body("version", not(emptyOrNullString()))
                .body("links", hasKey("docs"))
                .extract()
                .path("links");
        links.forEach((name, path) -> {
            int status = io.restassured.RestAssured.given().get(path).statusCode();
            assertEquals(
                    switch (name) {
                        case "register", "login" -> 405;
                        case "me",
                                "sessions",
                                "tokens",
                                "activity",
                                "accounts",
                                "transactions",
                                "transfers",
                                "categories",
                                "goals",
                                "bucketlists",
                                "rules",
                                "rates",
                                "budgets",
                                "imports",
                                "schedules",
                                "forecast",
                                "overview",
                                "changes" -> 401;
                        default -> 200;
                    },
                    status,
                    path);
        });
    }

    @Test
    void helloGreetsByName() {
        api().get("/api/v1/hello?name=Luis").then().statusCode(200).body("message", equalTo("Hello Luis"));
        api().get("/api/v1/hello?name={name}", "Łukasz 🥚").then().body("message", equalTo("Hello Łukasz 🥚"));
        api().get("/api/v1/hello").then().statusCode(200).body("message", equalTo("Hello there"));
    }

    @Test
    void aBadNameIsRefused() {
        api().urlEncodingEnabled(false)
                .get("/api/v1/hello?name=a%00b")
                .then()
                .statusCode(422)
                .body("errors.parameter", contains("name"));
        api().get("/api/v1/hello?name={name}", "x".repeat(201)).then().statusCode(422);
    }

    @Test
    void aTrailingSlashDoesNoHarm() {
        api().get("/api/v1/").then().statusCode(200);
    }
}
