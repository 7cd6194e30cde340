package org.nestegg.rate;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Person;
import org.nestegg.support.Race;
import org.nestegg.support.Sql;

/** Loading everybody's rates, by command and by schedule. Each test has a year that no other has. */
@QuarkusTest
class RateLoadTest extends ApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    RateLoad command;

    private Sql sql;

    @BeforeEach
    void connect() {
        sql = new Sql(database);
    }

    private static ReferenceRates.Loaded load(String file) {
        try {
            return ReferenceRates.load(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every day of a year, three currencies. */
    private static String year(int year, String rate) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return "Date,USD,JPY,CHF,\n"
                + IntStream.range(0, first.lengthOfYear())
                        .mapToObj(i -> first.plusDays(i) + "," + rate + ",150.5,N/A,\n")
                        .collect(Collectors.joining());
    }

    private long rates(int year) throws SQLException {
        return sql.count("reference_rate where day between '%1$d-01-01' and '%1$d-12-31'".formatted(year));
    }

    @Test
    void whatIsLoadedAgainChangesOnlyWhatDiffers() throws SQLException {
        assertEquals(new ReferenceRates.Loaded(730, 365, 730, 0), load(year(1910, "1.1")));
        assertEquals(new ReferenceRates.Loaded(730, 365, 0, 0), load(year(1910, "1.10")));
        assertEquals(730, rates(1910));
        String row = sql.text("select xmin from reference_rate where currency = 'JPY' and day = '1910-05-05'");
        assertEquals(new ReferenceRates.Loaded(730, 365, 0, 365), load(year(1910, "1.2")));
        assertEquals(row, sql.text("select xmin from reference_rate where currency = 'JPY' and day = '1910-05-05'"));
        // What the file does not have stays.
        Person.admin()
                .put("/api/v1/rates/1910-05-05", "{'rates': {'USD': 2, 'SEK': 10}}")
                .statusCode(204);
        assertEquals(new ReferenceRates.Loaded(730, 365, 1, 1), load(year(1910, "1.2")));
        Person.signUp()
                .get("/api/v1/rates?date=1910-05-05")
                .body("rates.USD", equalTo("1.2"))
                .body("rates.JPY", equalTo("150.5"))
                .body("rates.SEK", equalTo("10"));
    }

    /** More than one batch, and days twice. */
    @Test
    void muchIsLoadedInBatches() throws SQLException {
        String twice = IntStream.rangeClosed(1911, 1930)
                .mapToObj(year -> year(year, "1.1"))
                .map(table -> table.substring(table.indexOf('\n') + 1))
                .collect(Collectors.joining());
        ReferenceRates.Loaded loaded = load("Date,USD,JPY,CHF,\n1911-01-01,1,1,1,\n1911-01-01,2,2,N/A,\n" + twice);
        assertEquals(7305 * 2 + 1, loaded.added());
        assertEquals(7305, loaded.days());
        assertEquals("1.1", sql.text("select rate from reference_rate where currency = 'USD' and day = '1911-01-01'"));
    }

    @Test
    void whatIsBrokenLoadsNothing() throws SQLException {
        String broken = year(1931, "1.1") + "1931-12-31,1.1,x,N/A,\n";
        assertThrows(UnreadableRatesException.class, () -> load(broken));
        assertEquals(0, rates(1931));
    }

    @Test
    void whoeverLoadsAtOnceLoadsEachRateOnce() throws SQLException {
        String file = year(1932, "1.1");
        List<ReferenceRates.Loaded> loads = Race.of(4, _ -> load(file));
        assertEquals(732, loads.stream().mapToLong(ReferenceRates.Loaded::added).sum());
        assertEquals(0, loads.stream().mapToLong(ReferenceRates.Loaded::changed).sum());
        assertEquals(732, rates(1932));
    }

    @Test
    void theCommandTakesWhateverTheBankPublishes() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("rates");
        Path zip = folder.resolve("history");
        Files.write(zip, RateFileTest.zip(year(1933, "1.1").getBytes(StandardCharsets.UTF_8), "eurofxref-hist.csv"));
        assertTrue(command.run(zip));
        assertEquals(730, rates(1933));
        Path xml = folder.resolve("day");
        Files.writeString(
                xml,
                Files.readString(Path.of("src/test/resources/rates/day.xml")).replace("2026-04-13", "1934-04-13"));
        assertTrue(command.run(xml));
        assertTrue(command.run(xml));
        Person.signUp()
                .get("/api/v1/rates?date=1934-04-15")
                .body("rates.keySet()", contains("JPY", "SEK", "USD"))
                .body("rates.SEK", equalTo("10.8920"));
        assertFalse(command.run(Path.of("pom.xml")));
        assertFalse(command.run(folder.resolve("nothing")));
        assertFalse(command.run(folder));
    }

    /** What a server answers is loaded once, however many replicas there are. */
    @Test
    void anAddressIsLoadedByOneReplicaOnceADay() throws IOException, SQLException {
        AtomicInteger asked = new AtomicInteger();
        byte[] body = year(1935, "1.1").getBytes(StandardCharsets.UTF_8);
        HttpServer server = serve(200, body, asked);
        try {
            String url = url(server);
            Race.of(3, _ -> {
                new RateDownload(Optional.of(url)).hourly();
                return true;
            });
            assertEquals(1, asked.get());
            assertEquals(730, rates(1935));
            assertEquals(
                    RateDownload.nextAfter(Instant.now()).toString(),
                    sql.text(
                            "select to_char(next_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from rate_download"
                                    + " where address = sha256('%s')".formatted(url)));
            new RateDownload(Optional.of(url)).hourly();
            assertEquals(1, asked.get());
            // The day after.
            sql.execute("update rate_download set next_at = now() where address = sha256('%s')".formatted(url));
            new RateDownload(Optional.of(url)).hourly();
            assertEquals(2, asked.get());
            // None unless configured.
            new RateDownload(Optional.empty()).hourly();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatFailsEndsNothingAndIsTriedAgain() throws IOException, SQLException {
        byte[] huge = new byte[(16 << 20) + 1];
        AtomicInteger asked = new AtomicInteger();
        for (HttpServer server : List.of(
                serve(500, new byte[0], asked),
                serve(200, "<html>".getBytes(StandardCharsets.UTF_8), asked),
                serve(200, huge, asked))) {
            new RateDownload(Optional.of(url(server))).hourly();
            new RateDownload(Optional.of(url(server))).hourly();
            assertEquals(
                    "t",
                    sql.text("select next_at between now() + interval '50 minutes' and now() + interval '1 hour'"
                            + " from rate_download where address = sha256('%s')".formatted(url(server))));
            server.stop(0);
        }
        assertEquals(3, asked.get(), "not again within the hour");
        for (String url :
                List.of("file:///etc/passwd", "rates", "http://", "http://localhost:1/", "jar:file:/a!/b", "::")) {
            new RateDownload(Optional.of(url)).hourly();
        }
        Person.signUp().get("/api/v1/rates").statusCode(200).body("rates", not(hasKey("XXX")));
    }

    @Test
    void theNextIsAfterTheBankHasPublished() {
        assertEquals(
                Instant.parse("2026-11-20T16:00:00Z"), RateDownload.nextAfter(Instant.parse("2026-11-20T15:59:59Z")));
        assertEquals(
                Instant.parse("2026-11-21T16:00:00Z"), RateDownload.nextAfter(Instant.parse("2026-11-20T16:00:00Z")));
        assertEquals(
                Instant.parse("2027-01-01T16:00:00Z"), RateDownload.nextAfter(Instant.parse("2026-12-31T23:00:00Z")));
    }

    /** One more than there may be; what is there already is no more. */
    @Test
    void onesOwnAreBounded() throws SQLException {
        Person person = Person.signUp();
        sql.execute("""
                insert into own_rate (user_id, id, day, currency, rate, version, created_at, updated_at)
                    select '%s', uuidv7(), date '1970-01-01' + i, 'USD', 1.1, 0, now(), now() from generate_series(1, 19999) i
                """.formatted(person.id));
        String path = "/api/v1/me/rates/1960-01-01";
        person.put(path, "{'rates': {'USD': 1, 'CHF': 1}}").statusCode(422).body("code", equalTo("limit-reached"));
        person.get("/api/v1/me/rates?count=true&limit=1").body("total", equalTo(19_999));
        person.put(path, "{'rates': {'CHF': 1}}").statusCode(204);
        person.put(path, "{'rates': {'USD': 1}}").statusCode(204);
        person.put("/api/v1/me/rates/1970-01-02", "{'rates': {'USD': 2}}").statusCode(204);
        person.delete(path + "/USD").statusCode(204).header("Change-Seq", "5");
        person.put(path, "{'rates': {'CHF': 1}}").statusCode(204);
        person.request().post("/api/v1/changes/5/undo").then().statusCode(422).body("code", equalTo("limit-reached"));
    }

    private static HttpServer serve(int status, byte[] body, AtomicInteger asked) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://localhost:%d/eurofxref".formatted(server.getAddress().getPort());
    }
}
