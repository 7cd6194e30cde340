package org.nestegg.statement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** What a table leaves open is asked, and remembered for the next one with the same header. */
@QuarkusTest
class LayoutTest extends ApiTest {

    private static final String LAYOUTS = "/api/v1/layouts";

    /** March or April, and a thousand or one. */
    private static final String OPEN = "Date;Description;Amount\n03/04/2026;Chair;-1.234\n04/05/2026;Table;-2.345\n";

    private Bank bank;
    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
        bank = new Bank(person);
    }

    @Test
    void whatIsLeftOpenIsAskedAndRemembered() {
        String plan = bank.send(OPEN)
                .statusCode(201)
                .body("state", equalTo("needs-layout"))
                .body("questions.code", containsInAnyOrder("decimal", "date-format"))
                .body("questions.find { it.code == 'decimal' }.choices", containsInAnyOrder(".", ","))
                .body("questions.find { it.code == 'date-format' }.choices", containsInAnyOrder("dmy", "mdy"))
                .body("questions[0].message", notNullValue())
                .extract()
                .header("Location");
        bank.apply(plan).statusCode(409).body("code", equalTo("plan-incomplete"));
        person.get(LAYOUTS).body("items", empty());
        person.patch(plan, "{'layout': {'decimal': ','}}")
                .statusCode(200)
                .body("questions.code", contains("date-format"));
        person.patch(plan, "{'layout': {'dateFormat': 'dmy'}}")
                .statusCode(200)
                .body("state", equalTo("ready"))
                .body("questions", empty())
                .body("layout.decimal", equalTo(","))
                .body("layout.dateFormat", equalTo("dmy"));
        person.get(plan + "/rows")
                .body("items.transaction.date", contains("2026-04-03", "2026-05-04"))
                .body("items.transaction.amount", contains("-1234.00", "-2345.00"));
        // Read so, they have more decimals than euros.
        person.patch(plan, "{'layout': {'decimal': '.'}}").statusCode(200).body("counts.invalid", equalTo(2));
        person.get(plan + "/rows").body("items[0].errors[0].code", equalTo("too-many-decimals"));
        person.patch(plan, "{'layout': {'decimal': ','}}").statusCode(200).body("counts.invalid", equalTo(0));

        bank.send(OPEN.replace("Chair", "Desk"))
                .statusCode(201)
                .body("questions", empty())
                .body("layout.dateFormat", equalTo("dmy"));
        String remembered = person.get(LAYOUTS)
                .statusCode(200)
                .body("items.layout.dateFormat", contains("dmy"))
                .body("items[0].header", notNullValue())
                .extract()
                .path("items[0].id");
        Person.signUp().delete(LAYOUTS + "/" + remembered).statusCode(404);
        person.delete(LAYOUTS + "/" + remembered).statusCode(204);
        bank.send(OPEN).statusCode(201).body("state", equalTo("needs-layout"));
    }

    @Test
    void aWrongGuessIsPutRight() {
        String plan = bank.plan(
                "Date;Who;What;Amount;Other\n2026-11-02;Anna;Dinner;-20.00;5.00\n2026-11-03;Ben;Lunch;-10.00;6.00\n");
        person.patch(plan, "{'layout': {'columns': {'amount': 5, 'description': [3]}}}")
                .statusCode(200)
                .body("layout.columns.amount", equalTo(5))
                .body("layout.columns.description", contains(3))
                .body("layout.columns.date", equalTo(1));
        person.get(plan + "/rows")
                .body("items.transaction.amount", hasItem("5.00"))
                .body("items.transaction.description", contains("Dinner", "Lunch"));
    }

    @Test
    void aCardsSpendingIsAsked() {
        String plan = bank.send("Date,Description,Amount\n2026-11-02,Shoes,80.00\n2026-11-03,Hat,25.50\n")
                .statusCode(201)
                .body("questions.code", contains("spending"))
                .extract()
                .header("Location");
        person.patch(plan, "{'layout': {'spending': 'positive'}}")
                .statusCode(200)
                .body("state", equalTo("ready"));
        person.get(plan + "/rows").body("items.transaction.amount", contains("-80.00", "-25.50"));
    }

    @Test
    void whatIsSaidOfALayoutIsChecked() {
        String plan = bank.plan(Bank.csv("2026-11-02;Coffee;-2.50"));
        person.patch(plan, "{'layout': {'decimal': ';'}}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/layout/decimal"));
        person.patch(plan, "{'layout': {'delimiter': ';;'}}").statusCode(422);
        person.patch(plan, "{'layout': {'dateFormat': 'ydm'}}").statusCode(422);
        person.patch(plan, "{'layout': {'columns': {'date': -1}}}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/layout/columns/date"));
        person.patch(plan, "{'layout': {'columns': {'day': 1}}}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/layout/columns/day"));
        person.patch(plan, "{'layout': {'columns': {'date': 77}}}")
                .statusCode(200)
                .body("questions.code", hasItem("columns"));
        person.patch(plan, "{'layout': null}").statusCode(200).body("state", equalTo("ready"));
    }
}
