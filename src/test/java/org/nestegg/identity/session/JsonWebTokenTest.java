package org.nestegg.identity.session;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** The platform's JWT: whoever builds on the service finds what its documentation promises. */
@QuarkusTest
class JsonWebTokenTest extends ApiTest {

    @Test
    void theTokenOfASessionCanBeInjected() {
        Person person = Person.signUp();
        RestAssured.given()
                .auth()
                .oauth2(person.accessToken)
                .get("/test/caller")
                .then()
                .statusCode(200)
                .body(startsWith(person.id + " nestegg "));
        RestAssured.given().get("/test/caller").then().statusCode(401);
        RestAssured.given()
                .auth()
                .oauth2(person.accessToken)
                .get("/test/caller/admin")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-allowed"));
        RestAssured.given()
                .auth()
                .oauth2(Person.admin().accessToken)
                .get("/test/caller/admin")
                .then()
                .statusCode(200);
    }

    @Test
    @TestSecurity(user = "somebody", roles = "admin")
    @JwtSecurity(claims = {@Claim(key = "iss", value = "a test"), @Claim(key = "sid", value = "a session")})
    void testsCanSayWhoIsCalling() {
        RestAssured.given().get("/test/caller").then().statusCode(200).body(equalTo("somebody a test a session"));
        RestAssured.given().get("/test/caller/admin").then().statusCode(200).body(equalTo("somebody"));
    }
}
