package org.nestegg.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Sql;

/** However much there is: it is read by as many statements as little. */
@QuarkusTest
class OverviewStatementsTest extends ApiTest {

    private static final String OVERVIEW = "/api/v1/overview";

    @Inject
    SessionFactory sessions;

    @Inject
    AgroalDataSource database;

    @Test
    void statementsDoNotGrow() {
        Person person = Person.signUp();
        person.create("/api/v1/goals", "{'name': 'A goal'}");
        person.create("/api/v1/budgets", "{'name': 'A budget', 'amount': 1}");
        Person plenty = new Plenty("EUR", 5).person;
        assertEquals(count(person, ""), count(plenty, ""));
        assertEquals(count(person, "?interval=day"), count(plenty, "?interval=day&from=2025-01-01"));
    }

    /** Those of entities; of what is read past them, see RoundTripIT. */
    private long count(Person person, String query) {
        sessions.getStatistics().clear();
        person.get(OVERVIEW + query).statusCode(200);
        return sessions.getStatistics().getPrepareStatementCount();
    }

    /** Somebody whose sums are not whole yet sees the same. */
    @Test
    void sumsThatAreNotWholeAreNotRead() throws SQLException {
        Person person = new Plenty("USD", 6).person;
        String shown = person.get(OVERVIEW).extract().asString();
        Sql sql = new Sql(database);
        String head = "update feed_head set summed = %s where user_id = '" + person.id + "';"
                + " update transaction_month set amount = amount %s 1 where user_id = '" + person.id + "'";
        sql.execute(head.formatted("false", "+"));
        assertEquals(shown, person.get(OVERVIEW).extract().asString());
        sql.execute(head.formatted("true", "-"));
    }
}
