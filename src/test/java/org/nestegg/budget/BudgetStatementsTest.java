package org.nestegg.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** However many budgets there are, and however many periods they have: they are read by as many statements as one. */
@QuarkusTest
class BudgetStatementsTest extends ApiTest {

    private static final String BUDGETS = "/api/v1/budgets";

    @Inject
    SessionFactory sessions;

    @Test
    void statementsDoNotGrow() {
        Person person = Person.signUp();
        String one = make(person, 0);
        long ofOne = count(person, BUDGETS + "?limit=100");
        long ofPeriod = count(person, one + "/periods?from=2026-01-01&to=2026-01-01");
        for (int i = 1; i < 60; i++) {
            make(person, i);
        }
        assertEquals(ofOne, count(person, BUDGETS + "?limit=100"));
        assertEquals(ofPeriod, count(person, one + "/periods?from=2025-01-01&to=2026-03-31"));
    }

    private static String make(Person person, int i) {
        return person.create(
                BUDGETS,
                ("{'name': 'b%d', 'amount': 1, 'recurrence': 'FREQ=DAILY', 'start': '2025-01-01', 'rollover':"
                                + " 'unspent', 'categories': ['c%d']}")
                        .formatted(i, i));
    }

    /** Those of entities; of what is read past them, see RoundTripIT. */
    private long count(Person person, String path) {
        sessions.getStatistics().clear();
        person.get(path).statusCode(200);
        return sessions.getStatistics().getPrepareStatementCount();
    }
}
