package org.nestegg.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.nestegg.support.Wire.Answer;

/** Somebody who has signed up for a test. Quotes in bodies may be written as apostrophes. */
public final class Person extends ApiTest {

    public static final String PASSWORD = "correct horse battery";

    /** The first admin, as the service under test is configured. */
    public static final String ADMIN = "admin@example.com";

    public static final String ADMIN_PASSWORD = "the keeper of all keys";

    /** Paths that are sent as they are; in others REST Assured encodes what has to be. */
    private static final Pattern PLAIN = Pattern.compile("[\\w/?&=.~,:-]*");

    public final String email;
    public final String id;
    public String accessToken;
    public String refreshToken;

    private Person(String email, JsonNode answer) {
        this.email = email;
        id = answer.at("/user/id").asText();
        accessToken = answer.path("accessToken").asText();
        refreshToken = answer.path("refreshToken").asText();
    }

    /** A new user, whose own currency is the euro. */
    public static Person signUp() {
        return signUp("EUR");
    }

    public static Person signUp(String currency) {
        String email = "person-" + UUID.randomUUID() + "@example.com";
        Answer answer = send(
                "POST",
                "/api/v1/auth/register",
                Map.of(),
                "{'email': '%s', 'password': '%s', 'currency': '%s'}".formatted(email, PASSWORD, currency));
        assertEquals(201, answer.status(), answer.body());
        return new Person(email, answer.json());
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
        Answer answer = send(
                "POST", "/api/v1/auth/login", Map.of(), "{'email': '%s', 'password': '%s'}".formatted(email, password));
        assertEquals(200, answer.status(), answer.body());
        return new Person(email, answer.json());
    }

    /** What every test does, and some of them very often, is sent without detours. */
    private static Answer send(String method, String path, Map<String, String> headers, String body) {
        return Wire.send(method, path, headers, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    public RequestSpecification request() {
        return api().headers(authorization());
    }

    public ValidatableResponse get(String path, Object... parameters) {
        return parameters.length == 0
                ? ask("GET", path, "", "")
                : request().get(path, parameters).then();
    }

    public ValidatableResponse post(String path, String body) {
        return ask("POST", path, "application/json", body);
    }

    public ValidatableResponse put(String path, String body) {
        return ask("PUT", path, "application/json", body);
    }

    public ValidatableResponse patch(String path, String body) {
        return ask("PATCH", path, "application/merge-patch+json", body);
    }

    public ValidatableResponse delete(String path) {
        return ask("DELETE", path, "", "");
    }

    /** @param type none for a request without a body */
    private ValidatableResponse ask(String method, String path, String type, String body) {
        if (PLAIN.matcher(path).matches()) {
            Map<String, String> headers = new HashMap<>(authorization());
            if (!type.isEmpty()) {
                headers.put("Content-Type", type);
            }
            return send(method, path, headers, body).then();
        }
        RequestSpecification request =
                type.isEmpty() ? request() : json(request(), body).contentType(type);
        return request.request(method, path).then();
    }

    /** The header of each request. */
    public Map<String, String> authorization() {
        return Wire.bearer(accessToken);
    }

    /** Makes something and returns its path. */
    public String create(String path, String body) {
        return made(path, body).header("Location").getFirst();
    }

    /** Makes something. */
    Answer made(String path, String body) {
        Answer answer = send("POST", path, authorization(), body);
        assertEquals(201, answer.status(), answer.body());
        return answer;
    }

    /** Records a transaction and returns its path. */
    public String record(String type, String description, String amount, String more) {
        return create(
                "/api/v1/transactions",
                "{'type': '%s', 'description': '%s', 'amount': '%s'%s}"
                        .formatted(type, description, amount, more.isEmpty() ? "" : ", " + more));
    }
}
