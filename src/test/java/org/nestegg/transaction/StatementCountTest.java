package org.nestegg.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** How many statements a request needs, whatever the size of what it reads or writes; of what is read past entities, see RoundTripIT. */
@QuarkusTest
class StatementCountTest extends ApiTest {

    private static final String BATCH = "/api/v1/transactions/batch";

    @Inject
    SessionFactory sessions;

    @Test
    void statementsDoNotGrowWithTheCategories() {
        Person person = Person.signUp();
        for (int i = 0; i < 60; i++) {
            person.record("expense", "t" + i, "1", "'category': 'c%d'".formatted(i));
            if (i == 0 || i == 59) {
                assertEquals(
                        1,
                        count(() -> person.get("/api/v1/categories?limit=100").statusCode(200)));
            }
        }
    }

    @Test
    void statementsOfABatchDoNotGrowWithIt() {
        Person person = Person.signUp();
        long few = countBatch(person, 2);
        assertEquals(few, countBatch(person, 166));
        // The change; the transactions concerned, and which of them are set aside; what is inserted, updated, deleted.
        assertEquals(6, few);
    }

    private long countBatch(Person person, int size) {
        String entries =
                String.join(",", Collections.nCopies(2 * size, "{'type': 'income', 'description': 'x', 'amount': 1}"));
        List<String> ids = person.post(BATCH, "{'create': [%s]}".formatted(entries))
                .statusCode(200)
                .extract()
                .path("create.id");
        String create =
                String.join(",", Collections.nCopies(size, "{'type': 'expense', 'description': 'y', 'amount': 2}"));
        String update = ids.subList(0, size).stream()
                .map(id -> "{'id': '%s', 'amount': 3}".formatted(id))
                .collect(Collectors.joining(","));
        String delete =
                ids.subList(size, 2 * size).stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        return count(() -> person.post(
                        BATCH, "{'create': [%s], 'update': [%s], 'delete': [%s]}".formatted(create, update, delete))
                .statusCode(200));
    }

    private long count(Runnable request) {
        sessions.getStatistics().clear();
        request.run();
        return sessions.getStatistics().getPrepareStatementCount();
    }
}
