package org.nestegg.rule;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Differing;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.Sql;

/** What a rule would do to what is recorded, and does when it is applied: the same. */
@QuarkusTest
class RuleScanTest extends ApiTest {

    private static final String RULES = "/api/v1/rules";
    private static final String TRANSACTIONS = "/api/v1/transactions";

    @Inject
    AgroalDataSource database;

    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
    }

    private String make(String rule) {
        return person.create(RULES, rule);
    }

    private ValidatableResponse apply(String rule, String query) {
        return person.request().post(rule + "/apply" + query).then();
    }

    /** All pages of a preview. */
    private List<Map<String, Object>> preview(String rule, String query) {
        List<Map<String, Object>> items = new ArrayList<>();
        String next = RULES + "/preview" + query;
        while (next != null) {
            var page = person.post(next, rule).statusCode(200).extract();
            items.addAll(page.path("items"));
            next = page.path("next");
        }
        return items;
    }

    private Map<String, Map<String, Object>> transactions() {
        Map<String, Map<String, Object>> byId = new LinkedHashMap<>();
        String next = TRANSACTIONS + "?limit=100";
        while (next != null) {
            var page = person.get(next).statusCode(200).extract();
            page.<List<Map<String, Object>>>path("items").forEach(item -> byId.put((String) item.get("id"), item));
            next = page.path("next");
        }
        return byId;
    }

    /** Rows past the service, as many as are wanted, a day for each hundred. */
    private void fill(int rows, String description) throws SQLException {
        new Sql(database).execute("""
                begin;
                set local statement_timeout = 0;
                insert into transaction (id, user_id, description, amount, currency, date, tags, version, created_at, updated_at)
                select uuidv7(), '%s', %s, -i, 'EUR', date '2026-01-01' + i / 100, '{}', 0, now(), now()
                from generate_series(1, %d) i;
                commit
                """.formatted(person.id, description, rows));
    }

    @Test
    void aPreviewShowsWhatWouldChangeAndChangesNothing() {
        String pizza = person.record("expense", "PIZZERIA Roma", "12", "'tags': ['out'], 'date': '2026-11-02'");
        person.record("expense", "Rent", "900", "");
        person.record("income", "Pizza sold", "5", "'date': '2026-11-01'");
        Map<String, Map<String, Object>> before = transactions();
        var page = person.post(
                        RULES + "/preview",
                        "{'when': {'description': {'contains': 'pizz'}, 'type': 'expense'}, 'set': {'description': 'Pizza',"
                                + " 'category': 'food', 'addTags': ['out', 'friday'], 'notes': 'n', 'decision': 'skip'}}")
                .statusCode(200)
                .header("Change-Seq", nullValue())
                .body("next", nullValue())
                .body("items", hasSize(1))
                .body("items[0].transactionId", equalTo(id(pizza)))
                .body("items[0].before.description", equalTo("PIZZERIA Roma"))
                .body("items[0].after.description", equalTo("Pizza"))
                .body("items[0].after.category", equalTo("food"))
                .body("items[0].after.tags", contains("out", "friday"))
                .body("items[0].after.notes", equalTo("n"))
                .body("items[0].after.amount", equalTo("-12.00"))
                .extract();
        assertEquals(before.get(id(pizza)), page.path("items[0].before"));
        assertEquals(before, transactions());
        person.get(RULES).body("items", empty());
    }

    @Test
    void whatIsAppliedIsWhatWasShownAndCanBeUndone() {
        person.record("expense", "a", "1", "'date': '2026-10-01', 'category': 'other', 'tags': ['x']");
        person.record("expense", "b", "2", "'date': '2026-10-02', 'category': 'c'");
        person.record("income", "c", "3", "'date': '2026-10-03'");
        person.record("expense", "d", "4", "'date': '2026-10-04'");
        String body = "{'when': {'type': 'expense'}, 'set': {'category': 'c', 'decision': 'skip'}}";
        String rule = make(body);
        String days = "?from=2026-10-01&to=2026-10-03";
        List<Map<String, Object>> shown = preview(body, days);
        assertEquals(1, shown.size());
        Map<String, Map<String, Object>> before = transactions();
        ValidatableResponse applied = apply(rule, days).statusCode(200).body("changed", equalTo(1));
        long seq = Long.parseLong(applied.extract().header("Change-Seq"));
        person.get("/api/v1/changes/" + seq)
                .body("kind", equalTo("applyRule"))
                .body("count", equalTo(1))
                .body("items[0].id", equalTo(shown.getFirst().get("transactionId")))
                .body("items[0].before.category", equalTo("other"))
                .body("items[0].after.category", equalTo("c"));
        assertEquals(List.of(), preview(body, days));
        assertNull(apply(rule, days)
                .statusCode(200)
                .body("changed", equalTo(0))
                .extract()
                .header("Change-Seq"));
        apply(rule, "").body("changed", equalTo(1));
        person.get(TRANSACTIONS + "/summary?groupBy=category").body("groups.find { it.key == 'c' }.count", equalTo(3));
        assertEquals(Map.of(), Differing.of(person));
        person.request().post("/api/v1/changes/" + (seq + 1) + "/undo").then().statusCode(201);
        person.request().post("/api/v1/changes/" + seq + "/undo").then().statusCode(201);
        assertEquals(before, transactions());
        assertEquals(Map.of(), Differing.of(person));
    }

    /** The database leaves out only what Java would, whatever letters there are; the plain way knows nothing of databases. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whateverIsLookedForIsFound(long seed) {
        Random random = new Random(seed);
        List<String> words =
                List.of("Straße", "STRASSE", "Kiosk", "KIOSK", "100%", "a_b", "!", "éa", "K", "ΟΔΟΣ", "οδος", "ok");
        String entries = "";
        for (int i = 0; i < 60; i++) {
            entries += (i == 0 ? "" : ", ")
                    + "{'type': '%s', 'description': '%s', 'amount': %d}"
                            .formatted(
                                    random.nextBoolean() ? "expense" : "income",
                                    random.nextInt(3) == 0
                                            ? any(words, random)
                                            : any(words, random) + " " + any(words, random),
                                    1 + random.nextInt(20));
        }
        person.post(TRANSACTIONS + "/batch", "{'create': [%s]}".formatted(entries))
                .statusCode(200);
        Map<String, Map<String, Object>> all = transactions();
        int found = 0;
        for (int i = 0; i < 25; i++) {
            TextMatch kind = TextMatch.values()[random.nextInt(3)];
            String text = kind == TextMatch.MATCHES ? "(?i)k.*|^o" : any(words, random);
            String type = random.nextInt(3) == 0 ? ", 'type': 'income'" : "";
            String amounts = random.nextInt(3) == 0 ? ", 'minAmount': 5, 'maxAmount': '12.5'" : "";
            String body = "{'when': {'description': {'%s': '%s'}%s%s}, 'set': {'category': 'c%d'}}"
                    .formatted(kind.code, text, type, amounts, i);
            Rule rule = new Rule();
            rule.matchKind = kind;
            rule.matchText = text;
            rule.addTags = List.of();
            rule.setCategory = "c" + i;
            List<String> expected = all.values().stream()
                    .filter(t -> type.isEmpty() || t.get("type").equals("income"))
                    .filter(t -> amounts.isEmpty() || Math.abs(amount(t)) >= 5 && Math.abs(amount(t)) <= 12.5)
                    .filter(t -> !new Rules(List.of(rule))
                            .apply(new Rules.Subject(
                                    (String) t.get("description"),
                                    new BigDecimal((String) t.get("amount")),
                                    null,
                                    null,
                                    null,
                                    null))
                            .rules()
                            .isEmpty())
                    .map(t -> (String) t.get("id"))
                    .toList();
            found += expected.size();
            assertEquals(
                    expected,
                    preview(body, "?limit=" + (1 + random.nextInt(7))).stream()
                            .map(effect -> effect.get("transactionId"))
                            .toList(),
                    body);
        }
        assertTrue(found > 50, "found: " + found);
    }

    private static double amount(Map<String, Object> transaction) {
        return Double.parseDouble((String) transaction.get("amount"));
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    @Test
    void sidesOfTransfersHaveTheirTextsChanged() {
        String[] accounts = new String[2];
        for (int i = 0; i < 2; i++) {
            accounts[i] = person.post("/api/v1/accounts", "{'name': 'account %d'}".formatted(i))
                    .extract()
                    .path("id");
        }
        String transfer = person.create(
                "/api/v1/transfers",
                "{'fromAccountId': '%s', 'toAccountId': '%s', 'amount': 10}".formatted(accounts[0], accounts[1]));
        person.record("expense", "x", "10", "'accountId': '%s'".formatted(accounts[0]));
        person.patch("/api/v1/accounts/" + accounts[0], "{'closed': true}").statusCode(200);
        String rule = make(
                "{'when': {'accountId': '%s', 'type': 'transfer'}, 'set': {'notes': 'saved'}}".formatted(accounts[0]));
        apply(rule, "").statusCode(200).body("changed", equalTo(1));
        person.get(transfer).body("notes", equalTo("saved")).body("amount", equalTo("10.00"));
        apply(make("{'when': {'type': 'expense'}, 'set': {'notes': 'spent'}}"), "")
                .body("changed", equalTo(1));
        person.get("/api/v1/accounts/" + accounts[0]).body("balance", equalTo("-20.00"));
        assertEquals(Map.of(), Differing.of(person));
    }

    @Test
    void tagsThatNoLongerFitAreLeftOut() {
        String tags = String.join(
                "', '", IntStream.range(0, 19).mapToObj(i -> "t" + i).toList());
        String path = person.record("expense", "x", "1", "'tags': ['%s']".formatted(tags));
        apply(make("{'when': {'type': 'expense'}, 'set': {'addTags': ['t3', 'new', 'more']}}"), "")
                .body("changed", equalTo(1));
        person.get(path).body("tags", hasSize(20)).body("tags[19]", equalTo("new"));
        apply(make("{'when': {'type': 'expense'}, 'set': {'addTags': ['again']}}"), "")
                .body("changed", equalTo(0));
    }

    @Test
    void aPreviewIsPagedByTheSameBody() {
        for (int i = 0; i < 5; i++) {
            person.record("expense", "x" + i, "1", "'date': '2026-11-0%d'".formatted(1 + i / 2));
        }
        String body = "{'when': {'type': 'expense'}, 'set': {'category': 'c'}}";
        List<String> all = preview(body, "?limit=100").stream()
                .map(effect -> (String) effect.get("transactionId"))
                .toList();
        assertEquals(5, all.size());
        assertEquals(
                all,
                preview(body, "?limit=2").stream()
                        .map(effect -> effect.get("transactionId"))
                        .toList());
        ValidatableResponse first = person.post(RULES + "/preview?limit=2&from=2026-11-01", body)
                .body("items", hasSize(2))
                .header("Link", notNullValue());
        String next = first.extract().path("next");
        person.post(RULES + "/preview?limit=5", body).body("items", hasSize(5)).body("next", nullValue());
        Person.signUp().post(next, body).statusCode(400).body("code", equalTo("invalid-cursor"));
        person.post(next.replace("11-01", "11-02"), body).statusCode(400);
        person.post(next + "x", body).statusCode(400);
        person.post(RULES + "/preview?count=true", body).statusCode(422).body("code", equalTo("unknown-parameter"));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-11-02&to=2026-11-01, from, from-after-to",
        "from=yesterday, from, invalid-date",
        "to=2026-02-30, to, invalid-date"
    })
    void daysThatAreNoneAreRefused(String query, String parameter, String code) {
        String body = "{'when': {'type': 'expense'}, 'set': {'category': 'c'}}";
        String rule = make(body);
        for (ValidatableResponse answer :
                List.of(person.post(RULES + "/preview?" + query, body), apply(rule, "?" + query))) {
            answer.statusCode(422).body("errors.parameter", contains(parameter)).body("errors.code", contains(code));
        }
        person.post(rule + "/apply", "{'x': 1}").statusCode(422);
        person.post(rule + "/apply", "{}").statusCode(200);
    }

    /** However much there is, a page looks at so many rows, and says where to go on. */
    @Test
    void aPageLooksAtSoManyRows() throws SQLException {
        fill(20_500, "case when i = 1 then 'the one' else 'row ' || i end");
        for (String how : List.of("'matches': '^the one$'", "'equals': 'The One'")) {
            String body = "{'when': {'description': {%s}}, 'set': {'category': 'c'}}".formatted(how);
            ValidatableResponse first = person.post(RULES + "/preview", body).body("items", empty());
            person.post(first.extract().path("next"), body)
                    .body("items.before.description", contains("the one"))
                    .body("next", nullValue());
        }
    }

    /** A pattern that costs much looks at fewer. */
    @Test
    void aPageDoesSoMuchWork() throws SQLException {
        fill(3_000, "repeat('a', 199)");
        String body = "{'when': {'description': {'matches': '(\\\\pL|\\\\d){60}\\\\d'}}, 'set': {'category': 'c'}}";
        int pages = 0;
        for (String next = RULES + "/preview"; next != null; pages++) {
            next = person.post(next, body)
                    .statusCode(200)
                    .body("items", empty())
                    .extract()
                    .path("next");
        }
        assertTrue(pages > 1 && pages < 10, "pages: " + pages);
    }

    @Test
    void muchIsAppliedAtOnce() throws SQLException {
        fill(6_000, "'row ' || i % 3");
        String rule =
                make("{'when': {'description': {'contains': 'ROW 1'}}, 'set': {'category': 'c', 'addTags': ['t']}}");
        long seq = Long.parseLong(apply(rule, "")
                .statusCode(200)
                .body("changed", equalTo(2_000))
                .extract()
                .header("Change-Seq"));
        person.get(TRANSACTIONS + "?category=c&tag=t&count=true&limit=1").body("total", equalTo(2_000));
        assertEquals(Map.of(), Differing.of(person));
        person.request()
                .post("/api/v1/changes/" + seq + "/undo")
                .then()
                .statusCode(201)
                .body("count", equalTo(2_000));
        person.get(TRANSACTIONS + "?category=c&count=true&limit=1").body("total", equalTo(0));
        assertEquals(Map.of(), Differing.of(person));
    }

    @Test
    void moreThanOneRequestMayDoIsRefused() throws SQLException {
        fill(2_500, "'row ' || i");
        UUID owner = UUID.fromString(person.id);
        UUID id = UUID.fromString(id(make("{'when': {'type': 'expense'}, 'set': {'category': 'c'}}")));
        for (int[] most : new int[][] {{10_000, 2_499}, {2_000, 10_000}}) {
            ProblemException refused = assertThrows(
                    ProblemException.class,
                    () -> QuarkusTransaction.requiringNew()
                            .call(() -> scan(owner, id).apply(most[0], most[1])));
            assertEquals(RuleProblem.RULE_TOO_BROAD, refused.code());
            person.get(TRANSACTIONS + "?category=c&count=true&limit=1").body("total", equalTo(0));
        }
        assertEquals(
                2_500L,
                QuarkusTransaction.requiringNew().call(() -> scan(owner, id).apply(3_000, 2_500)));
    }

    private static RuleScan scan(UUID owner, UUID rule) {
        return new RuleScan(
                owner, Rule.of(owner, rule).orElseThrow(), new RuleDays(Optional.empty(), Optional.empty()));
    }

    @Test
    void aRuleIsAppliedOnceForItsKey() {
        person.record("expense", "x", "1", "");
        String rule = make("{'when': {'type': 'expense'}, 'set': {'category': 'c'}}");
        String seq = null;
        for (int i = 0; i < 2; i++) {
            String told = person.request()
                    .header("Idempotency-Key", "k")
                    .post(rule + "/apply")
                    .then()
                    .statusCode(200)
                    .body("changed", equalTo(1))
                    .extract()
                    .header("Change-Seq");
            assertTrue(seq == null || seq.equals(told));
            seq = told;
        }
    }

    /** Of two rules at once the later one sees what the earlier has left; nothing is lost. */
    @Test
    void rulesAppliedAtOnceDoNotUndoEachOther() {
        String path = person.record("expense", "x", "1", "");
        List<String> rules = List.of(
                make("{'when': {'type': 'expense'}, 'set': {'category': 'c'}}"),
                make("{'when': {'type': 'expense'}, 'set': {'notes': 'n'}}"),
                make("{'when': {'type': 'expense'}, 'set': {'addTags': ['a']}}"),
                make("{'when': {'type': 'expense'}, 'set': {'addTags': ['b']}}"));
        String tag = person.get(path).extract().header("ETag");
        Race.of(4, i -> apply(rules.get(i), "").statusCode(200).body("changed", equalTo(1)));
        person.get(path)
                .body("category", equalTo("c"))
                .body("notes", equalTo("n"))
                .body("tags", hasSize(2));
        assertNotEquals(tag, person.get(path).extract().header("ETag"));
    }
}
