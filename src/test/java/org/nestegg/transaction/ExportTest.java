package org.nestegg.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.nestegg.support.ApiTest;
import org.nestegg.support.Await;
import org.nestegg.support.Person;
import org.nestegg.support.Sql;

/** Lists as CSV: all of it, for spreadsheets that know better, and for nobody's harm. */
@QuarkusTest
class ExportTest extends ApiTest {

    @Inject
    AgroalDataSource database;

    private void plant(Person person, int rows) throws SQLException {
        new Sql(database).execute("""
                        insert into transaction (id, user_id, description, amount, currency, date, tags, notes, version,
                            created_at, updated_at)
                        select uuidv7(), '%s', 'row ' || i, i, 'EUR', date '2026-01-01' + i %% 7, '{}', repeat('x', 1000),
                            0, now(), now()
                        from generate_series(1, %d) i
                        """.formatted(person.id, rows));
        // As the database does by itself before long: it would sort for each slice otherwise.
        new Sql(database).execute("analyze transaction");
    }

    private static String export(Person person, String query) {
        return person.request()
                .accept("text/csv")
                .get("/api/v1/transactions" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void everyRowIsThereOnceInOrderAcrossSlices() throws Exception {
        Person person = Person.signUp();
        plant(person, 1_777);
        for (String sort : List.of("-date", "date", "amount", "-amount")) {
            List<CSVRecord> rows = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new StringReader(export(person, "?sort=" + sort)))
                    .getRecords();
            assertEquals(1_777, rows.size(), sort);
            assertEquals(
                    1_777, new HashSet<>(rows.stream().map(row -> row.get("id")).toList()).size());
            String field = sort.replace("-", "");
            for (int i = 1; i < rows.size(); i++) {
                int order = field.equals("date")
                        ? rows.get(i - 1).get(field).compareTo(rows.get(i).get(field))
                        : Double.compare(
                                Double.parseDouble(rows.get(i - 1).get(field)),
                                Double.parseDouble(rows.get(i).get(field)));
                assertTrue(sort.startsWith("-") ? order >= 0 : order <= 0, sort);
            }
        }
    }

    @Test
    void everyTextIsQuotedAndNoneIsAFormula() {
        Person person = Person.signUp();
        person.record("expense", "a;b", "1", "'category': '=1+1', 'tags': ['+x', 'y'], 'notes': 'one\\n@two, three'");
        person.record("expense", "-2+3", "1", "'notes': '\\u0009=cmd'");
        String csv = export(person, "?sort=date");
        assertTrue(csv.contains(",\"a;b\",-1.00,EUR,\"'=1+1\",\"'+x y\",\"one\n@two,"), csv);
        assertTrue(csv.contains(",\"'-2+3\",-1.00,EUR,,,\"'=cmd\","), csv);
    }

    /** Their readers have not taken a byte since the first; nobody else may notice. */
    @Test
    void slowDownloadsHoldNoConnections() throws Exception {
        Person person = Person.signUp();
        Person other = Person.signUp();
        plant(person, 20_000);
        List<Socket> downloads = new ArrayList<>();
        try {
            for (int i = 0; i < 25; i++) {
                downloads.add(begin(person));
            }
            for (Socket download : downloads) {
                assertEquals('H', download.getInputStream().read());
            }
            for (int i = 0; i < 5; i++) {
                other.get("/api/v1/me").statusCode(200);
                RestAssured.get("/q/health/ready").then().statusCode(200);
            }
            assertTrue(database.getMetrics().activeCount() < 5, "in use: " + database.getMetrics());
        } finally {
            for (Socket download : downloads) {
                download.close();
            }
            // What is on its way would be counted by the tests that come.
            AtomicInteger quiet = new AtomicInteger();
            Await.until(
                    "all is quiet",
                    () -> quiet.updateAndGet(n -> database.getMetrics().activeCount() > 0 ? 0 : n + 1) > 25);
        }
    }

    private static Socket begin(Person person) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(60_000);
        socket.connect(new java.net.InetSocketAddress("localhost", RestAssured.port), 5_000);
        socket.getOutputStream()
                .write(("GET /api/v1/transactions HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n"
                                + "Authorization: Bearer " + person.accessToken + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
