package org.nestegg.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Sql;

/** Forests that are large, deep and wide. */
@QuarkusTest
class ForestTest extends ApiTest {

    private static final String GOALS = "/api/v1/goals";

    @Inject
    AgroalDataSource database;

    @Inject
    SessionFactory sessions;

    /** A chain of so many goals, each below the one before, numbered from 1; then wide goals below the first. */
    private void plant(Person person, int deep, int wide) throws SQLException {
        new Sql(database).execute("""
                        with chain as (select i, uuidv7() as id from generate_series(1, %d) i),
                        ordered as (select i, id, lag(id) over (order by i) as parent from chain),
                        fan as (select i, uuidv7() as id, (select id from ordered where i = 1) as parent
                            from generate_series(1, %d) i)
                        insert into goal (id, user_id, parent_id, name, start_at, currency, version, created_at, updated_at)
                        select id, '%s'::uuid, parent, 'deep ' || i, now(), 'EUR', 0, now(), now() from ordered
                        union all
                        select id, '%3$s'::uuid, parent, 'wide ' || i, now(), 'EUR', 0, now(), now() from fan
                        """.formatted(deep, wide, person.id));
        // As the database does by itself before long: a plan from when there was next to nothing would serve badly.
        new Sql(database).execute("analyze goal");
    }

    @Test
    void twentyThousandGoalsAThousandDeepAreServedAsOneTree() throws Exception {
        Person person = Person.signUp();
        plant(person, 1_000, 19_000);
        sessions.getStatistics().clear();
        String tree = read(person, GOALS + "/tree");
        assertEquals(41, sessions.getStatistics().getPrepareStatementCount(), "forest, 40 slices of goals");

        Set<String> ids = new HashSet<>();
        int deepest = 0;
        int depth = 0;
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(3_000).build())
                .build();
        try (JsonParser parser = factory.createParser(tree)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token == JsonToken.START_ARRAY ? 1 : token == JsonToken.END_ARRAY ? -1 : 0;
                deepest = Math.max(deepest, depth);
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals("id")) {
                    parser.nextToken();
                    assertTrue(ids.add(parser.getText()), "served twice: " + parser.getText());
                }
            }
        }
        assertEquals(20_000, ids.size());
        assertEquals(1_001, deepest, "the items, a thousand levels, and the empty children of the last");

        String root =
                person.get(GOALS + "?parentId=none").statusCode(200).extract().path("items[0].id");
        sessions.getStatistics().clear();
        assertTrue(read(person, GOALS + "/" + root + "/tree").length() > 20_000 * 100);
        assertEquals(41, sessions.getStatistics().getPrepareStatementCount(), "subtree, 40 slices of goals");
        person.create(GOALS + "/" + root + "/contributions", "{'amount': 5}");

        sessions.getStatistics().clear();
        person.request()
                .post(GOALS + "/" + root + "/complete?cascade=true")
                .then()
                .statusCode(200);
        assertEquals(5, sessions.getStatistics().getPrepareStatementCount(), "change, goal, update, goal, totals");
        assertEquals(0, new Sql(database).count("goal where end_at is null and user_id = '%s'".formatted(person.id)));
        person.request()
                .post(GOALS + "/" + root + "/reopen?cascade=true")
                .then()
                .statusCode(200);
        assertEquals(
                0, new Sql(database).count("goal where end_at is not null and user_id = '%s'".formatted(person.id)));
        sessions.getStatistics().clear();
        person.delete(GOALS + "/" + root + "?cascade=true").statusCode(204);
        assertEquals(4, sessions.getStatistics().getPrepareStatementCount(), "change, goal, contributions, goals");
        assertEquals(0, new Sql(database).count("goal where user_id = '%s'".formatted(person.id)));
    }

    @Test
    void goalsNestAThousandDeepAndNoDeeper() throws SQLException {
        Person person = Person.signUp();
        plant(person, 999, 0);
        String last = person.get(GOALS + "?q=deep 999").extract().path("items[0].id");
        String leaf = person.post(GOALS, "{'name': 'leaf', 'parentId': '%s'}".formatted(last))
                .statusCode(201)
                .extract()
                .path("id");
        person.post(GOALS, "{'name': 'too deep', 'parentId': '%s'}".formatted(leaf))
                .statusCode(422);
        String pair = person.post(GOALS, "{'name': 'pair'}").extract().path("id");
        person.create(GOALS, "{'name': 'below', 'parentId': '%s'}".formatted(pair));
        person.patch(GOALS + "/" + pair, "{'parentId': '%s'}".formatted(last)).statusCode(422);
    }

    @Test
    void statementsDoNotGrowWithTheResult() throws SQLException {
        Person person = Person.signUp();
        plant(person, 3, 60);
        sessions.getStatistics().clear();
        person.get(GOALS + "?limit=100").statusCode(200);
        assertEquals(2, sessions.getStatistics().getPrepareStatementCount(), "page, subtrees");
        for (int i = 0; i < 30; i++) {
            String list = person.create("/api/v1/bucketlists", "{'name': 'list %d'}".formatted(i));
            person.create(list + "/items", "{'name': 'item'}");
        }
        sessions.getStatistics().clear();
        person.get("/api/v1/bucketlists?limit=100").statusCode(200);
        assertEquals(1, sessions.getStatistics().getPrepareStatementCount(), "page with counts");
    }

    /** Past RestAssured, whose JSON parser is not made for such depth. */
    private static String read(Person person, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                            .header("Authorization", "Bearer " + person.accessToken)
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer.body());
            return answer.body();
        }
    }
}
