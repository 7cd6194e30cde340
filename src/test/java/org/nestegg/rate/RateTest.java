package org.nestegg.rate;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Rates of a day, everybody's and one's own. Everybody's are of days that no other test asks for. */
@QuarkusTest
class RateTest extends ApiTest {

    private static final String RATES = "/api/v1/rates";
    private static final String OWN = "/api/v1/me/rates";

    private Person person;

    @BeforeEach
    void signUp() {
        person = Person.signUp();
    }

    private static void share(String day, String rates) {
        Person.admin()
                .put(RATES + "/" + day, "{'rates': {%s}}".formatted(rates))
                .statusCode(204);
    }

    private ValidatableResponse own(String day, String rates) {
        return person.put(OWN + "/" + day, "{'rates': {%s}}".formatted(rates)).statusCode(204);
    }

    private ValidatableResponse rates(String query) {
        return person.get(RATES + "?" + query).statusCode(200);
    }

    private static long seq(ValidatableResponse answer) {
        return Long.parseLong(answer.extract().header("Change-Seq"));
    }

    @Test
    void theLastOneCountsForSevenDays() {
        share("1950-01-06", "'USD': '1.1000', 'CHF': 0.9");
        share("1950-01-08", "'CHF': '0.95'");
        rates("date=1950-01-05").body("rates", equalTo(Map.of()));
        rates("date=1950-01-06")
                .body("date", equalTo("1950-01-06"))
                .body("base", equalTo("EUR"))
                .body("rates", equalTo(Map.of("CHF", "0.9", "USD", "1.1000")));
        rates("date=1950-01-08&base=EUR").body("rates", equalTo(Map.of("CHF", "0.95", "USD", "1.1000")));
        rates("date=1950-01-13").body("rates", equalTo(Map.of("CHF", "0.95", "USD", "1.1000")));
        rates("date=1950-01-14").body("rates", equalTo(Map.of("CHF", "0.95")));
        rates("date=1950-01-16").body("rates", equalTo(Map.of()));
    }

    /** Of a day that is yet to come they are as old as today. */
    @Test
    void todayIsTheDefaultAndCountsForWhatComes() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        own(today.minusDays(7).toString(), "'USD': '1.25'");
        own(today.minusDays(8).toString(), "'CAD': '1.5'");
        person.get(RATES).statusCode(200).body("rates.USD", equalTo("1.25")).body("rates", not(hasKey("CAD")));
        rates("date=" + today.plusDays(300)).body("rates.USD", equalTo("1.25")).body("rates", not(hasKey("CAD")));
        own(today.plusDays(100).toString(), "'USD': '1.5'");
        rates("date=" + today.plusDays(99)).body("rates.USD", equalTo("1.25"));
        rates("date=" + today.plusDays(300)).body("rates.USD", equalTo("1.5"));
    }

    @Test
    void whatIsPutIsAllThatTheDayHas() {
        share("1951-01-06", "'USD': '1.1', 'CHF': '0.9'");
        share("1951-01-06", "'USD': '1.1', 'SEK': '11'");
        rates("date=1951-01-06").body("rates", equalTo(Map.of("SEK", "11", "USD", "1.1")));
        share("1951-01-06", "");
        rates("date=1951-01-06").body("rates", equalTo(Map.of()));
    }

    @Test
    void anotherBaseHasSixDigits() {
        share(
                "1952-01-06",
                "'USD': '1.0842', 'JPY': '163.5', 'GBP': '0.5421', 'IDR': '17234567.89', 'KWD': '0.000000333'");
        rates("date=1952-01-06&base=USD")
                .body("base", equalTo("USD"))
                .body(
                        "rates",
                        equalTo(Map.of(
                                "EUR", "0.922339",
                                "GBP", "0.500000",
                                "IDR", "15896100",
                                "JPY", "150.802",
                                "KWD", "0.000000307139")));
        // 1 / 0.000000333 is 3003003.003…
        rates("date=1952-01-06&base=KWD").body("rates.EUR", equalTo("3003000")).body("rates", not(hasKey("KWD")));
        share("1952-03-06", "'USD': '10', 'NOK': '1.25'");
        rates("date=1952-03-06&base=USD").body("rates.NOK", equalTo("0.125000"));
        // Halves, and a little more.
        share("1952-05-06", "'USD': '1', 'GBP': '1.000005', 'CHF': '1.000015', 'SEK': '1.0000050001'");
        rates("date=1952-05-06&base=USD")
                .body("rates.GBP", equalTo("1.00000"))
                .body("rates.CHF", equalTo("1.00002"))
                .body("rates.SEK", equalTo("1.00001"));
    }

    @Test
    void aBaseWithoutARateIsRefused() {
        share("1953-01-06", "'USD': '1.1'");
        person.get(RATES + "?date=1953-01-06&base=CHF")
                .statusCode(422)
                .body("code", equalTo("invalid-input"))
                .body("errors.parameter", contains("base"))
                .body("errors.code", contains("no-rate"));
        person.request()
                .header("Accept-Language", "de")
                .get(RATES + "?date=1953-01-14&base=USD")
                .then()
                .statusCode(422)
                .body("errors[0].message", containsString("Kurs"));
        rates("date=1953-01-14&base=EUR").body("rates", equalTo(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "date=yesterday, date, invalid-date",
        "date=2026-02-30, date, invalid-date",
        "date=10000-01-01, date, invalid-date",
        "base=euro, base, unknown-currency",
        "base=XAU, base, unknown-currency",
        "base=usd, base, unknown-currency",
        "day=2026-01-01, day, unknown-parameter"
    })
    void aBadParameterIsRefused(String query, String parameter, String code) {
        person.get(RATES + "?" + query)
                .statusCode(422)
                .body("errors.parameter", contains(parameter))
                .body("errors.code", contains(code));
    }

    @Test
    void ratesHaveATag() {
        share("1954-01-06", "'USD': '1.1'");
        String path = RATES + "?date=1954-01-06";
        String tag = person.get(path).extract().header("ETag");
        person.request().header("If-None-Match", tag).get(path).then().statusCode(304);
        own("1954-01-06", "'USD': '1.2'");
        assertNotEquals(
                tag,
                person.request()
                        .header("If-None-Match", tag)
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .header("ETag"));
    }

    @Test
    void onesOwnWinAndAreNobodyElses() {
        share("1955-01-06", "'USD': '1.1', 'CHF': '0.9'");
        own("1955-01-05", "'USD': '1.2', 'ARS': '900'");
        rates("date=1955-01-04").body("rates", equalTo(Map.of()));
        rates("date=1955-01-05").body("rates", equalTo(Map.of("ARS", "900", "USD", "1.2")));
        rates("date=1955-01-12").body("rates", equalTo(Map.of("ARS", "900", "CHF", "0.9", "USD", "1.2")));
        rates("date=1955-01-13").body("rates", equalTo(Map.of("CHF", "0.9", "USD", "1.1")));
        Person.signUp().get(RATES + "?date=1955-01-06").body("rates", equalTo(Map.of("CHF", "0.9", "USD", "1.1")));
        person.delete(OWN + "/1955-01-05/USD").statusCode(204).header("Change-Seq", "2");
        rates("date=1955-01-06").body("rates", equalTo(Map.of("ARS", "900", "CHF", "0.9", "USD", "1.1")));
        person.delete(OWN + "/1955-01-05/USD").statusCode(404);
        Person.signUp().delete(OWN + "/1955-01-05/ARS").statusCode(404);
    }

    @Test
    void whatBecameTheEuroHasItsFixedRate() {
        own("2022-12-30", "'HRK': '7.5365'");
        rates("date=2022-12-31").body("rates.HRK", equalTo("7.5365"));
        rates("date=2023-01-01").body("rates.HRK", equalTo("7.53450"));
        rates("date=9999-12-31").body("rates.HRK", equalTo("7.53450"));
        rates("date=1998-12-31").body("rates", equalTo(Map.of()));
        rates("date=1999-01-01")
                .body(
                        "rates",
                        equalTo(Map.ofEntries(
                                Map.entry("ATS", "13.7603"),
                                Map.entry("BEF", "40.3399"),
                                Map.entry("DEM", "1.95583"),
                                Map.entry("ESP", "166.386"),
                                Map.entry("FIM", "5.94573"),
                                Map.entry("FRF", "6.55957"),
                                Map.entry("IEP", "0.787564"),
                                Map.entry("ITL", "1936.27"),
                                Map.entry("LUF", "40.3399"),
                                Map.entry("NLG", "2.20371"),
                                Map.entry("PTE", "200.482"))));
        List.of(
                        "2001-01-01 GRD 340.750",
                        "2007-01-01 SIT 239.640",
                        "2008-01-01 CYP 0.585274",
                        "2008-01-01 MTL 0.429300",
                        "2009-01-01 SKK 30.1260",
                        "2011-01-01 EEK 15.6466",
                        "2014-01-01 LVL 0.702804",
                        "2015-01-01 LTL 3.45280",
                        "2023-01-01 HRK 7.53450",
                        "2026-01-01 BGN 1.95583")
                .forEach(fixed -> {
                    String[] parts = fixed.split(" ");
                    LocalDate since = LocalDate.parse(parts[0]);
                    Person other = Person.signUp();
                    other.get(RATES + "?date=" + since).body("rates." + parts[1], equalTo(parts[2]));
                    other.get(RATES + "?date=" + since.minusDays(1)).body("rates." + parts[1], not(parts[2]));
                });
        rates("date=2004-02-29&base=DEM").body("rates.EUR", equalTo("0.511292")).body("rates.ATS", equalTo("7.03553"));
        for (Person caller : List.of(person, Person.admin())) {
            caller.put((caller == person ? OWN : RATES) + "/2023-01-02", "{'rates': {'HRK': '7.5', 'ITL': 1}}")
                    .statusCode(422)
                    .body("errors.pointer", contains("/rates/HRK", "/rates/ITL"))
                    .body("errors.code", everyItem(equalTo("fixed-rate")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/rates|required",
                "{'rates': null}|/rates|required",
                "{'rates': []}|/rates|wrong-type",
                "{'rates': 'USD'}|/rates|wrong-type",
                "{'rates': {}, 'day': '2026-01-01'}|/day|unknown-field",
                "{'rates': {'EUR': 1}}|/rates/EUR|not-the-euro",
                "{'rates': {'usd': 1}}|/rates/usd|unknown-currency",
                "{'rates': {'XAU': 1}}|/rates/XAU|unknown-currency",
                "{'rates': {'': 1}}|/rates/|unknown-currency",
                "{'rates': {'a/b~': 1}}|/rates/a~1b~0|unknown-currency",
                "{'rates': {'🥚': 1}}|/rates/🥚|unknown-currency",
                "{'rates': {'USD': null}}|/rates/USD|required",
                "{'rates': {'USD': true}}|/rates/USD|wrong-type",
                "{'rates': {'USD': {}}}|/rates/USD|wrong-type",
                "{'rates': {'USD': [[1]]}}|/rates/USD|wrong-type",
                "{'rates': {'USD': '1,1'}}|/rates/USD|wrong-type",
                "{'rates': {'USD': '1e1'}}|/rates/USD|wrong-type",
                "{'rates': {'USD': 0}}|/rates/USD|not-positive",
                "{'rates': {'USD': '-1.1'}}|/rates/USD|not-positive",
                "{'rates': {'USD': '1000000000000'}}|/rates/USD|out-of-range",
                "{'rates': {'USD': 1e400}}|/rates/USD|out-of-range",
                "{'rates': {'USD': 1e-11}}|/rates/USD|too-many-decimals",
                "{'rates': {'USD': '1.00000000000'}}|/rates/USD|too-many-decimals"
            })
    void aBadBodyIsRefused(String body, String pointer, String code) {
        for (String path : List.of(OWN, RATES)) {
            Person caller = path.equals(OWN) ? person : Person.admin();
            caller.put(path + "/1956-01-06", body)
                    .statusCode(422)
                    .body("errors.pointer", contains(pointer))
                    .body("errors.code", contains(code));
        }
        rates("date=1956-01-06").body("rates", equalTo(Map.of()));
    }

    @Test
    void everyFaultIsNamedAndNothingHalfWritten() {
        person.put(OWN + "/1957-01-06", "{'rates': {'USD': '1.1', 'CHF': 0, 'xxx': 1, 'EUR': 1}}")
                .statusCode(422)
                .body("errors.pointer", contains("/rates/CHF", "/rates/xxx", "/rates/EUR"));
        String many = IntStream.range(0, 40_000)
                .mapToObj(i -> "'%05d': 1".formatted(i))
                .collect(Collectors.joining(", "));
        person.put(OWN + "/1957-01-06", "{'rates': {%s}}".formatted(many))
                .statusCode(422)
                .body("errors", hasSize(50));
        person.put(OWN + "/1957-01-06", "{'rates': {'USD': 1, 'USD': 2}}").statusCode(400);
        person.get(OWN).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "today", "0000-01-01", "10000-01-01", "2026-1-1", "%00", "🥚"})
    void whatIsNoDayIsNotThere(String day) {
        person.request()
                .contentType("application/json")
                .body("{\"rates\": {}}")
                .urlEncodingEnabled(!day.startsWith("%"))
                .put(OWN + "/" + day)
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsNoCurrencyIsNotThere() {
        own("1958-01-06", "'USD': 1.1");
        for (String currency : List.of("usd", "EUR", "XXX", "-1")) {
            person.delete(OWN + "/1958-01-06/" + currency).statusCode(404);
        }
        person.delete(OWN + "/1958-02-30/USD").statusCode(404);
        person.get(OWN).body("items", hasSize(1));
    }

    @Test
    void onlyAdminsSayWhatEverybodyHas() {
        person.put(RATES + "/1959-01-06", "{'rates': {'USD': 1}}")
                .statusCode(403)
                .body("code", equalTo("not-allowed"));
        json(api(), "{'rates': {'USD': 1}}").put(RATES + "/1959-01-06").then().statusCode(401);
        api().get(RATES).then().statusCode(401);
        api().get(OWN).then().statusCode(401);
        rates("date=1959-01-06").body("rates", equalTo(Map.of()));
        // It is no change of what is the admin's.
        assertNull(Person.admin()
                .put(RATES + "/1959-01-07", "{'rates': {}}")
                .statusCode(204)
                .extract()
                .header("Change-Seq"));
    }

    @Test
    void onesOwnAreListed() {
        person.get(OWN + "?count=true")
                .statusCode(200)
                .body("items", empty())
                .body("total", equalTo(0))
                .body("next", nullValue());
        own("2026-11-05", "'USD': '1.10', 'CHF': 0.93");
        own("2026-11-06", "'SEK': 1e1, 'USD': 1.1");
        own("2026-10-31", "'USD': 1.2");
        person.get(OWN)
                .body("items.day", contains("2026-11-06", "2026-11-06", "2026-11-05", "2026-11-05", "2026-10-31"))
                .body("items.currency", contains("SEK", "USD", "CHF", "USD", "USD"))
                .body("items.rate", contains("10", "1.1", "0.93", "1.10", "1.2"))
                .body("items.createdAt", everyItem(notNullValue()));
        person.get(OWN + "?from=2026-11-01&to=2026-11-05").body("items.currency", contains("CHF", "USD"));
        person.get(OWN + "?currency=USD&count=true")
                .body("items.rate", contains("1.1", "1.10", "1.2"))
                .body("total", equalTo(3));
        List<String> paged = new ArrayList<>();
        String next = OWN + "?limit=2";
        while (next != null) {
            ValidatableResponse page = person.get(next).statusCode(200);
            paged.addAll(page.extract().<List<String>>path("items.rate"));
            next = page.extract().path("next");
        }
        assertEquals(List.of("10", "1.1", "0.93", "1.10", "1.2"), paged);
        person.get(OWN + "?limit=0&from=x&currency=EURO")
                .statusCode(422)
                .body("errors.parameter", contains("from", "currency", "limit"));
        person.get(OWN + "?cursor=made-up").statusCode(400);
        Person.signUp().get(OWN).body("items", empty());
    }

    @Test
    void whatOneSaysIsAChangeThatCanBeUndone() {
        assertEquals(1, seq(own("2026-11-06", "'USD': '1.1', 'CHF': '0.93'")));
        assertNull(own("2026-11-06", "'CHF': '0.930', 'USD': 1.10").extract().header("Change-Seq"), "nothing new");
        assertEquals(2, seq(own("2026-11-06", "'USD': '1.2', 'SEK': '11'")));
        person.get("/api/v1/changes/1")
                .statusCode(200)
                .body("kind", equalTo("replaceMyRates"))
                .body("items.type", everyItem(equalTo("rate")))
                .body("items.op", everyItem(equalTo("created")))
                .body("items.after.currency", not(empty()));
        person.get("/api/v1/changes/2")
                .body("count", equalTo(3))
                .body("items.find { it.op == 'changed' }.before.rate", equalTo("1.1"))
                .body("items.find { it.op == 'changed' }.after.rate", equalTo("1.2"))
                .body("items.find { it.op == 'deleted' }.before.currency", equalTo("CHF"))
                .body("items.find { it.op == 'created' }.after.day", equalTo("2026-11-06"));
        person.get("/api/v1/changes?type=rate").body("items.seq", contains(1, 2));
        person.request().post("/api/v1/changes/1/undo").then().statusCode(409).body("code", equalTo("undo-conflict"));
        person.request().post("/api/v1/changes/2/undo").then().statusCode(201);
        person.get(OWN).body("items.currency", contains("CHF", "USD")).body("items.rate", contains("0.93", "1.1"));
        // Gone, and there again in another's place.
        assertEquals(4, seq(person.delete(OWN + "/2026-11-06/CHF").statusCode(204)));
        own("2026-11-06", "'USD': '1.1', 'CHF': '0.94'");
        person.request().post("/api/v1/changes/4/undo").then().statusCode(409).body("conflicts.type", contains("rate"));
        own("2026-11-06", "");
        person.get(OWN).body("items", empty());
        person.request().post("/api/v1/changes/6/undo").then().statusCode(201);
        person.get(OWN).body("items.rate", contains("0.94", "1.1"));
    }

    @Test
    void twoAtOnceLeaveWhatOneOfThemSaid() {
        String[] bodies = {"'USD': 1, 'CHF': 1, 'SEK': 1", "'CHF': 2, 'USD': 2, 'NOK': 2"};
        Person admin = Person.admin();
        Race.of(8, i -> own("2026-11-06", bodies[i % 2]));
        Race.of(
                8,
                i -> admin.put(RATES + "/1960-01-06", "{'rates': {%s}}".formatted(bodies[i % 2]))
                        .statusCode(204));
        List<String> rates = person.get(OWN).body("items", hasSize(3)).extract().path("items.rate");
        assertEquals(1, rates.stream().distinct().count(), rates.toString());
        Map<String, String> shared = rates("date=1960-01-13").extract().path("rates");
        assertEquals(3, shared.size());
        assertEquals(1, shared.values().stream().distinct().count(), shared.toString());
    }
}
