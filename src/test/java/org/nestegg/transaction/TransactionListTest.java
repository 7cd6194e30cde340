package org.nestegg.transaction;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;

@QuarkusTest
class TransactionListTest extends ApiTest {

    private static final String TRANSACTIONS = "/api/v1/transactions";

    private Person person;

    @BeforeEach
    void recordSome() {
        person = Person.signUp();
        person.record("income", "Salary", "5000", "'date': '2026-11-01', 'category': 'work', 'notes': 'November'");
        person.record("expense", "Pizza", "50", "'date': '2026-11-20', 'category': 'Food', 'tags': ['friday', 'out']");
        person.record("expense", "Rent", "900", "'date': '2026-11-01', 'category': 'home', 'tags': ['out of 100%']");
        person.record("expense", "Ramen", "1500", "'date': '2026-11-10', 'category': 'Food', 'currency': 'JPY'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | Pizza, Ramen, Rent, Salary",
                "type=income | Salary",
                "type=expense | Pizza, Ramen, Rent",
                "from=2026-11-10 | Pizza, Ramen",
                "to=2026-11-10 | Ramen, Rent, Salary",
                "from=2026-11-10&to=2026-11-10 | Ramen",
                "category=Food | Pizza, Ramen",
                "category=food | -",
                "tag=friday | Pizza",
                "tag=out | Pizza",
                "q=PIZ | Pizza",
                "q=food | Pizza, Ramen",
                "q=november | Salary",
                "q=%25 | -",
                "q=_ | -",
                "q=' | -",
                "minAmount=0 | Salary",
                "minAmount=-50&maxAmount=-50.00 | Pizza",
                "maxAmount=-900 | Ramen, Rent",
                "currency=JPY | Ramen",
                "sort=date | Salary, Rent, Ramen, Pizza",
                "sort=-date | Pizza, Ramen, Rent, Salary",
                "sort=amount | Ramen, Rent, Pizza, Salary",
                "sort=-amount | Salary, Pizza, Rent, Ramen",
                "q=a&type=expense&sort=amount&category=Food | Ramen, Pizza",
                "from=&type= | Pizza, Ramen, Rent, Salary"
            })
    void filtersHoldTogether(String query, String expected) {
        List<String> descriptions = person.request()
                .urlEncodingEnabled(false)
                .get(TRANSACTIONS + (query == null ? "" : "?" + query))
                .then()
                .statusCode(200)
                .extract()
                .path("items.description");
        assertEquals(expected == null ? List.of() : List.of(expected.split(", ")), descriptions);
    }

    @ParameterizedTest
    @CsvSource({
        "type=gift, type, not-one-of",
        "from=yesterday, from, invalid-date",
        "to=2026-02-30, to, invalid-date",
        "minAmount=1e5, minAmount, wrong-type",
        "maxAmount=much, maxAmount, wrong-type",
        "currency=euro, currency, unknown-currency",
        "sort=name, sort, not-one-of",
        "limit=0, limit, out-of-range",
        "limit=101, limit, out-of-range",
        "limit=x, limit, out-of-range",
        "limit=99999999999999999999, limit, out-of-range",
        "count=yes, count, wrong-type",
        "q=%00, q, control-character",
        "category=%1b, category, control-character"
    })
    void aBadParameterIsRefusedByName(String query, String parameter, String code) {
        person.request()
                .urlEncodingEnabled(false)
                .get(TRANSACTIONS + "?" + query)
                .then()
                .statusCode(422)
                .body("errors.parameter", contains(parameter))
                .body("errors.code", contains(code));
    }

    @Test
    void allBadParametersAreNamedAtOnce() {
        person.get(TRANSACTIONS + "?limit=0&sort=x&from=y&count=z")
                .statusCode(422)
                .body("errors.parameter", containsInAnyOrder("limit", "sort", "from", "count"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "-date", "amount", "-amount"})
    void pagesTogetherAreTheListInOrder(String sort) {
        Person other = Person.signUp();
        Random random = new Random(20261120);
        for (int i = 0; i < 37; i++) {
            // Few days and amounts, so that many are equal and the id has to decide.
            other.record(
                    random.nextBoolean() ? "income" : "expense",
                    "t" + i,
                    Integer.toString(1 + random.nextInt(3)),
                    "'date': '2026-11-0%d'".formatted(1 + random.nextInt(3)));
        }
        List<Map<String, Object>> paged = new ArrayList<>();
        String next = TRANSACTIONS + "?limit=5&count=true&sort=" + sort;
        int pages = 0;
        while (next != null) {
            ValidatableResponse page =
                    other.request().urlEncodingEnabled(false).get(next).then().statusCode(200);
            page.body("total", is(37));
            paged.addAll(page.extract().path("items"));
            next = page.extract().path("next");
            String link = page.extract().header("Link");
            assertEquals(next == null ? null : "<" + next + ">; rel=\"next\"", link);
            pages++;
        }
        assertEquals(8, pages);
        Comparator<Map<String, Object>> order = sort.endsWith("date")
                ? Comparator.comparing(t -> (String) t.get("date"))
                : Comparator.comparing(t -> new BigDecimal((String) t.get("amount")));
        order = order.thenComparing(t -> (String) t.get("id"));
        List<Map<String, Object>> sorted = paged.stream()
                .sorted(sort.startsWith("-") ? order.reversed() : order)
                .toList();
        assertEquals(sorted, paged);
        assertEquals(37, paged.stream().map(t -> t.get("id")).distinct().count());
    }

    @Test
    void thereIsNoNextOfAFullLastPage() {
        person.get(TRANSACTIONS + "?limit=4").body("items", hasSize(4)).body("next", nullValue());
        person.get(TRANSACTIONS + "?limit=3").body("items", hasSize(3)).body("next", not(nullValue()));
    }

    @Test
    void theTotalIsToldOnlyOnRequest() {
        assertFalse(person.get(TRANSACTIONS).extract().asString().contains("\"total\""));
        person.get(TRANSACTIONS + "?count=true&type=expense&limit=1")
                .body("total", is(3))
                .body("items", hasSize(1));
    }

    @Test
    void aCursorIsGoodForItsListItsFiltersAndItsOwnerOnly() {
        String next = person.get(TRANSACTIONS + "?limit=1&sort=date").extract().path("next");
        String cursor = next.substring(next.indexOf("cursor=") + "cursor=".length());
        person.get(next).statusCode(200);
        person.get(TRANSACTIONS + "?sort=date&limit=2&count=true&cursor=" + cursor)
                .statusCode(200);
        for (String bad : List.of(
                TRANSACTIONS + "?limit=1&cursor=" + cursor,
                TRANSACTIONS + "?limit=1&sort=-date&cursor=" + cursor,
                TRANSACTIONS + "?limit=1&sort=date&q=x&cursor=" + cursor,
                "/api/v1/expenses?limit=1&sort=date&cursor=" + cursor,
                "/api/v1/categories?cursor=" + cursor)) {
            person.get(bad).statusCode(400).body("code", equalTo("invalid-cursor"));
        }
        Person.signUp().get(next).statusCode(400).body("code", equalTo("invalid-cursor"));
    }

    @Test
    void aCursorThatIsMadeUpOrAlteredIsRefused() {
        String next = person.get(TRANSACTIONS + "?limit=1").extract().path("next");
        String cursor = next.substring(next.indexOf("cursor=") + "cursor=".length());
        for (int i = 0; i < cursor.length(); i += 3) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            person.get(TRANSACTIONS + "?limit=1&cursor=" + cursor.substring(0, i) + other + cursor.substring(i + 1))
                    .statusCode(400)
                    .body("code", equalTo("invalid-cursor"));
        }
        for (String made : List.of("x", "0", "", "null", cursor + "A", cursor.substring(1), "🥚", "MjAyNi0xMS0yMAox")) {
            person.get(TRANSACTIONS + "?cursor={cursor}", made).statusCode(400).body("code", equalTo("invalid-cursor"));
        }
    }

    @Test
    void aListAsCsvHasAllThatMatch() {
        person.record(
                "expense",
                "=cmd|\\u0027 /C calc\\u0027!A0",
                "1",
                "'notes': '-1+1', 'category': '@x', 'tags': ['＝1'], 'date': '2026-12-01'");
        person.record("expense", "Say \\\"hi\\\", Bob", "2", "'tags': ['a', 'b c'], 'date': '2026-12-02'");
        String csv = person.request()
                .accept("text/csv")
                .get(TRANSACTIONS + "?type=expense&from=2026-11-15")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("transactions.csv"))
                .extract()
                .asString();
        List<String> lines = List.of(csv.split("\r\n"));
        assertEquals(
                "id,type,date,description,amount,currency,category,tags,notes,createdAt,updatedAt,account,accountId,externalId,"
                        + "transferId",
                lines.get(0));
        assertEquals(4, lines.size());
        assertEquals(
                "expense,2026-12-02,\"Say \"\"hi\"\", Bob\",-2.00,EUR,,\"a b c\",",
                lines.get(1).replaceAll("^[^,]*,|,[^,]*,[^,]*,,,,$", ""));
        assertEquals(
                "expense,2026-12-01,\"'=cmd|' /C calc'!A0\",-1.00,EUR,\"'@x\",\"'＝1\",\"'-1+1\"",
                lines.get(2).replaceAll("^[^,]*,|,[^,]*,[^,]*,,,,$", ""));
        person.request().accept("text/csv").get(TRANSACTIONS + "?sort=x").then().statusCode(422);
        api().accept("text/csv").get(TRANSACTIONS).then().statusCode(401);
    }

    @Test
    void acceptDecidesBetweenJsonAndCsv() {
        for (String accept : List.of("*/*", "application/json", "application/*", "text/csv;q=0.5, application/json")) {
            person.request().accept(accept).get(TRANSACTIONS).then().contentType(startsWith("application/json"));
        }
        for (String accept : List.of("text/csv", "text/*", "application/json;q=0.5, text/csv")) {
            person.request().accept(accept).get(TRANSACTIONS).then().contentType(startsWith("text/csv"));
        }
        person.request().accept("application/xml").get(TRANSACTIONS).then().statusCode(406);
    }

    @Test
    void categoriesAreCountedForCompletion() {
        person.get("/api/v1/categories")
                .statusCode(200)
                .body("items.name", contains("Food", "home", "work"))
                .body("items[0].count", is(2))
                .body("items[0].lastUsed", equalTo("2026-11-20"))
                .body("next", nullValue());
        person.get("/api/v1/categories?q=O&count=true&limit=2")
                .body("items.name", contains("Food", "home"))
                .body("total", is(3));
        String next = person.get("/api/v1/categories?limit=2").extract().path("next");
        person.get(next).body("items.name", contains("work")).body("next", nullValue());
        Person.signUp().get("/api/v1/categories").body("items", empty());
    }
}
