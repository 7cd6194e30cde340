package org.nestegg.change;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Random;
import org.nestegg.support.Person;

/** Whatever somebody may do, at random; some of it is refused, and some changes nothing. */
final class Acts {

    private static final String V1 = "/api/v1";

    private final Person person;
    private final Random random;
    private int step;

    Acts(Person person, Random random) {
        this.person = person;
        this.random = random;
    }

    ValidatableResponse next() {
        step++;
        return switch (random.nextInt(23)) {
            case 0 -> person.post(V1 + "/incomes", "{'description': 'i%d', 'amount': %d}".formatted(step, amount()));
            case 1 ->
                person.post(
                        V1 + "/expenses",
                        "{'description': 'e%d', 'amount': %d, 'category': 'c%d', 'tags': ['t%d']}"
                                .formatted(step, amount(), step % 3, step % 2));
            case 2 ->
                patch("/transactions", "{'amount': %d, 'date': '2026-10-%02d'}".formatted(amount(), 1 + step % 28));
            case 3 -> batch();
            case 4 -> delete("/transactions");
            case 5, 6 ->
                person.post(V1 + "/goals", "{'name': 'g%d', 'parentId': %s}".formatted(step % 9, quoted(id("/goals"))));
            case 7 -> patch("/goals", "{'parentId': %s}".formatted(quoted(id("/goals"))));
            case 8 -> patch("/goals", "{'name': 'g%d', 'targetAmount': %d}".formatted(step % 9, amount()));
            case 9 -> {
                String id = id("/goals");
                yield id == null
                        ? person.post(V1 + "/goals", "{'name': 'first'}")
                        : person.request()
                                .delete(V1 + "/goals/" + id + "?cascade=" + random.nextBoolean())
                                .then();
            }
            case 10 -> goalAct(random.nextInt(3) > 0 ? "/complete" : "/reopen");
            case 11, 12 -> contribute();
            case 13 -> listAct();
            case 14 -> itemAct();
            case 15, 16 -> accountAct();
            case 17, 18 -> transferAct();
            case 19, 20 -> ruleAct();
            case 21 -> budgetAct();
            default -> undo();
        };
    }

    private ValidatableResponse accountAct() {
        return switch (random.nextInt(6)) {
            case 0 ->
                patch("/accounts", "{'closed': %s, 'openingBalance': %d}".formatted(random.nextBoolean(), amount()));
            case 1 -> {
                String id = id("/accounts");
                yield id == null
                        ? person.post(V1 + "/accounts", "{'name': 'first'}")
                        : person.delete(V1 + "/accounts/" + id + "?cascade=" + random.nextBoolean());
            }
            case 2, 3 -> patch("/transactions", "{'accountId': %s}".formatted(quoted(id("/accounts"))));
            default -> person.post(V1 + "/accounts", "{'name': 'a%d'}".formatted(step % 4));
        };
    }

    private ValidatableResponse ruleAct() {
        String id = id("/rules");
        int position = 1 + random.nextInt(4);
        return switch (random.nextInt(6)) {
            case 0, 1 -> patch("/rules", "{'position': %d}".formatted(position));
            case 2 -> patch("/rules", "{'set': {'notes': 'n%d'}, 'position': %d}".formatted(step, position));
            case 3 -> delete("/rules");
            case 4 ->
                id == null
                        ? person.post(V1 + "/bucketlists", "{'name': 'begin'}")
                        : person.request().post(V1 + "/rules/" + id + "/apply").then();
            default ->
                person.post(
                        V1 + "/rules",
                        "{'name': 'r%d', 'when': {'maxAmount': %d}, 'set': {'addTags': ['r%d']}, 'position': %d}"
                                .formatted(step, amount(), step % 3, position));
        };
    }

    private ValidatableResponse budgetAct() {
        String category = "'categories': ['c%d']".formatted(step % 3);
        return switch (random.nextInt(4)) {
            case 0 -> patch("/budgets", "{'amount': %d, %s}".formatted(amount(), category));
            case 1 -> delete("/budgets");
            default ->
                person.post(
                        V1 + "/budgets",
                        "{'name': 'b%d', 'amount': %d, %s, 'rollover': 'all', 'start': '2026-08-15'}"
                                .formatted(step % 4, amount(), category));
        };
    }

    private ValidatableResponse transferAct() {
        List<String> accounts = ids("/accounts");
        if (accounts.size() < 2) {
            return person.post(V1 + "/accounts", "{'name': 'a%d'}".formatted(step));
        }
        String both = "'fromAccountId': '%s', 'toAccountId': '%s'".formatted(accounts.get(0), accounts.get(1));
        String transfer = id("/transfers");
        if (transfer == null || random.nextInt(3) == 0) {
            return person.post(V1 + "/transfers", "{%s, 'amount': %d}".formatted(both, amount()));
        }
        String path = V1 + "/transfers/" + transfer;
        return switch (random.nextInt(4)) {
            case 0 -> person.patch(path, "{'amount': %d, 'notes': 'n%d'}".formatted(amount(), step));
            case 1 -> person.delete(path);
            case 2 -> person.request().post(path + "/unlink").then();
            default ->
                person.patch(
                        V1 + "/transactions/" + person.get(path).extract().path("inId"),
                        "{'category': 'c%d'}".formatted(step));
        };
    }

    private ValidatableResponse undo() {
        long latest = Ledger.latest(person);
        return latest == 0
                ? person.post(V1 + "/bucketlists", "{'name': 'begin'}")
                : Ledger.undo(person, 1 + random.nextLong(latest));
    }

    private ValidatableResponse batch() {
        List<String> ids = ids("/transactions");
        String create = "{'type': 'expense', 'description': 'b%d', 'amount': 3}".formatted(step);
        return person.post(
                V1 + "/transactions/batch",
                ids.size() < 2
                        ? "{'create': [%s, %s]}".formatted(create, create)
                        : "{'create': [%s], 'update': [{'id': '%s', 'notes': 'n%d'}], 'delete': ['%s']}"
                                .formatted(create, ids.get(0), step, ids.get(1)));
    }

    private ValidatableResponse contribute() {
        String goal = id("/goals");
        List<String> incomes = ids("/incomes");
        if (goal == null) {
            return person.post(V1 + "/goals", "{'name': 'first'}");
        }
        List<String> there = ids("/goals/" + goal + "/contributions");
        if (!there.isEmpty() && random.nextInt(3) == 0) {
            return person.delete(V1 + "/goals/" + goal + "/contributions/" + there.getFirst());
        }
        return person.post(
                V1 + "/goals/" + goal + "/contributions",
                "{'amount': %d, 'transactionId': %s}"
                        .formatted(
                                random.nextInt(60) - 20,
                                incomes.isEmpty() || random.nextBoolean() ? null : quoted(incomes.getFirst())));
    }

    private ValidatableResponse goalAct(String act) {
        String goal = id("/goals");
        return goal == null
                ? person.post(V1 + "/goals", "{'name': 'first'}")
                : person.request()
                        .post(V1 + "/goals/" + goal + act + "?cascade=" + random.nextBoolean())
                        .then();
    }

    private ValidatableResponse listAct() {
        return switch (random.nextInt(4)) {
            case 0 -> patch("/bucketlists", "{'name': 'l%d'}".formatted(step % 4));
            case 1 -> delete("/bucketlists");
            default -> person.post(V1 + "/bucketlists", "{'name': 'l%d'}".formatted(step % 4));
        };
    }

    private ValidatableResponse itemAct() {
        String list = id("/bucketlists");
        if (list == null) {
            return person.post(V1 + "/bucketlists", "{'name': 'begin'}");
        }
        String items = "/bucketlists/" + list + "/items";
        String item = id(items);
        return item == null
                ? person.post(V1 + items, "{'name': 'w%d'}".formatted(step))
                : switch (random.nextInt(5)) {
                    case 0 -> person.post(V1 + items, "{'name': 'w%d'}".formatted(step));
                    case 1 -> person.patch(V1 + items + "/" + item, "{'done': %s}".formatted(random.nextBoolean()));
                    case 2 -> person.delete(V1 + items + "/" + item);
                    default -> person.post(V1 + items + "/" + item + "/promote", "{'name': 'p%d'}".formatted(step));
                };
    }

    private ValidatableResponse patch(String collection, String body) {
        String id = id(collection);
        return id == null
                ? person.post(V1 + "/bucketlists", "{'name': 'begin'}")
                : person.patch(V1 + collection + "/" + id, body);
    }

    private ValidatableResponse delete(String collection) {
        String id = id(collection);
        return id == null
                ? person.post(V1 + "/bucketlists", "{'name': 'begin'}")
                : person.delete(V1 + collection + "/" + id);
    }

    private String id(String collection) {
        List<String> ids = ids(collection);
        return ids.isEmpty() || random.nextInt(5) == 0 ? null : ids.get(random.nextInt(ids.size()));
    }

    private List<String> ids(String collection) {
        return person.get(V1 + collection + "?limit=100")
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private int amount() {
        return 1 + random.nextInt(200);
    }

    private static String quoted(String id) {
        return id == null ? null : "'" + id + "'";
    }
}
