package org.nestegg.rule;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

/** Rules: what they are, and in which order. */
@QuarkusTest
class RuleTest extends ApiTest {

    private static final String RULES = "/api/v1/rules";

    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
    }

    private static String body(String name, String more) {
        return "{'name': '%s', 'when': {'type': 'expense'}, 'set': {'category': 'c'}%s}"
                .formatted(name, more.isEmpty() ? "" : ", " + more);
    }

    private String make(String name, String more) {
        return person.create(RULES, body(name, more));
    }

    private void makeAll(String... names) {
        for (String name : names) {
            make(name, "");
        }
    }

    /** Where the rule of a name is. */
    private String path(String name) {
        return RULES + "/"
                + person.get(RULES).extract().<String>path("items.find { it.name == '%s' }.id".formatted(name));
    }

    private void assertOrder(String... names) {
        person.get(RULES + "?count=true")
                .statusCode(200)
                .body("items.name", equalTo(List.of(names)))
                .body(
                        "items.position",
                        equalTo(IntStream.rangeClosed(1, names.length).boxed().toList()))
                .body("total", equalTo(names.length));
    }

    private ValidatableResponse undo(long seq) {
        return person.request().post("/api/v1/changes/" + seq + "/undo").then();
    }

    private static long seq(ValidatableResponse answer) {
        return Long.parseLong(answer.extract().header("Change-Seq"));
    }

    @Test
    void aRuleIsWhatWasSaidOfIt() {
        String account =
                person.post("/api/v1/accounts", "{'name': 'A'}").extract().path("id");
        person.post(RULES, "{'when': {'maxAmount': 5}, 'set': {'decision': 'skip'}}")
                .statusCode(201)
                .body("name", nullValue())
                .body("position", equalTo(1))
                .body("when", equalTo(Map.of("maxAmount", "5")))
                .body("set", equalTo(Map.of("decision", "skip")))
                .body("stop", equalTo(false))
                .body("createdAt", notNullValue());
        String when =
                "{'description': {'matches': '(?i)^rewe'}, 'type': 'expense', 'accountId': '%s', 'minAmount': '1.50',"
                                .formatted(account)
                        + " 'maxAmount': 2000}";
        String set = "{'description': 'Rewe', 'category': 'food', 'addTags': ['a', 'b', 'a'], 'notes': 'one\\r\\ntwo'}";
        String rule = person.post(
                        RULES, "{'name': ' Groceries ', 'when': %s, 'set': %s, 'stop': true}".formatted(when, set))
                .statusCode(201)
                .body("name", equalTo("Groceries"))
                .body("position", equalTo(2))
                .body("when.description", equalTo(Map.of("matches", "(?i)^rewe")))
                .body("when.type", equalTo("expense"))
                .body("when.accountId", equalTo(account))
                .body("when.minAmount", equalTo("1.5"))
                .body("when.maxAmount", equalTo("2000"))
                .body("set.description", equalTo("Rewe"))
                .body("set.addTags", equalTo(List.of("a", "b")))
                .body("set.notes", equalTo("one\ntwo"))
                .body("set", not(hasKey("decision")))
                .body("stop", equalTo(true))
                .extract()
                .header("Location");
        Map<String, Object> shown = person.get(rule).statusCode(200).extract().path("");
        person.patch(rule, "{'when': {'description': {'matches': null, 'contains': 'REWE'}, 'accountId': null}}")
                .statusCode(200)
                .body("when.description", equalTo(Map.of("contains", "REWE")))
                .body("when", not(hasKey("accountId")))
                .body("when.minAmount", equalTo("1.5"))
                .body("set", equalTo(shown.get("set")));
        person.patch(rule, "{'name': null, 'set': {'addTags': null}}")
                .statusCode(200)
                .body("name", nullValue())
                .body("set", not(hasKey("addTags")))
                .body("set.category", equalTo("food"));
        person.put(rule, "{'when': {'description': {'equals': 'x'}}, 'set': {'category': 'y'}}")
                .statusCode(200)
                .body("when", equalTo(Map.of("description", Map.of("equals", "x"))))
                .body("set", equalTo(Map.of("category", "y")))
                .body("position", equalTo(2))
                .body("stop", equalTo(false));
        person.delete(rule).statusCode(204);
        person.get(rule).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{}~/set,/when~required,required",
                "{'when': null, 'set': []}~/set,/when~wrong-type,required",
                "{'when': {}, 'set': {}}~/set,/when~no-action,no-condition",
                "{'when': {'type': 'expense'}, 'set': {'addTags': []}}~/set~no-action",
                "{'when': {'type': 'loan'}, 'set': {'notes': 'x'}}~/when,/when/type~no-condition,not-one-of",
                "{'when': {'type': 'income', 'what': 1}, 'set': {'notes': 'x'}}~/when/what~unknown-field",
                "{'when': {'description': {'starts': 'x', 'equals': 'y'}}, 'set': {'notes': 'x'}, 'b': 1}~"
                        + "/b,/when/description/starts~unknown-field,unknown-field",
                "{'when': {'a': {'b': [{}]}, 'type': 'income', 'c': 1}, 'set': {'notes': 'x', 'd': [[1]]}, 'e': {'f': {}}}~"
                        + "/e,/set/d,/when/a,/when/c~unknown-field,unknown-field,unknown-field,unknown-field",
                "{'when': {'description': 'x'}, 'set': {'notes': 'x'}}~/when,/when/description~no-condition,wrong-type",
                "{'when': '', 'set': 5}~/set,/when~wrong-type,wrong-type",
                "{'when': true, 'set': 1.5}~/set,/when~wrong-type,wrong-type",
                "{'when': [{}], 'set': ' '}~/set,/when~wrong-type,wrong-type",
                "{'when': {'description': {}}, 'set': {'notes': 'x'}}~/when/description~not-exactly-one",
                "{'when': {'description': {'contains': 'a', 'matches': 'b'}}, 'set': {'notes': 'x'}}~/when/description~"
                        + "not-exactly-one",
                "{'when': {'description': {'contains': ' '}}, 'set': {'notes': 'x'}}~/when/description/contains~too-short",
                "{'when': {'description': {'matches': '['}}, 'set': {'notes': 'x'}}~/when/description/matches~"
                        + "invalid-pattern",
                "{'when': {'minAmount': -1}, 'set': {'notes': 'x'}}~/when/minAmount~out-of-range",
                "{'when': {'maxAmount': 1e13}, 'set': {'notes': 'x'}}~/when/maxAmount~out-of-range",
                "{'when': {'maxAmount': 1e-999999999}, 'set': {'notes': 'x'}}~/when/maxAmount~too-many-decimals",
                "{'when': {'maxAmount': 1e999999999}, 'set': {'notes': 'x'}}~/when/maxAmount~out-of-range",
                "{'when': {'maxAmount': '0.00001'}, 'set': {'notes': 'x'}}~/when/maxAmount~too-many-decimals",
                "{'when': {'minAmount': 3, 'maxAmount': 2}, 'set': {'notes': 'x'}}~/when/minAmount~min-above-max",
                "{'when': {'accountId': 'x'}, 'set': {'notes': 'x'}}~/when,/when/accountId~no-condition,wrong-type",
                "{'when': {'type': 'income'}, 'set': {'decision': 'create'}}~/set,/set/decision~no-action,not-one-of",
                "{'when': {'type': 'income'}, 'set': {'category': 'x', 'addTags': ['', 1]}}~/set/addTags/0,/set/addTags/1~"
                        + "too-short,wrong-type",
                "{'when': {'type': 'income'}, 'set': {'category': 'a\\u0000b'}}~/set,/set/category~"
                        + "no-action,control-character",
                "{'when': {'type': 'income'}, 'set': {'notes': 'x'}, 'position': 0}~/position~out-of-range",
                "{'when': {'type': 'income'}, 'set': {'notes': 'x'}, 'position': 99999999999}~/position~out-of-range",
                "{'when': {'type': 'income'}, 'set': {'notes': 'x'}, 'position': 1.5}~/position~wrong-type",
                "{'when': {'type': 'income'}, 'set': {'notes': 'x'}, 'position': '1'}~/position~wrong-type",
                "{'when': {'type': 'income'}, 'set': {'notes': 'x'}, 'stop': 'no'}~/stop~wrong-type"
            })
    void aBadRuleIsRefused(String body, String pointers, String codes) {
        for (String path : List.of(RULES, RULES + "/preview")) {
            person.post(path, body)
                    .statusCode(422)
                    .body("errors.sort { it.pointer }.pointer", equalTo(List.of(pointers.split(","))))
                    .body("errors.sort { it.pointer }.code", equalTo(List.of(codes.split(","))));
        }
        person.get(RULES).body("items", empty());
    }

    @Test
    void textsHaveBounds() {
        String rule = make("x", "");
        for (String patch : List.of(
                "{'name': '%s'}".formatted("x".repeat(101)),
                "{'when': {'description': {'equals': '%s'}}}".formatted("x".repeat(201)),
                "{'when': {'description': {'matches': '%s'}}}".formatted("(".repeat(100_000)),
                "{'set': {'description': '%s'}}".formatted("x".repeat(201)),
                "{'set': {'category': '%s'}}".formatted("x".repeat(51)),
                "{'set': {'addTags': ['%s']}}".formatted("x".repeat(31)),
                "{'set': {'notes': '%s'}}".formatted("x".repeat(2001)))) {
            person.patch(rule, patch).statusCode(422).body("errors.code", contains("too-long"));
        }
        person.patch(rule, "{'set': {'addTags': ['%s']}}".formatted("x', '".repeat(21)))
                .statusCode(422)
                .body("errors.code", not(empty()));
        person.patch(
                        rule,
                        "{'when': {'description': {'contains': '%s'}}, 'name': '%s'}"
                                .formatted("🥚".repeat(200), "🥚".repeat(100)))
                .statusCode(200);
    }

    /** Patterns that would take up all memory or time elsewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{100}){100}){100}",
                "(((a{1000}){1000}){1000}){1000}",
                "(a?){1000}",
                "(?<=a)b",
                "(a)\\\\1",
                "\\\\",
                "*"
            })
    void aHostilePatternIsRefused(String pattern) {
        person.post(RULES, "{'when': {'description': {'matches': '%s'}}, 'set': {'notes': 'x'}}".formatted(pattern))
                .statusCode(422)
                .body("errors.pointer", contains("/when/description/matches"))
                .body("errors.code", contains("invalid-pattern"));
    }

    @Test
    void anAccountOfSomebodyElseIsUnknown() {
        String theirs = Person.signUp()
                .post("/api/v1/accounts", "{'name': 'A'}")
                .extract()
                .path("id");
        String mine = make("mine", "");
        for (String id : List.of(theirs, UUID.randomUUID().toString())) {
            String rule = "{'when': {'accountId': '%s'}, 'set': {'category': 'c'}}".formatted(id);
            for (ValidatableResponse answer : List.of(
                    person.post(RULES, rule),
                    person.post(RULES + "/preview", rule),
                    person.put(mine, rule),
                    person.patch(mine, rule))) {
                answer.statusCode(422)
                        .body("errors.pointer", contains("/when/accountId"))
                        .body("errors.code", contains("unknown-account"));
            }
        }
        assertOrder("mine");
    }

    /** It keeps no account from going, finds nothing from then on, and can still be changed. */
    @Test
    void aRuleOutlivesItsAccount() {
        String account = person.create("/api/v1/accounts", "{'name': 'A'}");
        person.record("expense", "x", "1", "");
        String rule =
                person.create(RULES, "{'when': {'accountId': '%s'}, 'set': {'category': 'c'}}".formatted(id(account)));
        long gone = seq(person.delete(account).statusCode(204));
        person.get(rule).statusCode(200).body("when.accountId", equalTo(id(account)));
        json(person.request(), "").post(rule + "/apply").then().statusCode(200).body("changed", equalTo(0));
        person.patch(rule, "{'stop': true}").statusCode(200).body("when.accountId", equalTo(id(account)));
        undo(gone).statusCode(201);
        long made = seq(person.delete(rule).statusCode(204));
        undo(made).statusCode(201);
        person.get(rule).statusCode(200).body("stop", equalTo(true));
    }

    @Test
    void aRuleIsTriedAndApplied() {
        String pizza = person.record("expense", "PIZZERIA Roma", "12", "'tags': ['out']");
        person.record("expense", "Rent", "900", "");
        String rule =
                "{'when': {'description': {'matches': '(?i)^pizz'}}, 'set': {'category': 'food', 'addTags': ['b']}}";
        person.post(RULES + "/preview", rule)
                .statusCode(200)
                .body("items.transactionId", contains(id(pizza)))
                .body("items.before.category", contains(nullValue()))
                .body("items.after.category", contains("food"))
                .body("items.after.tags", contains(List.of("out", "b")))
                .body("next", nullValue());
        String made = person.create(RULES, rule);
        person.request().post(made + "/apply").then().statusCode(200).body("changed", equalTo(1));
        person.get(pizza).body("category", equalTo("food"));
    }

    @Test
    void rulesStandWhereTheyArePut() {
        makeAll("a", "b", "c");
        assertOrder("a", "b", "c");
        make("first", "'position': 1");
        make("third", "'position': 3");
        make("last", "'position': 100");
        assertOrder("first", "a", "third", "b", "c", "last");
        person.patch(path("last"), "{'position': 2}").statusCode(200).body("position", equalTo(2));
        assertOrder("first", "last", "a", "third", "b", "c");
        person.put(path("first"), body("first", "'position': 2147483647"))
                .statusCode(200)
                .body("position", equalTo(6));
        assertOrder("last", "a", "third", "b", "c", "first");
        person.put(path("third"), body("third", "'stop': true")).statusCode(200).body("position", equalTo(3));
        person.delete(path("a")).statusCode(204);
        assertOrder("last", "third", "b", "c", "first");
        person.get(path("c")).body("position", equalTo(4));
    }

    /** A position that is said but is where it stands is no change, and neither is anything else that is as it was. */
    @Test
    void whatDoesNotChangeIsNoChange() {
        makeAll("a", "b", "c");
        String b = path("b");
        String updated = person.get(b).extract().path("updatedAt");
        for (String patch : List.of("{}", "{'position': 2}", "{'position': null}", "{'name': 'b', 'stop': null}")) {
            assertNull(person.patch(b, patch).statusCode(200).extract().header("Change-Seq"), patch);
        }
        person.get(b).body("updatedAt", equalTo(updated));
        // Of a move, only what moves is changed.
        ValidatableResponse moved = person.patch(path("c"), "{'position': 1}").statusCode(200);
        person.get("/api/v1/changes/" + seq(moved))
                .body("count", equalTo(1))
                .body("kind", equalTo("patchRule"))
                .body("items[0].type", equalTo("rule"))
                .body("items[0].before.position", equalTo(3))
                .body("items[0].after.position", equalTo(1));
    }

    @Test
    void whatIsUndoneStandsWhereItStood() {
        makeAll("a", "b", "c", "d");
        long moved = seq(person.patch(path("d"), "{'position': 1}"));
        assertOrder("d", "a", "b", "c");
        long deleted = seq(person.delete(path("b")));
        assertOrder("d", "a", "c");
        long made = seq(person.post(RULES, body("e", "'position': 2")));
        assertOrder("d", "e", "a", "c");
        // Whatever else has moved meanwhile is no conflict.
        long back = seq(undo(moved).statusCode(201));
        assertOrder("e", "a", "c", "d");
        undo(deleted).statusCode(201);
        assertOrder("e", "a", "b", "c", "d");
        long without = seq(undo(made).statusCode(201));
        assertOrder("a", "b", "c", "d");
        undo(without).statusCode(201);
        undo(back).statusCode(201);
        assertOrder("d", "e", "a", "b", "c");
        long changed = seq(person.patch(path("a"), "{'position': 5, 'stop': true}"));
        undo(changed).statusCode(201);
        assertOrder("d", "e", "a", "b", "c");
        person.get(path("a")).body("stop", equalTo(false));
        // What itself has changed since is in the way.
        undo(moved).statusCode(409);
        person.patch(path("e"), "{'name': 'f'}").statusCode(200);
        undo(made).statusCode(409).body("code", equalTo("already-undone"));
        person.get("/api/v1/changes?type=rule&limit=100").body("items.count", everyItem(equalTo(1)));
    }

    /** After an undo, two may be at one place; what is put between them has room all the same. */
    @Test
    void thereIsRoomWhereAnUndoHasLeftNone() {
        makeAll("a", "b", "c");
        long deleted = seq(person.delete(path("b")));
        make("other b", "'position': 2");
        undo(deleted).statusCode(201);
        assertOrder("a", "b", "other b", "c");
        make("between", "'position': 3");
        assertOrder("a", "b", "between", "other b", "c");
        person.patch(path("c"), "{'position': 2}").statusCode(200).body("position", equalTo(2));
        assertOrder("a", "c", "b", "between", "other b");
        person.delete(path("between")).statusCode(204);
        assertOrder("a", "c", "b", "other b");
    }

    @Test
    void rulesAreListedInPages() {
        String[] names = IntStream.range(0, 7).mapToObj(i -> "r" + i).toArray(String[]::new);
        makeAll(names);
        person.patch(path("r6"), "{'position': 4}").statusCode(200);
        String all = "";
        String next = RULES + "?limit=2";
        int pages = 0;
        while (next != null) {
            var page = person.get(next).statusCode(200).extract();
            all += String.join(",", page.<List<String>>path("items.name")) + ";";
            next = page.path("next");
            pages++;
        }
        assertEquals("r0,r1;r2,r6;r3,r4;r5;", all);
        assertEquals(4, pages);
        String cursor = person.get(RULES + "?limit=2").extract().path("next");
        Person.signUp().get(cursor).statusCode(400).body("code", equalTo("invalid-cursor"));
        person.get(RULES + "?q=x").statusCode(422).body("code", equalTo("unknown-parameter"));
    }

    @Test
    void rulesOfOthersAreNotThere() {
        String theirs = Person.signUp().create(RULES, body("x", ""));
        person.get(theirs).statusCode(404);
        person.put(theirs, body("y", "")).statusCode(404);
        person.patch(theirs, "{}").statusCode(404);
        person.delete(theirs).statusCode(404);
        person.request().post(theirs + "/apply").then().statusCode(404);
        person.get(RULES).body("items", empty());
    }

    @Test
    void aStaleRuleIsNotChanged() {
        makeAll("a", "b");
        String b = path("b");
        String tag = person.get(b).extract().header("ETag");
        person.request().header("If-None-Match", tag).get(b).then().statusCode(304);
        // Its position is shown, too.
        make("first", "'position': 1");
        String moved = person.get(b).extract().header("ETag");
        assertNotEquals(tag, moved);
        json(person.request().header("If-Match", tag), "{'stop': true}")
                .patch(b)
                .then()
                .statusCode(412);
        json(person.request().header("If-Match", tag), body("x", ""))
                .put(b)
                .then()
                .statusCode(412);
        person.request().header("If-Match", tag).delete(b).then().statusCode(412);
        json(person.request().header("If-Match", moved), "{'stop': true}")
                .patch(b)
                .then()
                .statusCode(200)
                .body("stop", equalTo(true));
    }

    @Test
    void aRuleIsMadeOnceForItsKey() {
        for (int i = 0; i < 2; i++) {
            json(person.request().header("Idempotency-Key", "k"), body("a", ""))
                    .post(RULES)
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", i == 0 ? nullValue() : equalTo("true"));
        }
        assertOrder("a");
    }

    @Test
    void movesAtOnceLeaveNoGap() {
        String[] names = IntStream.range(0, 6).mapToObj(i -> "r" + i).toArray(String[]::new);
        makeAll(names);
        List<String> paths = IntStream.range(0, 6).mapToObj(i -> path("r" + i)).toList();
        List<Integer> statuses = Race.of(12, i -> switch (i % 3) {
            case 0 ->
                person.patch(paths.get(i / 3), "{'position': %d}".formatted(1 + i % 5))
                        .extract()
                        .statusCode();
            case 1 -> person.patch(paths.get(5), "{'position': 1}").extract().statusCode();
            default ->
                person.post(RULES, body("n" + i, "'position': 2")).extract().statusCode();
        });
        assertEquals(
                List.of(), statuses.stream().filter(status -> status >= 300).toList(), statuses.toString());
        person.get(RULES + "?count=true")
                .body("total", equalTo(10))
                .body(
                        "items.position",
                        equalTo(IntStream.rangeClosed(1, 10).boxed().toList()));
    }
}
