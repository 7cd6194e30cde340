package org.nestegg.support;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Somebody who has signed up for a test. Quotes in bodies may be written as apostrophes. */
public final class Person extends ApiTest {

    public static final String PASSWORD = "correct horse battery";

    /** The first admin, as the service under test is configured. */
    public static final String ADMIN = "admin@example.com";

    public static final String ADMIN_PASSWORD = "the keeper of all keys";

    public final String email;
    public final String id;
    public String accessToken;
    public String refreshToken;

    private Person(String email, Response answer) {
        this.email = email;
        id = answer.path("user.id");
        accessToken = answer.path("accessToken");
        refreshToken = answer.path("refreshToken");
    }

    /** A new user, whose own currency is the euro. */
    public static Person signUp() {
        return signUp("EUR");
    }

    public static Person signUp(String currency) {
        String email = "person-" + UUID.randomUUID() + "@example.com";
        Response answer = json("{'email': '%s', 'password': '%s', 'currency': '%s'}"
                        .formatted(email, PASSWORD, currency))
                .post("/api/v1/auth/register");
        answer.then().statusCode(201);
        return new Person(email, answer);
    }

    /** Another session of the same user. */
    public Person signInAgain() {
        return signIn(email, PASSWORD);
    }

    /** The first admin, in a session of their own. */
    public static Person admin() {
        return signIn(ADMIN, ADMIN_PASSWORD);
    }

    private static Person signIn(String email, String password) {
        Response answer = json("{'email': '%s', 'password': '%s'}".formatted(email, password))
                .post("/api/v1/auth/login");
        answer.then().statusCode(200);
        return new Person(email, answer);
    }

    public RequestSpecification request() {
        return api().header("Authorization", "Bearer " + accessToken);
    }

    public ValidatableResponse get(String path, Object... parameters) {
        return request().get(path, parameters).then();
    }

    public ValidatableResponse post(String path, String body) {
        return json(request(), body).post(path).then();
    }

    public ValidatableResponse put(String path, String body) {
        return json(request(), body).put(path).then();
    }

    public ValidatableResponse patch(String path, String body) {
        return json(request(), body)
                .contentType("application/merge-patch+json")
                .patch(path)
                .then();
    }

    public ValidatableResponse delete(String path) {
        return request().delete(path).then();
    }

    /** Records a transaction and returns its path. */
    public String record(String type, String description, String amount, String more) {
        return post(
                        "/api/v1/transactions",
                        "{'type': '%s', 'description': '%s', 'amount': '%s'%s}"
                                .formatted(type, description, amount, more.isEmpty() ? "" : ", " + more))
                .statusCode(201)
                .extract()
                .header("Location");
    }
}
