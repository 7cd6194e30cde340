package org.nestegg.identity.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.platform.security.KnownCallers;
import org.nestegg.platform.security.SignedIn;
import org.nestegg.platform.security.TokenConfig;
import org.nestegg.platform.security.TokenKeys;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Await;
import org.nestegg.support.Person;
import org.nestegg.support.Sql;

/** Whoever keeps asking stays known as long as everything is as it was. */
@QuarkusTest
class SessionRenewalTest extends ApiTest {

    @Inject
    SessionRenewal renewal;

    @Inject
    KnownCallers callers;

    @Inject
    TokenKeys keys;

    @Inject
    TokenConfig config;

    @Inject
    AgroalDataSource database;

    /** Many times as long as from one lookup, and without another request; a machine that stands still is given another try. */
    @Test
    void whoKeepsAskingStaysKnown() {
        Person person = Person.signUp();
        Await.until("known for long", () -> {
            person.get("/api/v1/transactions?limit=1").statusCode(200);
            long start = System.nanoTime();
            while (System.nanoTime() - start < Duration.ofMillis(500).toNanos()) {
                if (callers.find(person.accessToken).isEmpty()) {
                    return false;
                }
                Thread.sleep(1);
            }
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from session where user_id = '%s'",
                "update session set expires_at = now() - interval '1 second' where user_id = '%s'",
                "update users set disabled = true where id = '%s'",
                "update users set erased_at = now() where id = '%s'",
                "update users set currency = 'CHF' where id = '%s'",
                "update users set locale = 'de' where id = '%s'",
                "update users set time_zone = 'Asia/Tokyo' where id = '%s'",
                "update users set role = 'admin' where id = '%s'",
                "insert into agenda (user_id, subject, due_on) values ('%s', gen_random_uuid(), '2999-01-01')"
            })
    void whoeverHasChangedIsNoneOfThem(String change) throws SQLException {
        SecurityIdentity one = caller(Person.signUp());
        SecurityIdentity changed = caller(Person.signUp());
        SecurityIdentity other = caller(Person.signUp());
        assertEquals(List.of(one, changed, other), renewal.unchanged(List.of(one, changed, other)));

        Sql sql = new Sql(database);
        sql.execute(change.formatted(SignedIn.of(changed).id()));
        try {
            assertEquals(List.of(one, other), renewal.unchanged(List.of(one, changed, other)));
        } finally {
            // Where there are two administrators, one of them may go: no other test is to find that.
            sql.execute("update users set role = 'user' where id = '%s'"
                    .formatted(SignedIn.of(changed).id()));
        }
    }

    @Test
    void whoseTokenIsNoneOfOursAnyMoreIsNoneOfThem() throws SQLException {
        Person person = Person.signUp();
        int signature = person.accessToken.lastIndexOf('.') + 1;
        String forged = person.accessToken.substring(0, signature)
                + new StringBuilder(person.accessToken.substring(signature)).reverse();
        SecurityIdentity one = caller(person, person.accessToken);
        SecurityIdentity other = caller(person, forged);
        assertEquals(List.of(one), renewal.unchanged(List.of(one, other)));
        assertEquals(List.of(), renewal.unchanged(List.of(other)));
    }

    /** Its leeway is 30 seconds, of which it has one or two left. */
    @Test
    void whoKeepsAskingIsNotKnownForLongerThanTheTokenIsGood() throws SQLException {
        Person person = Person.signUp();
        Instant end = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
        String token = Jwt.issuer(config.issuer())
                .audience(config.audience())
                .subject(person.id)
                .issuedAt(end.minusSeconds(900))
                .expiresAt(end.minusSeconds(30))
                .claim(AccessTokens.SESSION, session(person).toString())
                .jws()
                .type(AccessTokens.TYPE)
                .keyId(keys.signing().id())
                .algorithm(SignatureAlgorithm.fromAlgorithm(keys.signing().algorithm()))
                .sign(keys.signing().privateKey());
        Instant lastLetIn = Instant.MIN;
        for (Instant start = Instant.now(); isLetIn(token); start = Instant.now()) {
            lastLetIn = start;
            assertTrue(start.isBefore(end.plusMillis(1_100)), "let in after the end");
        }
        assertTrue(lastLetIn.isAfter(Instant.MIN), "never let in");
    }

    private static boolean isLetIn(String token) {
        return api().header("Authorization", "Bearer " + token)
                        .get("/api/v1/transactions?limit=1")
                        .statusCode()
                == 200;
    }

    private SecurityIdentity caller(Person person) throws SQLException {
        return caller(person, person.accessToken);
    }

    /** As a lookup of their own finds them. */
    private SecurityIdentity caller(Person person, String token) throws SQLException {
        Session.Living living =
                Session.living(UUID.fromString(person.id), session(person)).orElseThrow();
        SignedIn signedIn = living.signedIn();
        SessionPrincipal principal = new SessionPrincipal(
                new DefaultJWTCallerPrincipal(token, AccessTokens.TYPE, new JwtClaims()), signedIn.locale());
        return signedIn.identity(principal, living.role()).build();
    }

    private UUID session(Person person) throws SQLException {
        return UUID.fromString(
                new Sql(database).text("select id::text from session where user_id = '%s'".formatted(person.id)));
    }
}
