package org.nestegg.platform.problem;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nestegg.platform.language.Languages;

/** Every code, raised and explained in every language. */
@QuarkusTest
class EveryProblemTest {

    @Inject
    ProblemCatalog catalog;

    @TestFactory
    Stream<DynamicTest> everyCodeIsAnsweredInEveryLanguage() {
        return catalog.codes().stream()
                .map(code -> DynamicTest.dynamicTest(
                        code.code(), () -> Languages.ALL.forEach(language -> isAnswered(code, language))));
    }

    private static void isAnswered(ProblemCode code, Locale language) {
        RestAssured.given()
                .header("Accept-Language", language.toLanguageTag())
                .get("/test/problems/{code}", code.code())
                .then()
                .statusCode(code.status())
                .contentType(Problem.MEDIA_TYPE)
                .header("Content-Language", language.toLanguageTag())
                .header("Vary", containsString("Accept-Language"))
                .body("code", equalTo(code.code()))
                .body("type", equalTo("/problems/" + code.code()))
                .body("title", equalTo(code.title(language)))
                .body(
                        "detail",
                        equalTo(
                                code == CommonProblem.LIMIT_REACHED
                                        ? code.detail(language, ThrowingResource.LIMIT)
                                        : code.detail(language)));
        RestAssured.given()
                .header("Accept-Language", language.toLanguageTag())
                .get("/problems/{code}", code.code())
                .then()
                .statusCode(200)
                .header("Content-Language", language.toLanguageTag())
                .body("title", equalTo(code.title(language)))
                .body("detail", not(containsString("{")))
                .body("remedy", equalTo(code.remedy(language)));
    }
}
