package org.nestegg.support;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Somebody at the page for people: a browser that has a cookie, and says with each request where that comes from. */
public final class Visitor extends ApiTest {

    public static final String SESSION = "/app/session";

    /** As the service always takes it; on plain http, while it is developed, it gives it another name. */
    public static final String COOKIE = "__Host-nestegg";

    public final String email;
    public final String id;
    public final String secret;

    private Visitor(String email, Response answer) {
        this.email = email;
        id = answer.path("id");
        secret = answer.getHeader("Set-Cookie").replaceFirst("[^=]*=([^;]*);.*", "$1");
    }

    /** A new user, signed up at the page. */
    public static Visitor signUp() {
        String email = "visitor-" + UUID.randomUUID() + "@example.com";
        Response answer = json(
                        page(),
                        "{'register': {'email': '%s', 'password': '%s', 'currency': 'EUR'}}"
                                .formatted(email, Person.PASSWORD))
                .post(SESSION);
        answer.then().statusCode(201);
        return new Visitor(email, answer);
    }

    /** A known user, signed in at the page. */
    public static Visitor signIn(String email) {
        Response answer = signIn(email, Person.PASSWORD);
        answer.then().statusCode(200);
        return new Visitor(email, answer);
    }

    /** What signing in at the page is answered. */
    public static Response signIn(String email, String password) {
        return json(page(), "{'email': '%s', 'password': '%s'}".formatted(email, password))
                .post(SESSION);
    }

    /** A request of the page's script, by nobody. */
    public static RequestSpecification page() {
        return api().header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Mode", "cors")
                .header("Nestegg-Page", "1");
    }

    /** A request of the page's script. */
    public RequestSpecification request() {
        return page().cookie(COOKIE, secret);
    }

    /** A request that shows the cookie, and does not say where it comes from. */
    public RequestSpecification bare() {
        return api().cookie(COOKIE, secret);
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    public ValidatableResponse post(String path, String body) {
        return json(request(), body).post(path).then();
    }

    public ValidatableResponse delete(String path) {
        return request().delete(path).then();
    }
}
