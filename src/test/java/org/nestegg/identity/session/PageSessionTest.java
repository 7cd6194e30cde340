package org.nestegg.identity.session;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Visitor;

/** Signing in at the page, by a cookie that no script can read. */
@QuarkusTest
class PageSessionTest extends ApiTest {

    private static final String ME = "/api/v1/me";
    private static final String GOALS = "/api/v1/goals";
    private static final String SESSIONS = "/api/v1/me/sessions";
    private static final String SECRET =
            "(__Host-)?nestegg=[A-Za-z0-9_-]{64}; Path=/; Max-Age=2592000; (Secure; )?HttpOnly; SameSite=Strict";
    private static final String FORGET = "__Host-nestegg=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict";

    @Test
    void signingUpGivesACookieAndNoToken() {
        String email = "page-" + UUID.randomUUID() + "@example.com";
        json(
                        Visitor.page(),
                        "{'register': {'email': '%s', 'password': 'a walk by the river', 'name': 'Luis', 'locale': 'es'}}"
                                .formatted(email))
                .post(Visitor.SESSION)
                .then()
                .statusCode(201)
                .header("Location", ME)
                .header("Set-Cookie", matchesPattern(SECRET))
                .header("Cache-Control", "no-store")
                .header("Content-Encoding", nullValue())
                .header("ETag", notNullValue())
                .body("email", equalTo(email))
                .body("name", equalTo("Luis"))
                .body("accessToken", nullValue())
                .body("refreshToken", nullValue());
    }

    @Test
    void signingInGivesACookieThatTheWholeApiTakes() {
        Person person = Person.signUp();
        Visitor.signIn(person.email, Person.PASSWORD)
                .then()
                .statusCode(200)
                .header("Set-Cookie", matchesPattern(SECRET))
                .header("Cache-Control", "no-store")
                .body("id", equalTo(person.id));
        Visitor visitor = Visitor.signIn(person.email);
        visitor.get(ME).statusCode(200).body("id", equalTo(person.id)).header("Set-Cookie", nullValue());
        String goal = visitor.post(GOALS, "{'name': 'A boat'}")
                .statusCode(201)
                .extract()
                .header("Location");
        person.get(goal).statusCode(200);
        visitor.delete(goal).statusCode(204);
        visitor.request().get("/api/v1/changes").then().statusCode(200).body("items[0].actor.type", equalTo("session"));
    }

    @Test
    void whoeverIsRefusedGetsNoCookie() {
        Person person = Person.signUp();
        Visitor.signIn(person.email, "not the password")
                .then()
                .statusCode(401)
                .body("code", equalTo("bad-credentials"))
                .header("Set-Cookie", nullValue());
        json(Visitor.page(), "{'register': {'email': '%s', 'password': 'a walk by the river'}}".formatted(person.email))
                .post(Visitor.SESSION)
                .then()
                .statusCode(409)
                .body("code", equalTo("email-taken"))
                .header("Set-Cookie", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /email required, /password required",
                "{'register': null} | /email required, /password required",
                "{'email': 'a@example.com'} | /password required",
                "{'email': 'a@example.com', 'register': {}} | /email unknown-field, /register/email required, /register/password required",
                "{'register': {'email': 'x', 'password': 'short'}} | /register/email invalid-email, /register/password too-short"
            })
    void oneSignsInOrUp(String body, String faults) {
        List<String> named = json(Visitor.page(), body)
                .post(Visitor.SESSION)
                .then()
                .statusCode(422)
                .extract()
                .path("errors.collect { it.pointer + ' ' + it.code }");
        assertEquals(faults, String.join(", ", named.stream().sorted().toList()));
    }

    @Test
    void whoIsSignedInIsSaid() {
        Visitor visitor = Visitor.signUp();
        visitor.get(Visitor.SESSION)
                .statusCode(200)
                .header("Set-Cookie", matchesPattern(SECRET))
                .header("Set-Cookie", containsString(visitor.secret))
                .header("Cache-Control", "no-store")
                .body("id", equalTo(visitor.id));
        Visitor.page().get(Visitor.SESSION).then().statusCode(401).body("code", equalTo("unauthenticated"));
        visitor.request().head(Visitor.SESSION).then().statusCode(200);
        Person.signUp().get(Visitor.SESSION).statusCode(200).header("Set-Cookie", nullValue());
    }

    /** Whoever has a copy of the cookie must not stay in when the password is changed because of that. */
    @Test
    void aNewPasswordIsANewCookie() {
        Visitor visitor = Visitor.signUp();
        Response answer = json(
                        visitor.request(),
                        "{'currentPassword': '%s', 'newPassword': 'a walk by the sea'}".formatted(Person.PASSWORD))
                .put("/api/v1/me/password");
        answer.then().statusCode(204).header("Set-Cookie", matchesPattern(SECRET));
        assertFalse(answer.header("Set-Cookie").contains(visitor.secret));
        visitor.get(ME).statusCode(401);
    }

    @Test
    void signingInAgainEndsTheSessionOfTheCookieThatIsReplaced() {
        Visitor visitor = Visitor.signUp();
        Response answer = json(
                        visitor.request(),
                        "{'email': '%s', 'password': '%s'}".formatted(visitor.email, Person.PASSWORD))
                .post(Visitor.SESSION);
        answer.then().statusCode(200).header("Set-Cookie", matchesPattern(SECRET));
        visitor.get(ME).statusCode(401);
        Visitor.signIn(visitor.email).get(SESSIONS).body("items", hasSize(2));
    }

    /** Who asks a moment after the cookie was good is not let in by what only looks like it. */
    @Test
    void aCookieIsNoUserName() {
        Visitor visitor = Visitor.signUp();
        visitor.get(ME).statusCode(200);
        api().header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                ("cookie\n" + visitor.secret + ":").getBytes(StandardCharsets.UTF_8)))
                .get(ME)
                .then()
                .statusCode(401);
    }

    /** The page asks who it is only where there is something to ask: browsers complain of what is refused. */
    @Test
    void thePageIsToldWhetherTheBrowserHasASession() {
        Visitor visitor = Visitor.signUp();
        RestAssured.given()
                .cookie(Visitor.COOKIE, visitor.secret)
                .get("/")
                .then()
                .header("Server-Timing", "session");
        RestAssured.given()
                .cookie(Visitor.COOKIE, visitor.secret)
                .header("Authorization", "Bearer x")
                .get("/")
                .then()
                .statusCode(200)
                .header("Server-Timing", "none");
        RestAssured.get("/").then().header("Server-Timing", "none").header("Vary", containsString("ookie"));
    }

    @Test
    void signingOutEndsTheSessionAndTheCookie() {
        Visitor here = Visitor.signUp();
        Visitor there = Visitor.signIn(here.email);
        here.delete(Visitor.SESSION)
                .statusCode(204)
                .header("Set-Cookie", FORGET)
                .header("Cache-Control", "no-store");
        here.get(ME).statusCode(401).body("code", equalTo("invalid-token"));
        here.delete(Visitor.SESSION).statusCode(401);
        there.post("/api/v1/auth/logout", "{}").statusCode(204).header("Set-Cookie", FORGET);
        there.get(Visitor.SESSION).statusCode(401);
        Visitor.signIn(here.email)
                .get("/api/v1/me/activity")
                .body("items.event", contains("signed-in", "signed-out", "signed-out", "signed-in", "registered"));
    }

    @Test
    void itIsASessionLikeAnyOther() {
        Visitor here = Visitor.signUp();
        Visitor there = Visitor.signIn(here.email);
        here.get(SESSIONS)
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.current", contains(false, true))
                .body("items[0].source", equalTo("127.0.0.1"));
        String other = here.get(SESSIONS).extract().path("items.find { !it.current }.id");
        here.delete(SESSIONS + "/" + other).statusCode(204);
        there.get(ME).statusCode(401);
        there = Visitor.signIn(here.email);
        json(
                        here.request(),
                        "{'currentPassword': '%s', 'newPassword': 'two walks by the sea'}".formatted(Person.PASSWORD))
                .put(ME + "/password")
                .then()
                .statusCode(204);
        there.get(ME).statusCode(401);
        Visitor last = Visitor.signUp();
        last.delete(SESSIONS).statusCode(204);
        last.get(ME).statusCode(401);
    }

    @Test
    void ofFiftySessionsTheOldestEnds() {
        Visitor first = Visitor.signUp();
        for (int i = 0; i < Session.MAX - 1; i++) {
            Visitor.signIn(first.email);
        }
        first.get(ME).statusCode(200);
        Visitor.signIn(first.email);
        first.get(ME).statusCode(401);
    }

    @Test
    void problemsSpeakTheLanguageOfWhoeverIsSignedIn() {
        Visitor visitor = Visitor.signUp();
        visitor.request()
                .contentType("application/merge-patch+json")
                .body("{\"locale\": \"es\"}")
                .patch(ME)
                .then()
                .statusCode(200);
        visitor.get(GOALS + "/" + UUID.randomUUID()).statusCode(404).header("Content-Language", "es");
    }

    @Test
    void aRequestIsDoneOnceForItsKey() {
        Visitor visitor = Visitor.signUp();
        for (String replayed : new String[] {null, "true"}) {
            json(visitor.request().header("Idempotency-Key", "one"), "{'name': 'A boat'}")
                    .post(GOALS)
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", replayed);
        }
    }

    @Test
    void theAccountCanBeDeleted() {
        Visitor visitor = Visitor.signUp();
        visitor.delete(ME).statusCode(204);
        visitor.get(ME).statusCode(401);
    }

    @Test
    void anAuthorizationWinsOverTheCookie() {
        Visitor visitor = Visitor.signUp();
        Person other = Person.signUp();
        visitor.request()
                .header("Authorization", "Bearer " + other.accessToken)
                .get(ME)
                .then()
                .statusCode(200)
                .body("id", equalTo(other.id));
        for (String bad : List.of("", "Bearer", "Bearer nonsense", "Basic eDo=", "x")) {
            visitor.get(ME).statusCode(200);
            visitor.request()
                    .header("Authorization", bad)
                    .get(ME)
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("invalid-token"));
        }
        // Nor is the cookie looked at of whoever is no page.
        visitor.bare()
                .header("Authorization", "Bearer " + other.accessToken)
                .delete(GOALS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void aCookieIsNoTokenAndATokenNoCookie() {
        Visitor visitor = Visitor.signUp();
        Person person = Person.signUp();
        visitor.get(ME).statusCode(200);
        person.get(ME).statusCode(200);
        for (String header : List.of("Bearer " + visitor.secret, "Bearer cookie\t" + visitor.secret)) {
            api().header("Authorization", header).get(ME).then().statusCode(401);
        }
        api().auth().preemptive().basic(visitor.secret, "").get(ME).then().statusCode(401);
        for (String token : List.of(person.accessToken, person.refreshToken, "", "x", "=;=", visitor.secret + "x")) {
            api().header("Cookie", Visitor.COOKIE + "=" + token).get(ME).then().statusCode(401);
        }
        json("{'refreshToken': '%s'}".formatted(visitor.secret))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);
    }

    @Test
    void whatChangesAnythingIsAskedByThePage() {
        Visitor visitor = Visitor.signUp();
        List<RequestSpecification> others = List.of(
                visitor.bare(),
                visitor.bare().header("Nestegg-Page", "1"),
                visitor.bare().header("Sec-Fetch-Site", "same-origin"),
                visitor.bare().header("Sec-Fetch-Site", "same-origin").header("Nestegg-Page", "true"),
                visitor.bare().header("Sec-Fetch-Site", "same-site").header("Nestegg-Page", "1"),
                visitor.bare().header("Sec-Fetch-Site", "cross-site").header("Nestegg-Page", "1"),
                visitor.bare().header("Sec-Fetch-Site", "none").header("Nestegg-Page", "1"),
                visitor.bare().header("Origin", "http://evil.example").header("Nestegg-Page", "1"),
                visitor.bare().header("Origin", "null").header("Nestegg-Page", "1"));
        visitor.get(ME).statusCode(200); // known from a moment ago makes no difference
        for (RequestSpecification other : others) {
            Response answer = json(other, "{'name': 'A boat'}").post(GOALS);
            answer.then().statusCode(403).body("code", equalTo("cross-site")).header("WWW-Authenticate", nullValue());
        }
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            json(visitor.bare(), "{'name': 'A boat'}")
                    .request(method, GOALS + "/" + UUID.randomUUID())
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("cross-site"));
        }
        visitor.get(GOALS).body("items", hasSize(0));
        visitor.bare().delete(Visitor.SESSION).then().statusCode(403);
        visitor.bare().get(ME).then().statusCode(200);
        visitor.bare().head(ME).then().statusCode(200);
        visitor.bare().options(GOALS).then().statusCode(204);
    }

    /** Before there is a cookie: else another site could have somebody record their money in an account that is not theirs. */
    @Test
    void onlyThePageSignsIn() {
        Person person = Person.signUp();
        String body = "{'email': '%s', 'password': '%s'}".formatted(person.email, Person.PASSWORD);
        for (RequestSpecification other : List.of(
                api(),
                api().header("Nestegg-Page", "1"),
                api().header("Sec-Fetch-Site", "same-origin"),
                api().header("Sec-Fetch-Site", "cross-site").header("Nestegg-Page", "1"),
                api().header("Origin", "https://evil.example").header("Nestegg-Page", "1"))) {
            json(other, body)
                    .post(Visitor.SESSION)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("cross-site"))
                    .header("Set-Cookie", nullValue());
        }
        person.get(SESSIONS).body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:%d, localhost:%d, 204",
        "http://LOCALHOST:%d, Localhost:%d, 204",
        "https://money.example, money.example, 204",
        "https://money.example, money.example:443, 204",
        "http://money.example, money.example:80, 204",
        "https://money.example:8443, money.example:8443, 204",
        "https://money.example, money.example:80, 403",
        "https://money.example:8443, money.example, 403",
        "http://money.example, money.example.evil.example, 403",
        "http://evil.example, money.example, 403",
        "ftp://money.example, money.example, 403",
        "http://user@money.example, money.example, 403",
        "http://money.example/, money.example, 403",
        "null, money.example, 403"
    })
    void aBrowserThatDoesNotSaySoHasTheRightOrigin(String origin, String host, int status) {
        Visitor visitor = Visitor.signUp();
        int port = RestAssured.port;
        assertEquals(
                status,
                api().cookie(Visitor.COOKIE, visitor.secret)
                        .header("Nestegg-Page", "1")
                        .header("Origin", origin.formatted(port))
                        .header("Host", host.formatted(port))
                        .delete(Visitor.SESSION)
                        .statusCode());
    }

    /** What is in front may not say that it speaks TLS: the browser does. */
    @Test
    void overTlsTheCookieIsForThisHostAlone() {
        Person person = Person.signUp();
        Response answer = json(
                        Visitor.page().header("Origin", "https://money.example"),
                        "{'email': '%s', 'password': '%s'}".formatted(person.email, Person.PASSWORD))
                .post(Visitor.SESSION);
        answer.then()
                .statusCode(200)
                .header(
                        "Set-Cookie",
                        matchesPattern(
                                "__Host-nestegg=[A-Za-z0-9_-]{64}; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Strict"));
        String secret = answer.getCookie(Visitor.COOKIE);
        Visitor.page()
                .cookie(Visitor.COOKIE, secret)
                .get(Visitor.SESSION)
                .then()
                .statusCode(200)
                .header("Set-Cookie", containsString("__Host-nestegg=" + secret))
                .header("Set-Cookie", containsString("; Secure"));
        // The name that anybody could have set says less, or nothing.
        Visitor.page()
                .header("Cookie", "nestegg=x; __Host-nestegg=" + secret)
                .get(ME)
                .then()
                .statusCode(200);
        Visitor.page()
                .header("Origin", "https://money.example")
                .cookie("nestegg", secret)
                .get(ME)
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    /** Whoever sees Basic in an answer to a script prompts for a name and a password. */
    @Test
    void noBrowserPrompts() {
        String bearer = "Bearer realm=\"nestegg\"";
        for (RequestSpecification script : List.of(
                Visitor.page(), api().header("Sec-Fetch-Mode", "same-origin"), api().header("Nestegg-Page", "1"))) {
            assertEquals(
                    List.of(bearer),
                    script.get(ME).then().statusCode(401).extract().headers().getValues("WWW-Authenticate"));
        }
        assertEquals(
                List.of("Bearer realm=\"nestegg\", error=\"invalid_token\""),
                Visitor.page().cookie(Visitor.COOKIE, "x").get(ME).headers().getValues("WWW-Authenticate"));
        for (RequestSpecification other : List.of(api(), api().header("Sec-Fetch-Mode", "navigate"))) {
            assertEquals(
                    2, other.get(ME).headers().getValues("WWW-Authenticate").size());
        }
    }

    @Test
    void theEchoShowsNoSecret() {
        Visitor visitor = Visitor.signUp();
        String echo = visitor.get("/api/v1/diagnostics/echo")
                .statusCode(200)
                .body("headers.cookie", equalTo("***"))
                .extract()
                .asString();
        assertFalse(echo.contains(visitor.secret));
        assertTrue(echo.contains("nestegg-page"));
    }
}
