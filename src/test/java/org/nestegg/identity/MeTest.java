package org.nestegg.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

@QuarkusTest
class MeTest extends ApiTest {

    private static final String ME = "/api/v1/me";

    @Test
    void aPatchKeepsAbsentNullAndValueApart() {
        Person person = Person.signUp();
        person.patch(ME, "{'name': 'Luis', 'currency': 'USD'}")
                .statusCode(200)
                .body("name", equalTo("Luis"))
                .body("currency", equalTo("USD"))
                .body("locale", equalTo("en"));
        person.patch(ME, "{'name': null, 'locale': 'de-AT'}")
                .statusCode(200)
                .body("name", nullValue())
                .body("currency", equalTo("USD"))
                .body("locale", equalTo("de-AT"));
        person.get(ME).statusCode(200).body("name", nullValue()).body("locale", equalTo("de-AT"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "{'currency': null}, /currency, required",
                "{'locale': null}, /locale, required",
                "{'currency': 'XXX'}, /currency, unknown-currency",
                "{'email': 'x@example.com'}, /email, unknown-field",
                "{'role': 'admin'}, /role, unknown-field",
                "{'unknown': null}, /unknown, unknown-field",
                "{'name': 5}, /name, wrong-type",
                "{'name': '   '}, /name, too-short"
            })
    void aBadPatchIsRefused(String patch, String pointer, String code) {
        Person.signUp()
                .patch(ME, patch)
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    @Test
    void aRegionalLocaleStaysThroughPatches() {
        Person person = Person.signUp();
        for (String locale : java.util.List.of("pt-BR", "zh-Hant-TW", "de-CH")) {
            person.patch("/api/v1/me", "{'locale': '%s'}".formatted(locale)).statusCode(200);
            person.patch("/api/v1/me", "{'name': '%s'}".formatted(locale))
                    .statusCode(200)
                    .body("locale", equalTo(locale));
        }
    }

    @Test
    void plainJsonIsTakenAsAMergePatch() {
        Person person = Person.signUp();
        json(person.request(), "{'name': 'Luis'}")
                .patch(ME)
                .then()
                .statusCode(200)
                .body("name", equalTo("Luis"));
    }

    @Test
    void theNewCurrencyIsThatOfWhatIsRecordedNext() {
        Person person = Person.signUp("EUR");
        person.patch(ME, "{'currency': 'JPY'}").statusCode(200);
        person.post("/api/v1/incomes", "{'description': 'Salary', 'amount': 5000}")
                .statusCode(201)
                .body("amount", equalTo("5000"))
                .body("currency", equalTo("JPY"));
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        Person here = Person.signUp();
        Person elsewhere = here.signInAgain();
        here.put(
                        ME + "/password",
                        "{'currentPassword': '%s', 'newPassword': 'two walks by the sea'}".formatted(Person.PASSWORD))
                .statusCode(204);
        here.get(ME).statusCode(200);
        elsewhere.get(ME).statusCode(401);
        json("{'refreshToken': '%s'}".formatted(elsewhere.refreshToken))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);
        json("{'email': '%s', 'password': '%s'}".formatted(here.email, Person.PASSWORD))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(401);
        json("{'email': '%s', 'password': 'two walks by the sea'}".formatted(here.email))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200);
    }

    @Test
    void aSignInWithTheOldPasswordDoesNotOutliveANewOne() {
        for (int round = 0; round < 5; round++) {
            Person person = Person.signUp();
            String login = "{'email': '%s', 'password': '%s'}".formatted(person.email, Person.PASSWORD);
            List<Response> answers = Race.of(
                    2,
                    i -> i == 0
                            ? json(login).post("/api/v1/auth/login")
                            : json(
                                            person.request(),
                                            "{'currentPassword': '%s', 'newPassword': 'two walks by the sea'}"
                                                    .formatted(Person.PASSWORD))
                                    .put(ME + "/password"));
            answers.getLast().then().statusCode(204);
            if (answers.getFirst().statusCode() == 200) {
                String token = answers.getFirst().path("accessToken");
                api().header("Authorization", "Bearer " + token).get(ME).then().statusCode(401);
            }
        }
    }

    @Test
    void theCurrentPasswordMustBeRight() {
        Person person = Person.signUp();
        person.put(ME + "/password", "{'currentPassword': 'wrong', 'newPassword': 'two walks by the sea'}")
                .statusCode(422)
                .body("errors.pointer", contains("/currentPassword"))
                .body("errors.code", contains("wrong-password"));
        person.put(ME + "/password", "{'currentPassword': '%s', 'newPassword': 'short'}".formatted(Person.PASSWORD))
                .statusCode(422)
                .body("errors.pointer", contains("/newPassword"));
    }

    @Test
    void deletingTheAccountDeletesEverything() {
        Person person = Person.signUp();
        Person elsewhere = person.signInAgain();
        person.record("expense", "Pizza", "50", "");
        person.delete(ME).statusCode(204);
        person.get(ME).statusCode(401);
        elsewhere.get(ME).statusCode(401);
        json("{'email': '%s', 'password': '%s'}".formatted(person.email, Person.PASSWORD))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(401);
        json("{'email': '%s', 'password': '%s'}".formatted(person.email, Person.PASSWORD))
                .post("/api/v1/auth/register")
                .then()
                .statusCode(201);
    }
}
