package org.nestegg.identity.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.platform.security.KnownCallers;
import org.nestegg.platform.security.SignedIn;
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

        new Sql(database).execute(change.formatted(SignedIn.of(changed).id()));

        assertEquals(List.of(one, other), renewal.unchanged(List.of(one, changed, other)));
    }

    /** As a lookup of their own finds them. */
    private SecurityIdentity caller(Person person) throws SQLException {
        UUID owner = UUID.fromString(person.id);
        String session = new Sql(database).text("select id::text from session where user_id = '%s'".formatted(owner));
        Session.Living living = Session.living(owner, UUID.fromString(session)).orElseThrow();
        SignedIn signedIn = living.signedIn();
        return signedIn.identity(signedIn, living.role()).build();
    }
}
