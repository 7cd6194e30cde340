package org.nestegg.platform.input;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Contract;
import org.nestegg.support.Person;

/** What is misspelt is refused, and not passed over. */
@QuarkusTest
class KnownParametersTest extends ApiTest {

    @TestFactory
    Stream<DynamicTest> noOperationTakesAParameterThatItDoesNotHave() {
        Person person = Person.signUp();
        return Contract.served().operations().stream()
                .filter(operation -> !operation.path().endsWith("/echo")
                        && !operation.path().startsWith("/api/v1/users")
                        && !operation.path().equals("/api/v1/rates/{day}"))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    var request = person.request();
                    if (operation.node().has("requestBody")) {
                        json(request, "{}");
                    }
                    request.request(operation.method(), operation.samplePath() + "?page=2&form=2024-01-01")
                            .then()
                            .statusCode(422)
                            .body("code", equalTo("unknown-parameter"))
                            .body("errors.parameter", contains("form", "page"))
                            .body("errors.code", contains("unknown-parameter", "unknown-parameter"));
                }));
    }

    @Test
    void whoeverIsNotSignedInIsToldThatFirst() {
        api().get("/api/v1/transactions?form=1").then().statusCode(401);
    }

    @Test
    void theEchoTakesAnything() {
        Person.signUp()
                .get("/api/v1/diagnostics/echo?page=2&access_token=abc&X-Amz-Signature=def")
                .statusCode(200)
                .body("query.page", equalTo("2"))
                .body("query.access_token", equalTo("***"))
                .body("query.X-Amz-Signature", equalTo("***"));
    }

    @Test
    void theExportTakesTheFiltersOfTheListOnly() {
        Person person = Person.signUp();
        person.request()
                .accept("text/csv")
                .get("/api/v1/transactions?from=2024-01-01")
                .then()
                .statusCode(200);
        person.request()
                .accept("text/csv")
                .get("/api/v1/transactions?form=2024-01-01")
                .then()
                .statusCode(422);
    }
}
