package org.nestegg.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

/** Random histories: whatever was done, what is served equals a model that computes everything anew, naively. */
@QuarkusTest
class GoalHistoryTest extends ApiTest {

    private static final String GOALS = "/api/v1/goals";
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY");

    /** A goal as the model knows it. */
    private static final class Model {
        String parent;
        String currency;
        BigDecimal target;
        boolean done;
        final List<BigDecimal> contributions = new ArrayList<>();

        BigDecimal own() {
            return contributions.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private final Map<String, Model> goals = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsServedEqualsTheModel(long seed) {
        Random random = new Random(seed);
        Person person = Person.signUp();
        for (int step = 0; step < 70; step++) {
            act(person, random, step);
        }
        compare(person);
    }

    private void act(Person person, Random random, int step) {
        List<String> ids = goals.keySet().stream().sorted().toList();
        String id = ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
        String other = ids.isEmpty() || random.nextInt(4) == 0 ? null : ids.get(random.nextInt(ids.size()));
        switch (ids.size() < 4 ? 0 : random.nextInt(10)) {
            case 0, 1, 2 -> create(person, random, step, other);
            case 3, 4, 5 -> contribute(person, random, id);
            case 6, 7 -> move(person, id, other);
            case 8 -> finish(person, random, id);
            default -> {
                if (random.nextInt(3) == 0) {
                    delete(person, id);
                }
            }
        }
    }

    private void create(Person person, Random random, int step, String parent) {
        Model goal = new Model();
        goal.parent = parent;
        goal.currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        goal.target = random.nextBoolean() ? null : BigDecimal.valueOf(1 + random.nextInt(300));
        String id = person.post(
                        GOALS,
                        "{'name': 'goal %d', 'currency': '%s', 'targetAmount': %s, 'parentId': %s}"
                                .formatted(
                                        step, goal.currency, goal.target, parent == null ? null : "'" + parent + "'"))
                .statusCode(201)
                .extract()
                .path("id");
        goals.put(id, goal);
    }

    private void contribute(Person person, Random random, String id) {
        Model goal = goals.get(id);
        BigDecimal amount = BigDecimal.valueOf(random.nextInt(200) - 60);
        int expected = amount.signum() != 0 && goal.own().add(amount).signum() >= 0 ? 201 : 422;
        person.post(GOALS + "/" + id + "/contributions", "{'amount': %s}".formatted(amount))
                .statusCode(expected);
        if (expected == 201) {
            goal.contributions.add(amount);
        }
    }

    private void move(Person person, String id, String below) {
        int expected = below != null && isWithin(below, id) ? 409 : 200;
        person.patch(GOALS + "/" + id, "{'parentId': %s}".formatted(below == null ? null : "'" + below + "'"))
                .statusCode(expected);
        if (expected == 200) {
            goals.get(id).parent = below;
        }
    }

    private void finish(Person person, Random random, String id) {
        boolean done = random.nextInt(3) > 0;
        boolean cascade = random.nextBoolean();
        person.request()
                .post(GOALS + "/" + id + (done ? "/complete" : "/reopen") + "?cascade=" + cascade)
                .then()
                .statusCode(200);
        goals.forEach((other, goal) -> {
            if (other.equals(id) || cascade && isWithin(other, id)) {
                goal.done = done;
            }
        });
    }

    private void delete(Person person, String id) {
        person.delete(GOALS + "/" + id + "?cascade=true").statusCode(204);
        List<String> gone =
                goals.keySet().stream().filter(other -> isWithin(other, id)).toList();
        gone.forEach(goals::remove);
    }

    private boolean isWithin(String id, String root) {
        for (String at = id; at != null; at = goals.get(at).parent) {
            if (at.equals(root)) {
                return true;
            }
        }
        return false;
    }

    private void compare(Person person) {
        Map<String, Map<String, Object>> served = new HashMap<>();
        collect(person.get(GOALS + "/tree").statusCode(200).extract().path("items"), null, served);
        assertEquals(goals.keySet(), served.keySet());
        goals.forEach((id, goal) -> {
            Map<String, Object> seen = served.get(id);
            List<String> below = goals.keySet().stream()
                    .filter(other -> !other.equals(id) && isWithin(other, id))
                    .toList();
            BigDecimal saved = below.stream()
                    .map(goals::get)
                    .filter(other -> other.currency.equals(goal.currency))
                    .map(Model::own)
                    .reduce(goal.own(), BigDecimal::add);
            assertEquals(0, saved.compareTo(new BigDecimal((String) seen.get("savedAmount"))), id);
            BigDecimal progress = progress(goal, saved, below);
            assertEquals(
                    0, progress.compareTo(new BigDecimal(seen.get("progress").toString())), id);
            assertEquals(goal.done, seen.get("end") != null);
            Map<String, Object> alone = person.get(GOALS + "/" + id).extract().path("");
            seen.remove("children");
            assertEquals(seen.toString(), alone.toString());
        });
    }

    private BigDecimal progress(Model goal, BigDecimal saved, List<String> below) {
        if (goal.target != null) {
            return saved.min(goal.target).divide(goal.target, 4, RoundingMode.DOWN);
        }
        if (below.isEmpty()) {
            return goal.done ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        long done = below.stream().filter(id -> goals.get(id).done).count();
        return BigDecimal.valueOf(done).divide(BigDecimal.valueOf(below.size()), 4, RoundingMode.DOWN);
    }

    /** Every goal exactly once, below the parent that it names. */
    @SuppressWarnings("unchecked")
    private static void collect(List<Map<String, Object>> trees, String parent, Map<String, Map<String, Object>> into) {
        for (Map<String, Object> tree : trees) {
            String id = (String) tree.get("id");
            assertEquals(parent, tree.get("parentId"));
            assertTrue(into.put(id, tree) == null, "served twice: " + id);
            List<Map<String, Object>> children = (List<Map<String, Object>>) tree.get("children");
            assertEquals(children.size(), ((Number) tree.get("childCount")).intValue());
            collect(children, id, into);
        }
    }
}
