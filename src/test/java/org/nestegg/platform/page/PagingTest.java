package org.nestegg.platform.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** Paging while others insert and delete: what was there all along is seen once, in order. */
@QuarkusTest
class PagingTest extends ApiTest {

    private static final String TRANSACTIONS = "/api/v1/transactions";

    @ParameterizedTest
    @CsvSource({"-date, 1", "date, 2", "-amount, 3", "amount, 4", "-date, 5", "amount, 6"})
    void transactions(String sort, long seed) {
        Random random = new Random(seed);
        Person person = Person.signUp();
        List<String> stay = record(person, random, 60);
        List<String> come = new ArrayList<>(record(person, random, 30));
        List<String> seen = new ArrayList<>();
        String next = TRANSACTIONS + "?limit=7&sort=" + sort;
        while (next != null) {
            Response page = person.get(next).statusCode(200).extract().response();
            seen.addAll(page.path("items.id"));
            next = page.path("next");
            List<String> go = come.stream().filter(_ -> random.nextInt(4) == 0).toList();
            batch(person, "{'delete': [%s]}".formatted(quoted(go)));
            come.removeAll(go);
            // Not so many that the list grows faster than it is read.
            come.addAll(record(person, random, random.nextInt(4)));
        }
        assertSeenOnce(stay, seen);
        List<String> order = all(person, TRANSACTIONS + "?limit=100&sort=" + sort, "items.id");
        assertEquals(
                order.stream().filter(stay::contains).toList(),
                seen.stream().filter(stay::contains).toList());
    }

    private static List<String> record(Person person, Random random, int rows) {
        String entries = IntStream.range(0, rows)
                .mapToObj(_ -> "{'type': 'expense', 'description': 'x', 'amount': %d, 'date': '2026-01-%02d'}"
                        .formatted(1 + random.nextInt(9), 1 + random.nextInt(9)))
                .collect(Collectors.joining(","));
        return batch(person, "{'create': [%s]}".formatted(entries)).path("create.id");
    }

    private static Response batch(Person person, String body) {
        return person.post(TRANSACTIONS + "/batch", body)
                .statusCode(200)
                .extract()
                .response();
    }

    private static String quoted(List<String> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/bucketlists, 1", "/api/v1/goals, 2"})
    void listsByTime(String collection, long seed) {
        Random random = new Random(seed);
        Person person = Person.signUp();
        List<String> stay = new ArrayList<>();
        List<String> come = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            (i % 3 == 0 ? come : stay).add(create(person, collection, "name " + i));
        }
        List<String> seen = new ArrayList<>();
        String next = collection + "?limit=5";
        for (int page = 0; next != null; page++) {
            Response answer = person.get(next).statusCode(200).extract().response();
            seen.addAll(answer.path("items.id"));
            next = answer.path("next");
            if (!come.isEmpty()) {
                person.delete(collection + "/" + come.remove(random.nextInt(come.size())))
                        .statusCode(204);
            }
            come.add(create(person, collection, "later " + page));
        }
        assertSeenOnce(stay, seen);
        assertEquals(stay.reversed(), seen.stream().filter(stay::contains).toList());
    }

    private static String create(Person person, String collection, String name) {
        return person.post(collection, "{'name': '%s'}".formatted(name))
                .statusCode(201)
                .extract()
                .path("id");
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void categories(long seed) {
        Random random = new Random(seed);
        Person person = Person.signUp();
        List<String> stay = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String category = "c" + random.nextInt(1000);
            person.record("expense", "x", "1", "'category': '%s'".formatted(category));
            if (!stay.contains(category)) {
                stay.add(category);
            }
        }
        List<String> seen = new ArrayList<>();
        String next = "/api/v1/categories?limit=3";
        while (next != null) {
            Response page = person.get(next).statusCode(200).extract().response();
            seen.addAll(page.path("items.name"));
            next = page.path("next");
            String passing = person.record("expense", "x", "1", "'category': 'c%d'".formatted(random.nextInt(1000)));
            if (random.nextBoolean()) {
                person.delete(passing).statusCode(204);
            }
        }
        assertSeenOnce(stay, seen);
    }

    private static List<String> all(Person person, String first, String path) {
        List<String> all = new ArrayList<>();
        for (String next = first; next != null; ) {
            Response page = person.get(next).statusCode(200).extract().response();
            all.addAll(page.path(path));
            next = page.path("next");
        }
        return all;
    }

    private static void assertSeenOnce(List<String> stay, List<String> seen) {
        Set<String> distinct = new HashSet<>(seen);
        assertEquals(distinct.size(), seen.size(), "something was seen twice");
        assertTrue(distinct.containsAll(stay), "something was not seen");
    }
}
