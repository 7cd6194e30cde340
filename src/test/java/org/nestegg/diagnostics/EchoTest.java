package org.nestegg.diagnostics;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

@QuarkusTest
class EchoTest extends ApiTest {

    private static final String ECHO = "/api/v1/diagnostics/echo";

    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void everyMethodIsSaidBack(String method) {
        person.request()
                .header("X-Forwarded-For", "192.0.2.1", "192.0.2.2")
                .request(method, ECHO + "?a=1&b=x&b=y&empty=")
                .then()
                .statusCode(200)
                .body("method", equalTo(method))
                .body("path", equalTo(ECHO))
                .body("query.a", equalTo("1"))
                .body("query.b", contains("x", "y"))
                .body("query.empty", equalTo(""))
                .body("headers.x-forwarded-for", equalTo("192.0.2.1, 192.0.2.2"));
    }

    @Test
    void credentialsAreMasked() {
        String answer = person.request()
                .header("Cookie", "secret=1")
                .header("X-Api-Key", "secret")
                .get(ECHO)
                .then()
                .statusCode(200)
                .body("headers.authorization", equalTo("***"))
                .body("body", nullValue())
                .extract()
                .asString();
        assertTrue(!answer.contains(person.accessToken) && !answer.contains("secret"), answer);
    }

    @Test
    void jsonComesBackAsJson() {
        String answer = json(person.request(), "{'amount': 1.10, 'list': [null, true]}")
                .post(ECHO)
                .then()
                .statusCode(200)
                .body("contentType", containsString("application/json"))
                .body("body.list", contains(null, true))
                .extract()
                .asString();
        assertTrue(answer.contains("\"amount\": 1.10"), answer);
        raw("application/vnd.api+json", "[1]".getBytes(StandardCharsets.UTF_8))
                .post(ECHO)
                .then()
                .body("body", contains(java.math.BigDecimal.ONE.intValueExact()));
    }

    @Test
    void textComesBackAsText() {
        raw("text/plain; charset=utf-8", "ñ🥚".getBytes(StandardCharsets.UTF_8))
                .post(ECHO)
                .then()
                .body("body", equalTo("ñ🥚"));
        raw("text/plain; charset=iso-8859-1", "ñ".getBytes(StandardCharsets.ISO_8859_1))
                .post(ECHO)
                .then()
                .body("body", equalTo("ñ"));
        raw("application/xml", "<a/>".getBytes(StandardCharsets.UTF_8))
                .put(ECHO)
                .then()
                .body("body", equalTo("<a/>"));
        raw("application/json", "{not json".getBytes(StandardCharsets.UTF_8))
                .post(ECHO)
                .then()
                .body("body", equalTo("{not json"));
    }

    @Test
    void anythingElseComesBackInBase64() {
        byte[] bytes = {0, (byte) 0xff, 1, 2};
        String base64 = Base64.getEncoder().encodeToString(bytes);
        raw("image/png", bytes).post(ECHO).then().statusCode(200).body("body", equalTo(base64));
        raw("text/plain", bytes).post(ECHO).then().body("body", equalTo(base64));
        raw("text/plain; charset=nonsense", bytes).post(ECHO).then().body("body", equalTo(base64));
    }

    @Test
    void theEchoIsForTheSignedInOnly() {
        api().get(ECHO).then().statusCode(401).body("body", not("x"));
    }

    private RequestSpecification raw(String contentType, byte[] body) {
        return raw(person.request(), contentType, body);
    }
}
