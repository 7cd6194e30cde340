package org.nestegg.support;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user can make has a bound, also for many requests at once. */
@QuarkusTest
class UserLimitsTest extends ApiTest {

    @Inject
    AgroalDataSource database;

    private void sql(String statement) throws SQLException {
        new Sql(database).execute(statement);
    }

    private static void race(int made, java.util.function.IntFunction<Integer> create) {
        List<Integer> statuses = Race.of(6, create);
        assertEquals(made, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
        assertEquals(6 - made, statuses.stream().filter(status -> status == 422).count(), statuses::toString);
    }

    @Test
    void goals() throws SQLException {
        Person person = Person.signUp();
        sql("""
                insert into goal (id, user_id, name, start_at, currency, version, created_at, updated_at)
                select uuidv7(), '%s', 'goal ' || i, now(), 'EUR', 0, now(), now() from generate_series(1, 19998) i
                """.formatted(person.id));
        race(
                2,
                i -> person.post("/api/v1/goals", "{'name': 'more %d'}".formatted(i))
                        .extract()
                        .statusCode());
        person.post("/api/v1/goals", "{'name': 'one too many'}")
                .statusCode(422)
                .body("code", equalTo("limit-reached"))
                .body("detail", containsString("20,000 goals"));
        json(person.request(), "{'name': 'eins zu viel'}")
                .header("Accept-Language", "de")
                .post("/api/v1/goals")
                .then()
                .body("detail", containsString("20.000 Ziele"));
        String list = person.create("/api/v1/bucketlists", "{'name': 'x'}");
        String item = person.create(list + "/items", "{'name': 'x'}");
        person.post(item + "/promote", "{}").statusCode(422).body("code", equalTo("limit-reached"));
        person.get("/api/v1/goals?limit=100&count=true").statusCode(200).body("total", equalTo(20_000));
    }

    @Test
    void listsAndItems() throws SQLException {
        Person person = Person.signUp();
        sql("""
                insert into bucketlist (id, user_id, name, version, created_at, updated_at)
                select uuidv7(), '%s', 'list ' || i, 0, now(), now() from generate_series(1, 998) i
                """.formatted(person.id));
        race(
                2,
                i -> person.post("/api/v1/bucketlists", "{'name': 'more %d'}".formatted(i))
                        .extract()
                        .statusCode());
        person.post("/api/v1/bucketlists", "{'name': 'one too many'}")
                .statusCode(422)
                .body("detail", containsString("1,000 bucket lists"));
        String list = person.get("/api/v1/bucketlists").extract().path("items[0].id");
        sql("""
                insert into bucketlist_item (id, user_id, bucketlist_id, name, version, created_at, updated_at)
                select uuidv7(), '%s', '%s', 'item ' || i, 0, now(), now() from generate_series(1, 9998) i
                """.formatted(person.id, list));
        String items = "/api/v1/bucketlists/" + list + "/items";
        race(
                2,
                i -> person.post(items, "{'name': 'more %d'}".formatted(i))
                        .extract()
                        .statusCode());
        person.post(items, "{'name': 'one too many'}").statusCode(422).body("detail", containsString("10,000 items"));
    }

    @Test
    void contributions() throws SQLException {
        Person person = Person.signUp();
        String goal = person.post("/api/v1/goals", "{'name': 'x', 'currency': 'EUR'}")
                .extract()
                .path("id");
        sql("""
                insert into contribution (id, user_id, goal_id, amount, currency, date, version, created_at, updated_at)
                select uuidv7(), '%s', '%s', 1, 'EUR', current_date, 0, now(), now() from generate_series(1, 9998)
                """.formatted(person.id, goal));
        String contributions = "/api/v1/goals/" + goal + "/contributions";
        race(2, _ -> person.post(contributions, "{'amount': 1}").extract().statusCode());
        person.post(contributions, "{'amount': 1}")
                .statusCode(422)
                .body("code", equalTo("limit-reached"))
                .body("detail", containsString("10,000 contributions to a goal"));
        person.get("/api/v1/goals/" + goal).body("savedAmount", equalTo("10000.00"));
    }
}
