package org.nestegg.support;

import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.nestegg.support.Contract.Operation;

/** Somebody with one object of every kind, to call any operation of the document on what is really there. */
public final class World extends ApiTest {

    private static final String ENDS_THE_CALLER =
            "(PUT .*/password|POST .*/logout|DELETE /app/session|DELETE /api/v1/me|DELETE /api/v1/me/sessions)";

    private static final String TAKES_AWAY =
            "(DELETE .*|POST .*/promote|POST .*/undo|POST .*/apply|POST .*/unlink|PATCH /api/v1/users/.*)";

    /** A bank's file. */
    public static final String FILE = "date;text;amount\n2026-11-20;Coffee;-2.50\n";

    private final Person person = Person.signUp();
    private final Map<String, String> objects;
    private final String transfer;
    private final String link;

    public World() {
        String transaction = person.record("income", "Salary", "5000", "'tags': ['a']");
        String account = person.create("/api/v1/accounts", "{'name': 'Everyday', 'openingBalance': 100}");
        String other = person.create("/api/v1/accounts", "{'name': 'Savings', 'kind': 'savings'}");
        transfer = "{'fromAccountId': '%s', 'toAccountId': '%s', 'amount': 10}".formatted(id(account), id(other));
        String moved = person.create("/api/v1/transfers", transfer);
        link = "{'outId': '%s', 'inId': '%s'}"
                .formatted(
                        id(person.record("expense", "Sent", "7", "'accountId': '%s'".formatted(id(account)))),
                        id(person.record("income", "Received", "7", "'accountId': '%s'".formatted(id(other)))));
        String empty = person.create("/api/v1/accounts", "{'name': 'A purse', 'kind': 'cash'}");
        String goal = person.create("/api/v1/goals", "{'name': 'A goal', 'targetAmount': 100}");
        String contribution = person.create(goal + "/contributions", "{'amount': 5}");
        String list = person.create("/api/v1/bucketlists", "{'name': 'A list'}");
        String item = person.create(list + "/items", "{'name': 'A wish'}");
        String rule = person.create(
                "/api/v1/rules", "{'when': {'description': {'contains': 'pay'}}, 'set': {'category': 'work'}}");
        String budget = person.create("/api/v1/budgets", "{'name': 'Food', 'amount': 400}");
        String schedule = person.create(
                "/api/v1/schedules",
                "{'start': '2026-12-01', 'recurrence': 'FREQ=MONTHLY', 'transaction': {'type': 'expense',"
                        + " 'description': 'Rent', 'amount': 950}}");
        person.put("/api/v1/me/rates/2026-11-20", "{'rates': {'USD': '1.0842'}}")
                .statusCode(204);
        String token = person.create("/api/v1/me/tokens", "{'name': 'A script', 'scope': 'read'}");
        String applied = imported("?accountId=" + id(account), FILE.replace("Coffee;-2.50", "Tea;-9.00"));
        person.post(applied + "/apply", "{}").statusCode(200);
        String open = imported("", "Date;Text;Amount\n03/04/2026;Coffee;-2.50\n");
        person.patch(open, "{'layout': {'dateFormat': 'dmy'}}").statusCode(200);
        String plan = imported("?accountId=" + id(account), FILE);
        String layout = person.get("/api/v1/layouts").extract().path("items[0].id");
        String session =
                person.signInAgain().get("/api/v1/me/sessions").extract().path("items[0].id");
        String change = "/api/v1/changes/"
                + person.made(list + "/items", "{'name': 'Another wish'}")
                        .header("Change-Seq")
                        .getFirst();
        objects = Map.ofEntries(
                Map.entry("/api/v1/changes/{seq}", change),
                Map.entry("/api/v1/accounts/{id}", empty),
                Map.entry("/api/v1/imports/{id}", plan),
                Map.entry("/api/v1/imports/{id}/rows/{row}", plan + "/rows/1"),
                Map.entry("/api/v1/imports/{id}/undo", applied + "/undo"),
                Map.entry("/api/v1/layouts/{id}", "/api/v1/layouts/" + layout),
                Map.entry("/api/v1/transfers/{id}", moved),
                Map.entry("/api/v1/transactions/{id}", transaction),
                Map.entry("/api/v1/goals/{id}", goal),
                Map.entry("/api/v1/goals/{id}/contributions/{cid}", contribution),
                Map.entry("/api/v1/bucketlists/{id}", list),
                Map.entry("/api/v1/bucketlists/{id}/items/{itemId}", item),
                Map.entry("/api/v1/rules/{id}", rule),
                Map.entry("/api/v1/budgets/{id}", budget),
                Map.entry("/api/v1/schedules/{id}", schedule),
                Map.entry("/api/v1/schedules/{id}/occurrences/{date}", schedule + "/occurrences/2026-12-01"),
                // Everybody's: of a day that no other test asks for.
                Map.entry("/api/v1/rates/{day}", "/api/v1/rates/1901-01-01"),
                Map.entry("/api/v1/me/rates/{day}", "/api/v1/me/rates/2026-11-19"),
                Map.entry("/api/v1/me/rates/{day}/{currency}", "/api/v1/me/rates/2026-11-20/USD"),
                Map.entry("/api/v1/me/tokens/{id}", token),
                Map.entry("/api/v1/me/sessions/{id}", "/api/v1/me/sessions/" + session),
                Map.entry("/api/v1/users/{id}", "/api/v1/users/" + person.id),
                Map.entry("/problems/{code}", "/problems/email-taken"));
    }

    /** This one, or a new one for an operation that would leave less to the next. */
    public World before(Operation operation) {
        return takesAway(operation) ? new World() : this;
    }

    /** Whether an operation, once done, leaves less to the next. */
    public static boolean takesAway(Operation operation) {
        return operation.toString().matches(TAKES_AWAY + "|" + ENDS_THE_CALLER);
    }

    /** The import of a file. */
    private String imported(String query, String file) {
        return raw(person.request(), "text/csv", file.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports" + query)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    /** What the document shows for a body, on what is there. */
    public String example(Operation operation) {
        return operation.path().equals("/api/v1/transfers/{id}")
                ? transfer.replace('\'', '"')
                : operation
                        .node()
                        .at("/requestBody/content/application~1json/example")
                        .toString();
    }

    /** What moves money between two accounts that are there. */
    public String transfer() {
        return transfer;
    }

    /** An expense and an income that could be a transfer. */
    public String link() {
        return link;
    }

    /** Whose it all is. */
    public Person person() {
        return person;
    }

    /** The path of an operation, on what is there. */
    public String path(Operation operation) {
        if (operation.toString().equals("DELETE /api/v1/changes")) {
            return "/api/v1/changes?before=2020-01-01";
        }
        String template = operation.path();
        String end = "";
        while (template.contains("{") && !objects.containsKey(template)) {
            int cut = template.lastIndexOf('/');
            end = template.substring(cut) + end;
            template = template.substring(0, cut);
        }
        if (end.contains("{")) {
            throw new AssertionError("no object for " + operation);
        }
        return objects.getOrDefault(template, template) + end;
    }

    /** Who asks for an operation: somebody of their own for what ends its caller, an admin for administration. */
    public Person caller(Operation operation) {
        if (operation.path().matches("/api/v1/(users.*|rates/.*)")) {
            return Person.admin();
        }
        return operation.toString().matches(ENDS_THE_CALLER) ? Person.signUp() : person;
    }

    /** A request of theirs. */
    public RequestSpecification request(Operation operation) {
        return caller(operation).request();
    }
}
