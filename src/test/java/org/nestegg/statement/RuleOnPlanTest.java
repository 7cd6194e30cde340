package org.nestegg.statement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** What rules set on the rows of a plan, and what is said by hand after them. */
@QuarkusTest
class RuleOnPlanTest extends ApiTest {

    private Bank bank;
    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
        bank = new Bank(person);
    }

    private String rule(String body) {
        return person.post("/api/v1/rules", body).statusCode(201).extract().path("id");
    }

    @Test
    void rulesSayWhatRowsAreAndWhichAreLeftOut() {
        String shops = rule("{'when': {'description': {'contains': 'rewe'}},"
                + " 'set': {'description': 'Groceries', 'category': 'food', 'addTags': ['shop']}}");
        String again = rule("{'when': {'description': {'equals': 'groceries'}}, 'set': {'notes': 'weekly'}}");
        String own = rule("{'when': {'description': {'matches': '^Own account'}}, 'set': {'decision': 'skip'}}");
        String plan = bank.plan(Bank.csv(
                "2026-11-02;REWE Markt 4711;-25.10", "2026-11-03;Own account 1;-500.00", "2026-11-04;Rent;-800.00"));
        assertEquals(List.of("create new", "skip rule", "create new"), bank.decisions(plan));
        person.get(plan + "/rows")
                .body("items[0].rules", contains(shops, again))
                .body("items[0].transaction.description", equalTo("Groceries"))
                .body("items[0].transaction.category", equalTo("food"))
                .body("items[0].transaction.tags", contains("shop"))
                .body("items[0].transaction.notes", equalTo("weekly"))
                .body("items[0].source", equalTo("2026-11-02;REWE Markt 4711;-25.10"))
                .body("items[1].rules", contains(own))
                .body("items[2].rules", empty());
        person.patch(plan + "/rows/1", "{'category': 'home'}").statusCode(200);
        person.patch(plan + "/rows/2", "{'decision': 'create'}").statusCode(200);
        bank.apply(plan).statusCode(200);
        person.get("/api/v1/transactions?importId=" + id(plan))
                .body("items.description", contains("Rent", "Own account 1", "Groceries"))
                .body("items[2].category", equalTo("home"));
    }

    @Test
    void whatRulesSayIsNotWhatTheBankSays() {
        bank.imported(Bank.csv("2026-11-02;REWE Markt 4711;-25.10"));
        rule(
                "{'when': {'description': {'contains': 'rewe'}}, 'set': {'description': 'Groceries', 'decision': 'skip'}}");
        // It is there: that comes before what a rule would leave out.
        assertEquals(
                List.of("skip same-row"), bank.decisions(bank.plan(Bank.csv("2026-11-02;REWE Markt 4711;-25.10"))));
    }
}
