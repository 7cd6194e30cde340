package org.nestegg.transaction.transfer;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** What left one account and reached another is proposed as a transfer. */
@QuarkusTest
class SuggestionTest extends ApiTest {

    private static final String SUGGESTIONS = "/api/v1/transfers/suggestions";

    private Person person;
    private String current;
    private String savings;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
        current = open("Current");
        savings = open("Savings");
    }

    private String open(String name) {
        return id(person.create("/api/v1/accounts", "{'name': '%s'}".formatted(name)));
    }

    private String record(String type, String account, String day, String amount, String text) {
        return id(person.record(type, text, amount, "'date': '%s', 'accountId': '%s'".formatted(day, account)));
    }

    @Test
    void aPairIsProposedAndLinked() {
        String out = record("expense", current, "2026-11-02", "200", "To my savings");
        String in = record("income", savings, "2026-11-04", "200", "From current to savings");
        record("income", savings, "2026-11-03", "201", "Another amount");
        record("income", current, "2026-11-02", "200", "The same account");
        person.get(SUGGESTIONS)
                .statusCode(200)
                .body("items.outId", contains(out))
                .body("items.inId", contains(in))
                .body("items[0].days", equalTo(2))
                .body("items[0].similarity", greaterThan(new BigDecimal("0.3")))
                .body("next", nullValue());
        person.create("/api/v1/transfers/link", "{'outId': '%s', 'inId': '%s'}".formatted(out, in));
        person.get(SUGGESTIONS).body("items", empty());
    }

    @Test
    void whatCannotBeLinkedIsNotProposed() {
        record("expense", current, "2026-11-02", "10", "Too long ago");
        record("income", savings, "2026-11-06", "10", "Too late");
        person.record("expense", "In no account", "20", "'date': '2026-11-02'");
        record("income", savings, "2026-11-02", "20", "x");
        record("expense", current, "2026-11-02", "30", "x");
        String aside = record("income", savings, "2026-11-02", "30", "Set aside");
        String goal = person.create("/api/v1/goals", "{'name': 'A goal'}");
        person.create(goal + "/contributions", "{'amount': 1, 'transactionId': '%s'}".formatted(aside));
        String closed = open("Closed");
        record("expense", current, "2026-11-02", "40", "x");
        record("income", closed, "2026-11-02", "40", "x");
        person.patch("/api/v1/accounts/" + closed, "{'closed': true}").statusCode(200);
        person.get(SUGGESTIONS).statusCode(200).body("items", empty());
        Person.signUp().get(SUGGESTIONS).statusCode(200).body("items", empty());
    }

    @Test
    void eachIsInOnePairTheBest() {
        String far = record("expense", current, "2026-11-01", "50", "Savings");
        String near = record("expense", current, "2026-11-03", "50", "Savings");
        String in = record("income", savings, "2026-11-03", "50", "Savings");
        person.get(SUGGESTIONS).body("items.outId", contains(near)).body("items.inId", contains(in));
        String other = record("income", savings, "2026-11-02", "50", "Savings");
        person.get(SUGGESTIONS).body("items.outId", contains(near, far)).body("items.inId", contains(in, other));
    }

    @Test
    void pagesGoOnWhereTheyEnd() {
        Set<String> outs = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            String day = LocalDate.of(2026, 10, 1).plusDays(4L * i).toString();
            outs.add(record("expense", current, day, "5", "x"));
            record("income", savings, day, "5", "x");
            record("expense", current, day, "6", "alone");
        }
        Set<String> found = new HashSet<>();
        int pages = 0;
        for (String path = SUGGESTIONS + "?limit=2"; path != null; pages++) {
            var page = person.get(path).statusCode(200).extract();
            found.addAll(page.path("items.outId"));
            path = page.path("next");
        }
        assertEquals(outs, found);
        assertEquals(4, pages);
    }
}
