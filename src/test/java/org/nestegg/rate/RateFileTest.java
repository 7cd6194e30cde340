package org.nestegg.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the European Central Bank publishes, and what only looks like it. */
class RateFileTest {

    private static final Path FILES = Path.of("src/test/resources/rates");

    private static final List<String> HISTORY = List.of(
            "2026-04-13 USD 1.1684",
            "2026-04-13 JPY 186.75",
            "2026-04-13 CHF 0.9242",
            "2026-04-10 USD 1.1711",
            "2026-04-10 JPY 186.43",
            "2026-04-10 CHF 0.9241",
            "2023-01-02 USD 1.0683",
            "2023-01-02 JPY 140.66",
            "1999-01-04 USD 1.1789",
            "1999-01-04 JPY 133.73",
            "1999-01-04 TRL 372274",
            "1999-01-04 CHF 1.6168");

    private static List<String> read(byte[] file) throws IOException {
        return read(new ByteArrayInputStream(file));
    }

    private static List<String> read(String file) throws IOException {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(InputStream file) throws IOException {
        List<String> rates = new ArrayList<>();
        RateFile.read(
                file,
                rate -> rates.add("%s %s %s"
                        .formatted(rate.day(), rate.currency(), rate.rate().toPlainString())));
        return rates;
    }

    /** Files by name; those that end with a slash are folders. */
    static byte[] zip(byte[] content, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    zip.write(content);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void isRefused(byte[] file, String why) {
        isRefused(new ByteArrayInputStream(file), why);
    }

    private static void isRefused(InputStream file, String why) {
        String message =
                assertThrows(UnreadableRatesException.class, () -> read(file)).getMessage();
        assertTrue(message.contains(why), message);
        assertEquals(1, message.lines().count());
    }

    private static void isRefused(String file, String why) {
        isRefused(file.getBytes(StandardCharsets.UTF_8), why);
    }

    /** Without what is fixed by then, currencies that nobody knows, and what there is no rate of. */
    @Test
    void theHistoryIsRead() throws IOException {
        byte[] table = Files.readAllBytes(FILES.resolve("history.csv"));
        assertEquals(
                HISTORY.stream().sorted().toList(),
                read(table).stream().sorted().toList());
        String text = new String(table, StandardCharsets.UTF_8);
        for (String variant : List.of(
                "\ufeff" + text,
                text.replace("\n", "\r\n"),
                text.replace(",", " , "),
                text.replace(",\n", "\n"),
                text + "\n\n")) {
            assertEquals(HISTORY.size(), read(variant).size(), variant);
        }
    }

    @Test
    void aZipIsItsFirstFile() throws IOException {
        byte[] table = Files.readAllBytes(FILES.resolve("history.csv"));
        assertEquals(read(table), read(zip(table, "eurofxref-hist.csv")));
        assertEquals(read(table), read(zip(table, "folder/", "folder/a.txt", "another.csv")));
        byte[] xml = Files.readAllBytes(FILES.resolve("day.xml"));
        assertEquals(read(xml), read(zip(xml, "day.xml")));
    }

    @Test
    void xmlIsReadOfOneDayOrMore() throws IOException {
        String xml = Files.readString(FILES.resolve("day.xml"));
        List<String> day = List.of("2026-04-13 USD 1.1684", "2026-04-13 JPY 186.80", "2026-04-13 SEK 10.8920");
        assertEquals(day, read(xml));
        assertEquals(day, read("\ufeff" + xml));
        assertEquals(day, read(xml.replaceFirst("<\\?xml.*\\?>\\s*", "")));
        String more = """
                <Cube time="2022-12-30"><Cube currency="HRK" rate="7.5365"/><Cube currency="EUR" rate="1"/></Cube>
                <Cube time="2023-01-02"><Cube currency="HRK" rate="7.5365"/><Cube currency="XXY" rate="1"/></Cube>
                """;
        List<String> both = new ArrayList<>(day);
        both.add("2022-12-30 HRK 7.5365");
        assertEquals(both, read(xml.replaceFirst("(?s)(.*</Cube>)(\\s*</Cube>)", "$1" + more + "$2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                " ",
                "rates",
                "Date",
                "Date,USD,JPY,",
                "Day,USD\n2026-04-13,1.1684",
                "date;USD\n2026-04-13;1.1684",
                "{\"rates\": {}}",
                "Date,USD\n2026-04-13,N/A",
                "<html></html>",
                "<?xml version='1.0'?><Envelope><Cube/></Envelope>"
            })
    void whatIsNoneIsRefused(String file) {
        isRefused(file, "it is neither eurofxref-hist.csv, nor its zip, nor the XML");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-04-13,1.1684,186.75|3 days,1,1|line 3 begins with no day",
                "2026-04-13,1.1684,186.75|2026-02-30,1,1|line 3 begins with no day",
                "2026-04-13,1.1684,186.75|2026-04-10,1.17|line 3 has too few columns",
                "2026-04-13,1.1684,186.75|2026-04|line 3 begins with no day",
                "2026-04-13,1.1684,1 86|2026-04-10,1,1|line 2 has what is no rate",
                "2026-04-13,-1,1|2026-04-10,1,1|line 2 has what is no rate",
                "2026-04-13,0,1|2026-04-10,1,1|line 2 has what is no rate",
                "2026-04-13,0.00,1|2026-04-10,1,1|line 2 has what is no rate",
                "2026-04-13,1e1,1|2026-04-10,1,1|line 2 has what is no rate",
                "2026-04-13,NaN,1|2026-04-10,1,1|line 2 has what is no rate",
                "2026-04-13,1.12345678901,1|2026-04-10,1,1|line 2 has what is no rate",
                "2026-04-13,1234567890123,1|2026-04-10,1,1|line 2 has what is no rate"
            })
    void aBrokenTableIsRefused(String first, String second, String why) {
        isRefused("Date,USD,JPY,\n" + first + "\n" + second + "\n", why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Cube><Cube time='2026-04-13'><Cube currency='USD' rate='1.1'/>",
                "<Cube><Cube time='2026-04-13'><Cube currency='USD' rate='1.1'/></Cube></Envelope>",
                "<Cube time='2026-04-13'><Cube currency='USD' rate='&rate;'/></Cube>",
                "<Cube time='13 April'><Cube currency='USD' rate='1.1'/></Cube>",
                "<Cube time='2026-04-13'><Cube currency='USD' rate='-1'/></Cube>",
                "<Cube time='2026-04-13'><Cube currency='USD'/></Cube>",
                "<Cube><Cube currency='USD' rate='1.1'/></Cube>",
                "<Cube time='2026-04-13'><Cube currency='USD' rate='1.1'/></Cube><"
            })
    void brokenXmlIsRefused(String xml) {
        isRefused(xml, " ");
    }

    @Test
    void aDocumentTypeIsRefused() {
        String cube = "<Cube time='2026-04-13'><Cube currency='USD' rate='%s'/></Cube>";
        isRefused("<!DOCTYPE Cube>" + cube.formatted("1.1"), "document type");
        isRefused("<?xml version='1.0'?><!DOCTYPE Cube [<!ENTITY r '1.1'>]>" + cube.formatted("&r;"), "document type");
        isRefused(
                "<!DOCTYPE Cube SYSTEM 'file:///etc/passwd' [<!ENTITY r SYSTEM 'file:///etc/passwd'>]>"
                        + cube.formatted("1.1"),
                "document type");
    }

    @Test
    void aBrokenZipIsRefused() throws IOException {
        byte[] table = Files.readAllBytes(FILES.resolve("history.csv"));
        byte[] zip = zip(table, "a.csv");
        isRefused(Arrays.copyOf(zip, zip.length / 2), "broken zip");
        isRefused(Arrays.copyOf(zip, 10), "it is neither");
        isRefused(zip(new byte[0], "folder/"), "it is neither");
        isRefused(zip(zip, "a.zip"), "it is neither");
        byte[] spoilt = zip.clone();
        for (int i = 60; i < 90; i++) {
            spoilt[i] = 0;
        }
        isRefused(spoilt, " ");
    }

    /** A line without an end, zeros, deep XML, what never ends, and what unpacks to more than anybody needs. */
    @Test
    void whatIsHugeIsRefusedBeforeItIsHeld() throws IOException {
        isRefused("Date,USD," + ",".repeat(20_000), "it is neither");
        isRefused("0".repeat(1 << 20), "it is neither");
        isRefused("<Cube>".repeat(100_000), "XML");
        String line = "2026-04-13,1.1" + " ".repeat(9_000) + "\n";
        String tooMuch = "it has more than 64 MiB";
        isRefused(new Endless("Date,USD\n", line), tooMuch);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bomb.csv"));
            zip.write("Date,USD\n".getBytes(StandardCharsets.UTF_8));
            byte[] lines = line.repeat(100).getBytes(StandardCharsets.UTF_8);
            for (long written = 0; written <= RateFile.MAX_BYTES; written += lines.length) {
                zip.write(lines);
            }
        }
        isRefused(bytes.toByteArray(), tooMuch);
    }

    /** A beginning, and then the same for ever. */
    private static final class Endless extends InputStream {

        private final byte[] first;
        private final byte[] more;
        private long at;

        Endless(String first, String more) {
            this.first = first.getBytes(StandardCharsets.UTF_8);
            this.more = more.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            long now = at++;
            return now < first.length ? first[(int) now] : more[(int) ((now - first.length) % more.length)];
        }
    }
}
