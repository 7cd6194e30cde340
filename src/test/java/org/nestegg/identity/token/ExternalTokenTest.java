package org.nestegg.identity.token;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Guarded;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

@QuarkusTest
@TestProfile(Guarded.class)
class ExternalTokenTest extends ApiTest {

    private static final String ME = "/api/v1/me";

    private static RequestSpecification as(JwtClaims claims, String type) {
        return api().header("Authorization", "Bearer " + Guarded.sign(claims, type));
    }

    private static String subject() {
        return UUID.randomUUID().toString();
    }

    @Test
    void theUserIsMadeAtTheFirstRequestAndFoundAgain() {
        String subject = subject();
        JwtClaims claims = Guarded.claims(subject);
        claims.setClaim("email", subject + "@example.com");
        claims.setClaim("email_verified", true);
        claims.setClaim("name", "Luis");
        String id = as(claims, "JWT")
                .get(ME)
                .then()
                .statusCode(200)
                .body("email", equalTo(subject + "@example.com"))
                .body("name", equalTo("Luis"))
                .body("role", equalTo("user"))
                .extract()
                .path("id");
        for (String type : List.of("at+jwt", "JWT", "anything")) {
            as(Guarded.claims(subject), type).get(ME).then().statusCode(200).body("id", equalTo(id));
        }
        json(as(claims, "JWT"), "{'description': 'Pizza', 'amount': 1}")
                .post("/api/v1/expenses")
                .then()
                .statusCode(201);
        assertNotEquals(id, as(Guarded.claims(subject()), "JWT").get(ME).path("id"));
    }

    @Test
    void ofManyFirstRequestsOneMakesTheUser() {
        String subject = subject();
        List<String> ids =
                Race.of(8, i -> as(Guarded.claims(subject), "JWT").get(ME).path("id"));
        assertEquals(1, ids.stream().distinct().count(), ids.toString());
    }

    /** Whoever controls an issuer's address claim must not get into somebody else's account. */
    @Test
    void anAddressDoesNotLinkAccounts() {
        Person person = Person.signUp();
        JwtClaims claims = Guarded.claims(subject());
        claims.setClaim("email", person.email);
        claims.setClaim("email_verified", true);
        String id = as(claims, "JWT")
                .get(ME)
                .then()
                .statusCode(200)
                .body("email", nullValue())
                .extract()
                .path("id");
        assertNotEquals(person.id, id);
        JwtClaims unverified = Guarded.claims(subject());
        unverified.setClaim("email", subject() + "@example.com");
        as(unverified, "JWT").get(ME).then().statusCode(200).body("email", nullValue());
    }

    @Test
    void aTokenThatIsNotForUsIsRefused() {
        List<Consumer<JwtClaims>> faults = List.of(
                claims -> claims.setIssuer("https://evil.example.com"),
                claims -> claims.setIssuer("nestegg"),
                claims -> claims.setAudience("nestegg"),
                claims -> claims.unsetClaim("aud"),
                claims -> claims.unsetClaim("sub"),
                claims -> claims.unsetClaim("exp"),
                claims -> claims.setExpirationTime(
                        NumericDate.fromSeconds(NumericDate.now().getValue() - 31)),
                claims -> claims.setNotBefore(
                        NumericDate.fromSeconds(NumericDate.now().getValue() + 60)));
        for (Consumer<JwtClaims> fault : faults) {
            JwtClaims claims = Guarded.claims(subject());
            fault.accept(claims);
            as(claims, "JWT").get(ME).then().statusCode(401);
        }
        JwtClaims justOver = Guarded.claims(subject());
        justOver.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 20));
        as(justOver, "JWT").get(ME).then().statusCode(200);
    }

    @Test
    void whoSignsInElsewhereHasNoPasswordAndNoSessionHere() {
        JwtClaims claims = Guarded.claims(subject());
        json(as(claims, "JWT"), "{'currentPassword': 'whatever it is', 'newPassword': 'two walks by the sea'}")
                .put(ME + "/password")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("wrong-password"));
        as(claims, "JWT").get(ME + "/sessions").then().body("items.size()", equalTo(0));
        json(as(claims, "JWT"), "{'name': 'Script', 'scope': 'read'}")
                .post(ME + "/tokens")
                .then()
                .statusCode(201);
        as(claims, "JWT").delete(ME).then().statusCode(204);
    }
}
