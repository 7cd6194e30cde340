package org.nestegg.rule;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Sql;

/** How many rules there can be, and how often one can be moved to the same spot. */
@QuarkusTest
class RuleBoundsTest extends ApiTest {

    private static final String RULES = "/api/v1/rules";

    @Inject
    AgroalDataSource database;

    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
    }

    private ValidatableResponse make(String name) {
        return person.post(
                RULES, "{'name': '%s', 'when': {'type': 'expense'}, 'set': {'category': 'c'}}".formatted(name));
    }

    @Test
    void thereIsRoomAfterVeryManyMovesToOneSpot() throws SQLException {
        for (String name : List.of("a", "b", "c")) {
            make(name).statusCode(201);
        }
        new Sql(database)
                .execute("update rule set place = 1 + 1e-60 where name = 'b' and user_id = '%s'".formatted(person.id));
        for (int i = 0; i < 3; i++) {
            String last = person.get(RULES).extract().path("items[2].id");
            person.patch(RULES + "/" + last, "{'position': 2}").statusCode(200).body("position", equalTo(2));
        }
        person.get(RULES).body("items.name", equalTo(List.of("a", "c", "b")));
    }

    @Test
    void thereIsABound() throws SQLException {
        new Sql(database).execute("""
                insert into rule (id, user_id, place, match_type, add_tags, set_notes, skip, stop, version, created_at, updated_at)
                select uuidv7(), '%s', i, 'income', '{}', 'x', false, false, 0, now(), now() from generate_series(1, 499) i
                """.formatted(person.id));
        ValidatableResponse last = make("500th").statusCode(201).body("position", equalTo(500));
        make("one more")
                .statusCode(422)
                .body("code", equalTo("limit-reached"))
                .body("detail", containsString("500 rules"));
        person.delete(last.extract().header("Location")).statusCode(204);
        long seq = Long.parseLong(
                person.get("/api/v1/changes?limit=100").extract().path("latest").toString());
        make("instead").statusCode(201);
        person.request()
                .post("/api/v1/changes/" + seq + "/undo")
                .then()
                .statusCode(422)
                .body("code", equalTo("limit-reached"));
        person.get(RULES + "?count=true&limit=1").body("total", equalTo(500));
    }
}
