package org.nestegg.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nestegg.support.Person;

/** What is somebody's, as tests look at it: what every GET shows, and the changes that led there. */
final class Ledger {

    /** There is much to ask, and what it must look like is for other tests. */
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String V1 = "/api/v1";
    private static final String GOALS = "/goals?limit=100";
    private static final String LISTS = "/bucketlists?limit=100";

    private Ledger() {}

    /** The seq of the change that an answer tells of; fails if it tells of none. */
    static long seq(ValidatableResponse answer) {
        return Long.parseLong(answer.extract().header("Change-Seq"));
    }

    static long latest(Person person) {
        return person.get("/api/v1/changes?limit=1")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("latest");
    }

    static ValidatableResponse undo(Person person, long seq) {
        return person.request().post("/api/v1/changes/" + seq + "/undo").then();
    }

    /** Every answer to a GET of what is somebody's, by path. */
    static Map<String, String> everything(Person person) {
        Map<String, String> answers = collections(person);
        for (String collection : List.copyOf(answers.keySet())) {
            if (collection.endsWith("?limit=100") && !collection.contains("contributions")) {
                String path = collection.substring(0, collection.indexOf('?'));
                ids(answers, collection).forEach(id -> show(person, path + "/" + id, answers));
            }
        }
        ids(answers, GOALS).forEach(id -> show(person, "/goals/" + id + "/tree", answers));
        return answers;
    }

    /** Everything, but no object by itself: what it is, collections say, too. */
    static Map<String, String> collections(Person person) {
        Map<String, String> answers = new TreeMap<>();
        for (String path : List.of(
                "/transactions?limit=100",
                "/transactions/summary?groupBy=category",
                "/transactions/summary?groupBy=tag",
                "/transactions/summary?groupBy=account",
                "/accounts?limit=100",
                "/transfers?limit=100",
                "/balances",
                "/categories",
                "/rules?limit=100",
                "/budgets?limit=100",
                GOALS,
                "/goals/tree",
                LISTS)) {
            show(person, path, answers);
        }
        ids(answers, GOALS).forEach(id -> show(person, "/goals/" + id + "/contributions?limit=100", answers));
        ids(answers, LISTS).forEach(id -> show(person, "/bucketlists/" + id + "/items?limit=100", answers));
        return answers;
    }

    private static void show(Person person, String path, Map<String, String> answers) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + V1 + path))
                .header("Authorization", "Bearer " + person.accessToken)
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), path);
            answers.put(
                    path,
                    answer.body() + " " + answer.headers().firstValue("ETag").orElse(""));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> ids(Map<String, String> answers, String path) {
        String json = answers.get(path);
        return JsonPath.from(json.substring(0, json.lastIndexOf(' '))).getList("items.id");
    }
}
