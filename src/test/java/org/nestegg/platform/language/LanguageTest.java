package org.nestegg.platform.language;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.diagnostics.WelcomeResource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

@QuarkusTest
class LanguageTest extends ApiTest {

    private static final String HELLO = "/api/v1/hello?name=Luis";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | en | Hello Luis",
                "de | de | Hallo Luis",
                "es | es | Hola Luis",
                "fr | fr | Bonjour Luis",
                "pt | pt | Olá Luis",
                "pt-BR | pt | Olá Luis",
                "de-AT;q=0.8 | de | Hallo Luis",
                "DE-at | de | Hallo Luis",
                "zh-Hant-TW, es-419 | es | Hola Luis",
                "de;q=0.5, fr;q=0.9 | fr | Bonjour Luis",
                "fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5 | fr | Bonjour Luis",
                "ja, *;q=0.1 | en | Hello Luis",
                "en;q=0, * | de | Hallo Luis",
                "de;q=0, de-DE;q=0, pt;q=0.1 | pt | Olá Luis",
                "de;q=0 | en | Hello Luis",
                "ja | en | Hello Luis",
                "*;q=0 | en | Hello Luis",
                "de_AT | en | Hello Luis",
                "de;q=7 | en | Hello Luis",
                "de;q=7, fr | fr | Bonjour Luis",
                "fr, , de | fr | Bonjour Luis",
                ",fr | fr | Bonjour Luis",
                "en;q=0.1, *;q=1 | de | Hallo Luis",
                ";;, | en | Hello Luis"
            })
    void theBestThatIsAskedForIsSpoken(String header, String language, String greeting) {
        api().header("Accept-Language", header)
                .get(HELLO)
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .header("Vary", containsString("Accept-Language"))
                .body("message", equalTo(greeting));
    }

    @Test
    void severalFieldsAreOneList() {
        api().header("Accept-Language", "de;q=0.2", "es").get(HELLO).then().header("Content-Language", "es");
    }

    @Test
    void aStrangerIsGreetedInEnglishWhereNothingIsAskedFor() {
        api().get("/api/v1/hello")
                .then()
                .header("Content-Language", "en")
                .header("Vary", containsString("Accept-Language"))
                .body("message", equalTo("Hello there"));
    }

    @Test
    void everyLanguageHasAGreetingForStrangers() {
        List<String> greetings = new ArrayList<>();
        for (Locale language : Languages.ALL) {
            greetings.add(api().header("Accept-Language", language.toLanguageTag())
                    .get("/api/v1/hello")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("message"));
        }
        Assertions.assertEquals(greetings.size(), greetings.stream().distinct().count());
        for (Locale language : Languages.ALL) {
            Assertions.assertEquals(
                    new Texts(WelcomeResource.class).keys(Locale.ENGLISH),
                    new Texts(WelcomeResource.class).keys(language));
        }
    }

    @Test
    void titlesDetailsAndMessagesFollow() {
        Person person = Person.signUp();
        json(person.request(), "{'type': 'expense', 'description': '', 'amount': true}")
                .header("Accept-Language", "de")
                .post("/api/v1/transactions")
                .then()
                .statusCode(422)
                .header("Content-Language", "de")
                .header("Vary", containsString("Accept-Language"))
                .body("code", equalTo("invalid-input"))
                .body("title", equalTo("Ungültige Eingabe"))
                .body("errors.find { it.pointer == '/amount' }.code", equalTo("wrong-type"))
                .body("errors.find { it.pointer == '/amount' }.message", Matchers.startsWith("muss eine Dezimalzahl"));
        api().header("Accept-Language", "fr")
                .get("/api/v1/nowhere")
                .then()
                .statusCode(404)
                .header("Content-Language", "fr");
        api().header("Accept-Language", "es")
                .get("/problems/email-taken")
                .then()
                .statusCode(200)
                .header("Content-Language", "es")
                .header("Vary", containsString("Accept-Language"));
    }

    @Test
    void theUsersOwnLocaleIsSpokenWhereNothingIsAskedFor() {
        Person person = Person.signUp();
        person.patch("/api/v1/me", "{'locale': 'pt-BR'}").statusCode(200);
        person.get("/api/v1/goals/1").statusCode(404).header("Content-Language", "pt");
        person.get("/api/v1/goals?limit=0").statusCode(422).header("Content-Language", "pt");
        person.get(HELLO).header("Content-Language", "pt").body("message", equalTo("Olá Luis"));
        person.get("/problems/not-found").header("Content-Language", "pt");
        person.request().header("Accept-Language", "fr").get(HELLO).then().header("Content-Language", "fr");
        person.request().header("Accept-Language", "ja").get(HELLO).then().header("Content-Language", "en");
        person.request().header("Accept-Language", "").get(HELLO).then().header("Content-Language", "pt");
    }

    /** Also where it fails before anything is known of it but who sent it. */
    @Test
    void theUsersOwnLocaleIsSpokenInEveryProblem() {
        Person person = Person.signUp();
        person.patch("/api/v1/me", "{'locale': 'de-CH'}").statusCode(200);
        person.get("/api/v1/nowhere").statusCode(404).header("Content-Language", "de");
        person.delete("/api/v1/goals").statusCode(405).header("Content-Language", "de");
        person.request()
                .accept("image/png")
                .get("/api/v1/me")
                .then()
                .statusCode(406)
                .header("Content-Language", "de");
        raw(person.request(), "text/plain", new byte[1])
                .post("/api/v1/goals")
                .then()
                .statusCode(415)
                .header("Content-Language", "de");
        raw(person.request(), "application/json", new byte[1])
                .post("/api/v1/goals")
                .then()
                .statusCode(400)
                .header("Content-Language", "de");
    }

    @Test
    void aLocaleThatIsNotSpokenIsAnsweredInEnglish() {
        Person person = Person.signUp();
        person.patch("/api/v1/me", "{'locale': 'ja-JP-u-ca-japanese'}").statusCode(200);
        person.get("/api/v1/goals/1").statusCode(404).header("Content-Language", "en");
    }

    @Test
    void aBadTokenDoesNotKeepAnybodyFromBeingGreeted() {
        api().header("Authorization", "Bearer nonsense")
                .get(HELLO)
                .then()
                .statusCode(200)
                .header("Content-Language", "en");
    }
}
