package org.nestegg.transaction;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;

@QuarkusTest
class TransactionTest extends ApiTest {

    private static final String TRANSACTIONS = "/api/v1/transactions";

    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
    }

    @Test
    void aTransactionIsRecordedWithItsDefaults() {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        Response created = json(person.request(), "{'type': 'expense', 'description': ' Pizza ', 'amount': 50}")
                .post(TRANSACTIONS);
        created.then()
                .statusCode(201)
                .header("Location", TRANSACTIONS + "/" + created.path("id"))
                .body("description", equalTo("Pizza"))
                .body("amount", equalTo("-50.00"))
                .body("currency", equalTo("EUR"))
                .body("date", equalTo(today))
                .body("category", nullValue())
                .body("tags", empty())
                .body("notes", nullValue());
        String read =
                person.get(created.header("Location")).statusCode(200).extract().asString();
        assertEquals(created.asString(), read);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "income, '5000', EUR, 5000.00",
                "income, 0.1, EUR, 0.10",
                "expense, '50', EUR, -50.00",
                "expense, -50, EUR, -50.00",
                "expense, '-0.01', EUR, -0.01",
                "income, 20, JPY, 20",
                "expense, '20.125', KWD, -20.125",
                "income, '1.0001', CLF, 1.0001",
                "income, 9999999999999.99, EUR, 9999999999999.99",
                "income, 1e3, EUR, 1000.00"
            })
    void amountsAreExactAndSignedByType(String type, String amount, String currency, String shown) {
        person.post(
                        TRANSACTIONS,
                        "{'type': '%s', 'description': 'x', 'amount': %s, 'currency': '%s'}"
                                .formatted(type, amount, currency))
                .statusCode(201)
                .body("amount", equalTo(shown))
                .body("currency", equalTo(currency));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'amount': 0 | /amount | zero",
                "'amount': '-0.00' | /amount | zero",
                "'amount': -5, 'type': 'income' | /amount | not-positive",
                "'amount': '0.001' | /amount | too-many-decimals",
                "'amount': '1.5', 'currency': 'JPY' | /amount | too-many-decimals",
                "'amount': 10000000000000 | /amount | out-of-range",
                "'amount': 1e400 | /amount | out-of-range",
                "'amount': '1e3' | /amount | wrong-type",
                "'amount': 'NaN' | /amount | wrong-type",
                "'amount': '' | /amount | wrong-type",
                "'amount': true | /amount | wrong-type",
                "'amount': [] | /amount | wrong-type",
                "'amount': null | /amount | required",
                "'currency': 'EURO' | /currency | unknown-currency",
                "'currency': 'eur' | /currency | unknown-currency",
                "'currency': 'XAU' | /currency | unknown-currency",
                "'currency': 978 | /currency | wrong-type",
                "'type': 'gift' | /type | not-one-of",
                "'type': 0 | /type | not-one-of",
                "'type': null | /type | required",
                "'description': '' | /description | too-short",
                "'description': '   ' | /description | too-short",
                "'description': null | /description | required",
                "'description': 5 | /description | wrong-type",
                "'description': {} | /description | wrong-type",
                "'description': 'a\\u0000b' | /description | control-character",
                "'description': 'a\\u001bb' | /description | control-character",
                "'description': 'a\\ud800b' | /description | control-character",
                "'date': '2026-02-30' | /date | invalid-date",
                "'date': '20.11.2026' | /date | invalid-date",
                "'date': '2026-11-20T00:00:00Z' | /date | invalid-date",
                "'date': '0000-01-01' | /date | invalid-date",
                "'date': 20260101 | /date | wrong-type",
                "'date': [2026, 1, 1] | /date | wrong-type",
                "'category': '' | /category | too-short",
                "'tags': 'food' | /tags | wrong-type",
                "'tags': ['food', 5] | /tags/1 | wrong-type",
                "'tags': ['food', null] | /tags/1 | required",
                "'tags': [''] | /tags/0 | too-short",
                "'id': 'x' | /id | unknown-field",
                "'owner': 'x' | /owner | unknown-field",
                "'a/b~c': 1 | /a~1b~0c | unknown-field"
            })
    void aBadFieldIsRefusedByName(String field, String pointer, String code) {
        String rest = List.of("'type': 'expense'", "'description': 'x'", "'amount': 1").stream()
                .filter(f -> !field.contains(f.substring(0, f.indexOf(':') + 1)))
                .reduce("", (all, f) -> all + ", " + f);
        person.post(TRANSACTIONS, "{" + field + rest + "}")
                .statusCode(422)
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
        person.get(TRANSACTIONS + "?count=true").body("total", is(0));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        person.post(
                        TRANSACTIONS,
                        "{'type': 'x', 'amount': 'y', 'date': 'z', 'tags': [1, 2], 'more': {}, 'currency': 'Q'}")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/type",
                                "/amount",
                                "/date",
                                "/tags/0",
                                "/tags/1",
                                "/more",
                                "/currency",
                                "/description"));
    }

    @Test
    void lengthsCountCodePoints() {
        String emoji = "🥚".repeat(200);
        person.post(TRANSACTIONS, "{'type': 'expense', 'amount': 1, 'description': '%s'}".formatted(emoji))
                .statusCode(201)
                .body("description", equalTo(emoji));
        person.post(TRANSACTIONS, "{'type': 'expense', 'amount': 1, 'description': '%sx'}".formatted(emoji))
                .statusCode(422)
                .body("errors[0].code", equalTo("too-long"));
        person.create(
                TRANSACTIONS,
                "{'type': 'expense', 'amount': 1, 'description': 'x', 'category': '%s', 'notes': '%s', 'tags': ['%s']}"
                        .formatted("🥚".repeat(50), "🥚".repeat(2000), "🥚".repeat(30)));
        person.post(
                        TRANSACTIONS,
                        "{'type': 'expense', 'amount': 1, 'description': 'x', 'category': '%s', 'notes': '%s', 'tags': ['%s']}"
                                .formatted("🥚".repeat(51), "🥚".repeat(2001), "🥚".repeat(31)))
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/category", "/notes", "/tags/0"));
    }

    @Test
    void thereAreUpTo20Tags() {
        String twenty =
                IntStream.rangeClosed(1, 20).mapToObj(i -> "'t" + i + "'").collect(Collectors.joining(", "));
        String body = "{'type': 'expense', 'amount': 1, 'description': 'x', 'tags': [%s]}";
        person.create(TRANSACTIONS, body.formatted(twenty));
        person.post(TRANSACTIONS, body.formatted(twenty + ", 't21'"))
                .statusCode(422)
                .body("errors.code", contains("too-many"));
        person.post(TRANSACTIONS, body.formatted("'b', 'a', 'b'"))
                .statusCode(201)
                .body("tags", contains("b", "a"));
    }

    @Test
    void putReplacesAndForgetsWhatIsLeftOut() {
        String path = person.record(
                "expense", "Pizza", "50", "'category': 'food', 'tags': ['a'], 'notes': 'n', 'date': '2026-01-01'");
        person.put(path, "{'type': 'income', 'description': 'Refund', 'amount': '20', 'date': '2026-02-02'}")
                .statusCode(200)
                .body("type", equalTo("income"))
                .body("amount", equalTo("20.00"))
                .body("date", equalTo("2026-02-02"))
                .body("category", nullValue())
                .body("tags", empty())
                .body("notes", nullValue());
        person.get(path).body("description", equalTo("Refund"));
    }

    @Test
    void patchChangesWhatItNames() {
        String path = person.record(
                "expense", "Pizza", "50.5", "'category': 'food', 'tags': ['a', 'b'], 'date': '2026-01-01'");
        person.patch(path, "{'description': 'Calzone', 'category': null, 'tags': ['c']}")
                .statusCode(200)
                .body("description", equalTo("Calzone"))
                .body("amount", equalTo("-50.50"))
                .body("category", nullValue())
                .body("tags", contains("c"))
                .body("date", equalTo("2026-01-01"));
        person.patch(path, "{'type': 'income'}").statusCode(200).body("amount", equalTo("50.50"));
        person.patch(path, "{'currency': 'JPY'}").statusCode(422).body("errors.pointer", contains("/amount"));
        person.patch(path, "{'currency': 'JPY', 'amount': 60}").statusCode(200).body("amount", equalTo("60"));
        person.patch(path, "{}").statusCode(200).body("amount", equalTo("60"));
        person.patch(path, "{'description': null}").statusCode(422).body("errors.code", contains("required"));
        person.patch(path, "{'nonsense': null}").statusCode(422).body("errors.code", contains("unknown-field"));
        person.patch(path, "[]").statusCode(422);
    }

    @Test
    void ofRacingPatchesNoneIsLostSilently() {
        String path = person.record("expense", "Pizza", "50", "");
        List<Integer> answers = Race.of(
                10,
                i -> i % 2 == 0
                        ? person.patch(path, "{'category': 'c%d'}".formatted(i))
                                .extract()
                                .statusCode()
                        : person.patch(path, "{'notes': 'n%d'}".formatted(i))
                                .extract()
                                .statusCode());
        assertEquals(10, answers.stream().filter(s -> s == 200 || s == 409).count(), answers.toString());
    }

    @Test
    void whatIsDeletedIsGone() {
        String path = person.record("expense", "Pizza", "50", "");
        person.delete(path).statusCode(204);
        person.get(path).statusCode(404);
        person.delete(path).statusCode(404);
        person.patch(path, "{}").statusCode(404);
        person.put(path, "{'type': 'expense', 'description': 'x', 'amount': 1}").statusCode(404);
    }

    @Test
    void ofRacingDeletesOneSucceeds() {
        String path = person.record("expense", "Pizza", "50", "");
        List<Integer> answers = Race.of(6, i -> person.request().delete(path).statusCode());
        assertEquals(1, answers.stream().filter(s -> s == 204).count(), answers.toString());
        assertEquals(5, answers.stream().filter(s -> s == 404 || s == 409).count(), answers.toString());
    }

    @Test
    void anothersTransactionDoesNotExist() {
        String path = person.record("expense", "Pizza", "50", "");
        Person other = Person.signUp();
        String theirs = other.get(path).statusCode(404).extract().path("detail");
        String nobodys = other.get(TRANSACTIONS + "/019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6e")
                .statusCode(404)
                .extract()
                .path("detail");
        assertEquals(nobodys, theirs);
        other.delete(path).statusCode(404);
        other.patch(path, "{'amount': 1}").statusCode(404);
        other.put(path, "{'type': 'expense', 'description': 'x', 'amount': 1}").statusCode(404);
        other.get(TRANSACTIONS).body("items", empty());
        person.get(path).statusCode(200).body("amount", equalTo("-50.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "123", "019a9d3c-5b7e-7c41-9d0e-3f2a1b4c5d6", "%F0%9F%A5%9A", "%00", "null"})
    void aMalformedIdIsNotFound(String id) {
        person.request()
                .urlEncodingEnabled(false)
                .get(TRANSACTIONS + "/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void thePathFixesTheTypeOfIncomesAndExpenses() {
        person.post("/api/v1/incomes", "{'description': 'Salary', 'amount': 5000}")
                .statusCode(201)
                .body("type", equalTo("income"))
                .body("amount", equalTo("5000.00"));
        person.post("/api/v1/expenses", "{'description': 'Pizza', 'amount': 50}")
                .statusCode(201)
                .body("type", equalTo("expense"))
                .body("amount", equalTo("-50.00"));
        person.get("/api/v1/incomes").statusCode(200).body("items.description", contains("Salary"));
        person.get("/api/v1/expenses").statusCode(200).body("items.description", contains("Pizza"));
        person.get("/api/v1/expenses?type=income").statusCode(422).body("code", equalTo("unknown-parameter"));
        person.post("/api/v1/incomes", "{'type': 'income', 'amount': 'x'}")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/type", "/amount", "/description"));
        person.post("/api/v1/incomes", "{'description': 'x', 'amount': -1}")
                .statusCode(422)
                .body("errors.code", contains("not-positive"));
    }
}
