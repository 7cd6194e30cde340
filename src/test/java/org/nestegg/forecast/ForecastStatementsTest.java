package org.nestegg.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** However much is imagined: it is read by as many statements as one. */
@QuarkusTest
class ForecastStatementsTest extends ApiTest {

    private static final String SCHEDULE =
            "'start': '%s', 'recurrence': 'FREQ=DAILY', 'transaction': {'type': 'expense',"
                    + " 'description': 'x', 'amount': 1, 'accountId': '%s'}";

    @Inject
    SessionFactory sessions;

    @Test
    void statementsDoNotGrow() {
        Person person = Person.signUp();
        List<String> accounts = IntStream.range(0, 3)
                .mapToObj(i -> person.post("/api/v1/accounts", "{'name': 'A%d'}".formatted(i))
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();
        LocalDate start = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        List<String> schedules = IntStream.range(0, 10)
                .mapToObj(i -> person.post(
                                "/api/v1/schedules", "{" + SCHEDULE.formatted(start, accounts.get(i % 3)) + "}")
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();
        List<String> changes = schedules.stream()
                .map(id -> "{'id': '%s', 'transaction': {'amount': 2}}".formatted(id))
                .toList();
        List<String> added = IntStream.range(0, 10)
                .mapToObj(i -> "{" + SCHEDULE.formatted(start, accounts.get(i % 3)) + "}")
                .toList();
        assertEquals(count(person, changes.subList(0, 1), added.subList(0, 1)), count(person, changes, added));
        assertEquals(count(person, List.of(), added), count(person, changes, Collections.nCopies(100, added.get(0))));
    }

    /** Those of entities; of what is read past them, see RoundTripIT. */
    private long count(Person person, List<String> changes, List<String> added) {
        sessions.getStatistics().clear();
        person.post(
                        "/api/v1/forecast",
                        "{'change': {'schedules': %s}, 'with': {'schedules': %s}}".formatted(changes, added))
                .statusCode(200);
        return sessions.getStatistics().getPrepareStatementCount();
    }
}
