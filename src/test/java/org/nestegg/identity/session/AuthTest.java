package org.nestegg.identity.session;

import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

@QuarkusTest
class AuthTest extends ApiTest {

    private static final String REGISTER = "/api/v1/auth/register";
    private static final String LOGIN = "/api/v1/auth/login";
    private static final String REFRESH = "/api/v1/auth/refresh";
    private static final String LOGOUT = "/api/v1/auth/logout";
    private static final String ME = "/api/v1/me";

    @Test
    void aPersonSignsUpAndIsSignedIn() {
        String email = "luis-" + UUID.randomUUID() + "@example.com";
        json("{'email': ' %s ', 'password': 'a walk by the river', 'name': 'Luis', 'currency': 'JPY', 'locale': 'pt-BR'}"
                        .formatted(email))
                .post(REGISTER)
                .then()
                .statusCode(201)
                .header("Location", ME)
                .header("Cache-Control", "no-store")
                .body("user.email", equalTo(email))
                .body("user.name", equalTo("Luis"))
                .body("user.currency", equalTo("JPY"))
                .body("user.locale", equalTo("pt-BR"))
                .body("user.role", equalTo("user"))
                .body("user.id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"))
                .body("user.createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z"))
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", is(900))
                .body("accessToken", not(blankOrNullString()))
                .body("refreshToken", not(blankOrNullString()));
    }

    @Test
    void currencyAndLocaleHaveDefaults() {
        json("{'email': '%s@example.com', 'password': 'a walk by the river'}".formatted(UUID.randomUUID()))
                .post(REGISTER)
                .then()
                .statusCode(201)
                .body("user.currency", equalTo("EUR"))
                .body("user.locale", equalTo("en"))
                .body("user.name", equalTo(null));
    }

    @Test
    void anAddressIsTakenWithoutCase() {
        Person person = Person.signUp();
        json("{'email': '%s', 'password': 'a walk by the river'}".formatted(person.email.toUpperCase()))
                .post(REGISTER)
                .then()
                .statusCode(409)
                .body("code", equalTo("email-taken"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\u200Bb@example.com",
                "\\u202Emoc.elpmaxe@a",
                "a\\u202Eb@example.com",
                "a\\u2066b\\u2069@example.com",
                "a\\u00A0b@example.com",
                "a\\u3164@example.com",
                "a\\uFE0F@example.com",
                "a@exam\\u00ADple.com",
                "a b@example.com"
            })
    void anAddressHasNothingThatIsNotSeen(String email) {
        json("{'email': '%s', 'password': 'a walk by the river'}".formatted(email))
                .post(REGISTER)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/email")))
                .body("errors.code", equalTo(List.of("invalid-email")));
    }

    @Test
    void anAddressMayHaveOtherLetters() {
        json("{'email': 'josé+%s@exämple.com', 'password': 'a walk by the river'}".formatted(UUID.randomUUID()))
                .post(REGISTER)
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eyJhbGciOi | does not carry a token",
                "Digest x | does not carry a token",
                "Bearer | does not carry a token",
                "Basic bHVpc0BleGFtcGxlLmNvbTpzZWNyZXQ= | the user name is the token",
                "Basic bHVpc0BleGFtcGxlLmNvbTo= | the user name is the token",
                "Basic %%% | the user name is the token",
                "Bearer x | malformed, expired or revoked"
            })
    void whoeverSendsOtherCredentialsIsToldWhichAreWanted(String header, String detail) {
        api().header("Authorization", header)
                .get(ME)
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid-token"))
                .body("detail", containsString(detail));
    }

    @Test
    void ofManyWhoRegisterOneAddressAtOnceOneSucceeds() {
        String body = "{'email': '%s@example.com', 'password': 'a walk by the river'}".formatted(UUID.randomUUID());
        List<Integer> answers = Race.of(8, i -> json(body).post(REGISTER).statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(7, answers.stream().filter(status -> status == 409).count(), answers.toString());
    }

    @Test
    void signingInStartsAnotherSession() {
        Person person = Person.signUp();
        json("{'email': '%s', 'password': '%s'}".formatted(person.email.toUpperCase(), Person.PASSWORD))
                .post(LOGIN)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("user.id", equalTo(person.id))
                .body("user.email", equalToIgnoringCase(person.email));
    }

    @Test
    void unknownAddressAndWrongPasswordLookTheSame() {
        Person person = Person.signUp();
        Response wrong = json("{'email': '%s', 'password': 'not the password'}".formatted(person.email))
                .post(LOGIN);
        Response unknown = json("{'email': 'nobody@example.com', 'password': 'not the password'}")
                .post(LOGIN);
        for (Response answer : List.of(wrong, unknown)) {
            answer.then().statusCode(401).body("code", equalTo("bad-credentials"));
        }
        assertEquals(wrong.path("detail").toString(), unknown.path("detail"));
    }

    @Test
    void passwordsAreNotTrimmedAndMayBeAnyText() {
        String email = UUID.randomUUID() + "@example.com";
        String password = "  contraseña 🔑 ";
        json("{'email': '%s', 'password': '%s'}".formatted(email, password))
                .post(REGISTER)
                .then()
                .statusCode(201);
        json("{'email': '%s', 'password': '%s'}".formatted(email, password))
                .post(LOGIN)
                .then()
                .statusCode(200);
        json("{'email': '%s', 'password': '%s'}".formatted(email, password.strip()))
                .post(LOGIN)
                .then()
                .statusCode(401);
    }

    @Test
    void signingOutEndsAllTokensOfThisSessionOnly() {
        Person here = Person.signUp();
        Person elsewhere = here.signInAgain();
        String refreshed = json("{'refreshToken': '%s'}".formatted(here.refreshToken))
                .post(REFRESH)
                .then()
                .statusCode(200)
                .extract()
                .path("refreshToken");

        here.request().post(LOGOUT).then().statusCode(204);

        here.get(ME).statusCode(401).body("code", equalTo("invalid-token"));
        json("{'refreshToken': '%s'}".formatted(refreshed)).post(REFRESH).then().statusCode(401);
        here.request().post(LOGOUT).then().statusCode(401);
        elsewhere.get(ME).statusCode(200);
    }

    @Test
    void signingOutWinsOverARefreshAtTheSameTime() {
        for (int round = 0; round < 6; round++) {
            Person person = Person.signUp();
            String body = "{'refreshToken': '%s'}".formatted(person.refreshToken);
            List<Integer> answers = Race.of(
                    2,
                    i -> i == 0
                            ? json(body).post(REFRESH).statusCode()
                            : person.request().post(LOGOUT).statusCode());
            assertTrue(List.of(200, 401).contains(answers.getFirst()), answers.toString());
            assertEquals(204, answers.getLast());
            person.get(ME).statusCode(401);
        }
    }

    @Test
    void bothChallengesAreOffered() {
        List<String> challenges =
                api().get(ME).then().statusCode(401).extract().headers().getValues("WWW-Authenticate");
        assertEquals(List.of("Bearer realm=\"nestegg\"", "Basic realm=\"nestegg\", charset=\"UTF-8\""), challenges);
        assertEquals(
                "Bearer realm=\"nestegg\", error=\"invalid_token\"",
                api().header("Authorization", "Bearer x")
                        .get(ME)
                        .headers()
                        .getValues("WWW-Authenticate")
                        .getFirst());
    }

    @Test
    void curlMaySendTheTokenAsUserName() {
        Person person = Person.signUp();
        api().auth().preemptive().basic(person.accessToken, "").get(ME).then().statusCode(200);
        api().auth().preemptive().basic(person.accessToken, "x").get(ME).then().statusCode(401);
        api().auth()
                .preemptive()
                .basic(person.email, Person.PASSWORD)
                .get(ME)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer a.b.c",
                "Basic",
                "Basic %%%",
                "Basic eDo=",
                "Digest x",
                "x"
            })
    void anAuthorizationThatMakesNoSenseIsRefused(String header) {
        api().header("Authorization", header).get(ME).then().statusCode(401).body("code", equalTo("invalid-token"));
    }

    @Test
    void aStaleTokenDoesNotBreakWhatIsOpenToAll() {
        Person person = Person.signUp();
        json(
                        api().header("Authorization", "Bearer stale"),
                        "{'email': '%s', 'password': '%s'}".formatted(person.email, Person.PASSWORD))
                .post(LOGIN)
                .then()
                .statusCode(200);
        api().header("Authorization", "Bearer stale").get("/api/v1").then().statusCode(200);
    }

    @Test
    void everyFaultOfARegistrationIsNamedAtOnce() {
        json("{'email': 'nobody', 'password': 'short', 'name': '', 'currency': 'eur', 'locale': '!', 'role': 'admin'}")
                .post(REGISTER)
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-input"))
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        containsInAnyOrder(
                                "/email invalid-email",
                                "/password too-short",
                                "/name too-short",
                                "/currency unknown-currency",
                                "/locale invalid-locale",
                                "/role unknown-field"));
        json("{}")
                .post(REGISTER)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/email", "/password"))
                .body("errors.code", hasItems("required"));
    }

    @ParameterizedTest
    @CsvSource({
        "password1234, common-password",
        "PASSWORD1234, common-password",
        "1234567890, common-password",
        "aaaaaaaaaaaa, common-password",
        "ninechars, too-short",
        "🔑🔑🔑🔑🔑🔑🔑🔑🔑, too-short",
        "'with\\u0000nul in it', control-character"
    })
    void aBadPasswordIsRefused(String password, String code) {
        json("{'email': 'x@example.com', 'password': '%s'}".formatted(password))
                .post(REGISTER)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/password"))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void aPasswordHasAtMost200Characters() {
        String longest = "x1".repeat(100);
        json("{'email': '%s@example.com', 'password': '%s'}".formatted(UUID.randomUUID(), longest))
                .post(REGISTER)
                .then()
                .statusCode(201);
        json("{'email': '%s@example.com', 'password': '%sy'}".formatted(UUID.randomUUID(), longest))
                .post(REGISTER)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("too-long"));
    }

    /** More than there are connections: who signs in must not hold one while waiting for another. */
    @Test
    void manyMaySignInAtOnce() {
        Person person = Person.signUp();
        List<Integer> answers = Race.of(
                24,
                i -> json("{'email': '%s', 'password': '%s'}".formatted(person.email, Person.PASSWORD))
                        .post(LOGIN)
                        .statusCode());
        assertTrue(answers.stream().allMatch(status -> status == 200), answers.toString());
    }

    @Test
    void aSignInStormStarvesNobody() {
        Person person = Person.signUp();
        String wrong = "{'email': '%s', 'password': 'not the password'}".formatted(person.email);
        List<Integer> answers = Race.of(
                40,
                i -> i % 4 == 0
                        ? person.request().get(ME).statusCode()
                        : json(wrong).post(LOGIN).statusCode());
        assertTrue(answers.stream().allMatch(status -> status == 200 || status == 401), answers.toString());
        assertEquals(10, answers.stream().filter(status -> status == 200).count());
    }

    /** Between scheme and token there may be several (RFC 9110, section 11.4). */
    @Test
    void spacesBeforeTheTokenDoNotMatter() {
        Person person = Person.signUp();
        for (String scheme : List.of("Bearer ", "bearer ", "Bearer   ")) {
            api().header("Authorization", scheme + person.accessToken)
                    .get("/api/v1/me")
                    .then()
                    .statusCode(200);
        }
    }
}
