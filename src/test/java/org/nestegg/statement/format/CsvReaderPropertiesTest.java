package org.nestegg.statement.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.nestegg.statement.format.csv.CsvReader;

class CsvReaderPropertiesTest {

    private static final List<String> BANKS =
            List.of("volksbank-preamble", "revolut", "deutsche-bank", "hsbc-no-header");

    private static final List<String> TEXTS = List.of(
            "Coffee",
            "Tea, green; hot",
            "Rent \"April\"",
            "Müller & Söhne",
            "Invoice 2026-04",
            "Two\nlines",
            "5\" nail",
            "a|b\tc");

    record Row(LocalDate date, BigDecimal amount, String text) {}

    enum Money {
        SIGNED,
        SPLIT,
        FLAGGED
    }

    record Style(
            char delimiter,
            char decimal,
            boolean groups,
            String date,
            boolean header,
            Money money,
            boolean preamble,
            long seed) {}

    @Provide
    Arbitrary<Row> rows() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 800),
                        Arbitraries.bigIntegers().between(BigInteger.valueOf(-999_999), BigInteger.valueOf(999_999)),
                        Arbitraries.of(TEXTS))
                .as((day, cents, text) ->
                        new Row(LocalDate.of(2025, 1, 1).plusDays(day), new BigDecimal(cents, 2), text))
                .filter(row -> row.amount.signum() != 0);
    }

    @Provide
    Arbitrary<Style> styles() {
        return Combinators.combine(
                        Arbitraries.of(';', ',', '\t', '|'),
                        Arbitraries.of('.', ','),
                        Arbitraries.of(true, false),
                        Arbitraries.of(
                                "uuuu-MM-dd",
                                "dd.MM.uuuu",
                                "dd/MM/uuuu",
                                "MM/dd/uuuu",
                                "d-M-uu",
                                "uuuuMMdd",
                                "dd MMM uuuu"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Money.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.longs())
                .as(Style::new);
    }

    /** In whatever order and style columns stand: the rows come back, or something is asked; nothing is wrong without a word. */
    @Property(tries = 1_000)
    void tablesAreReadBackOrAskAbout(
            @ForAll("styles") Style style, @ForAll @Size(min = 1, max = 12) List<@From("rows") Row> rows) {
        FileText file = new FileText(written(style, rows), "UTF-8", false);
        Reading reading = new Reading();
        new CsvReader().read(file, Layout.EMPTY, reading);
        if (reading.questions().isEmpty()) {
            List<Entry> entries = entries(reading);
            assertEquals(
                    rows.size(), entries.size(), () -> CsvLines.lines(reading).toString());
            for (int i = 0; i < rows.size(); i++) {
                Entry entry = entries.get(i);
                Row row = rows.get(i);
                assertEquals(List.of(), entry.faults);
                assertEquals(row.date, entry.date);
                assertEquals(0, row.amount.compareTo(entry.amount), () -> row + " " + CsvLines.lines(reading));
                assertTrue(entry.description.contains(row.text), () -> row + " " + CsvLines.lines(reading));
            }
            assertTrue(!style.header || new CsvReader().recognises(file));
        } else if (style.header) {
            assertTrue(
                    mayAsk(style, rows, reading), () -> CsvLines.lines(reading).toString());
        }
    }

    /** With headings, only what cannot be known may be asked. */
    private static boolean mayAsk(Style style, List<Row> rows, Reading reading) {
        return reading.questions().stream().allMatch(question -> switch (question.code()) {
            case DATE_FORMAT ->
                List.of("dd/MM/uuuu", "MM/dd/uuuu", "d-M-uu").contains(style.date)
                        && (style.date.endsWith("-uu") || rows.stream().allMatch(row -> row.date.getDayOfMonth() < 13));
            case SPENDING -> style.money == Money.SIGNED && rows.stream().allMatch(row -> row.amount.signum() > 0);
            case DECIMAL, COLUMNS -> false;
        });
    }

    private static String written(Style style, List<Row> rows) {
        List<String> headings = new ArrayList<>(List.of("Date", "Description", "Amount", "Other"));
        if (style.money != Money.SIGNED) {
            headings.remove("Amount");
            headings.addAll(style.money == Money.SPLIT ? List.of("Debit", "Credit") : List.of("Amount", "D/C"));
        }
        Collections.shuffle(headings, new Random(style.seed));
        StringBuilder text = new StringBuilder();
        if (style.preamble && style.header) {
            text.append("Some bank\n\nAccount").append(style.delimiter).append("123456789\n");
        }
        if (style.header) {
            text.append(String.join(String.valueOf(style.delimiter), headings)).append('\n');
        }
        for (Row row : rows) {
            List<String> cells = headings.stream()
                    .map(heading -> cell(style, row, heading))
                    .map(cell -> quoted(cell, style.delimiter))
                    .toList();
            text.append(String.join(String.valueOf(style.delimiter), cells)).append('\n');
        }
        return text.toString();
    }

    private static String cell(Style style, Row row, String heading) {
        boolean went = row.amount.signum() < 0;
        return switch (heading) {
            case "Date" -> row.date.format(DateTimeFormatter.ofPattern(style.date, Locale.ENGLISH));
            case "Description" -> row.text;
            case "Amount" -> amount(style, style.money == Money.SIGNED ? row.amount : row.amount.abs());
            case "Debit" -> went ? amount(style, row.amount.abs()) : "";
            case "Credit" -> went ? "" : amount(style, row.amount);
            case "D/C" -> went ? "D" : "C";
            default -> "";
        };
    }

    private static String amount(Style style, BigDecimal amount) {
        String point = style.groups ? String.format(Locale.ENGLISH, "%,.2f", amount) : amount.toPlainString();
        return style.decimal == '.'
                ? point
                : point.replace(',', '\'').replace('.', ',').replace('\'', '.');
    }

    private static String quoted(String cell, char delimiter) {
        boolean plain = cell.indexOf(delimiter) < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    @Property
    void anyBytesAreReadToTheirEnd(@ForAll byte[] bytes) {
        readsToTheEnd(FileText.of(bytes));
    }

    @Property
    void anyTextOfWhatTablesHaveIsReadToItsEnd(@ForAll("fragments") String text) {
        readsToTheEnd(new FileText(text, "UTF-8", false));
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(
                        ";",
                        ",",
                        "\t",
                        "\"",
                        "\"\"",
                        "\n",
                        "\r\n",
                        "\r",
                        "Date",
                        "Amount",
                        "Debit",
                        "Credit",
                        "D/C",
                        "Balance",
                        "IBAN",
                        "Betrag (EUR)",
                        "2026-04-02",
                        "03/04/2026",
                        "29.02.26",
                        "1.234",
                        "1,23",
                        "-5",
                        "D",
                        "EUR",
                        "sep=",
                        "x",
                        " ",
                        "=\"",
                        "Total",
                        "\u0000",
                        "\uFFFD",
                        "\uD83D")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    /** A file cut anywhere has the rows that are left as the whole has them, but for the last, or asks. */
    @Property(tries = 300)
    void aFileCutAnywhereHasTheRowsThatAreLeft(
            @ForAll @IntRange(max = 3) int bank, @ForAll @IntRange(max = 2_000) int length) {
        String whole = text(BANKS.get(bank));
        FileText cut = new FileText(whole.substring(0, length % whole.length()), "UTF-8", false);
        Reading reading = readsToTheEnd(cut);
        if (reading.questions().isEmpty()) {
            Map<Integer, Entry> expected = entries(readsToTheEnd(new FileText(whole, "UTF-8", false))).stream()
                    .collect(Collectors.toMap(entry -> entry.line, entry -> entry));
            List<Entry> left = entries(reading);
            left.stream()
                    .limit(Math.max(0, left.size() - 1))
                    .filter(entry -> entry.faults.isEmpty())
                    .forEach(entry -> {
                        assertEquals(expected.get(entry.line).date, entry.date);
                        assertEquals(expected.get(entry.line).amount, entry.amount);
                    });
        }
    }

    private static List<Entry> entries(Reading reading) {
        return reading.statements().stream()
                .flatMap(statement -> statement.entries.stream())
                .toList();
    }

    @Property(tries = 300)
    void aSpoiltFileIsReadToItsEnd(
            @ForAll @IntRange(max = 3) int bank,
            @ForAll @IntRange(max = 10_000) int place,
            @ForAll("fragments") String fragment) {
        String whole = text(BANKS.get(bank));
        int at = place % whole.length();
        int after = Math.min(whole.length(), at + fragment.length() / 2);
        readsToTheEnd(new FileText(whole.substring(0, at) + fragment + whole.substring(after), "UTF-8", false));
    }

    private static Reading readsToTheEnd(FileText file) {
        CsvReader reader = new CsvReader();
        reader.recognises(file);
        Reading reading = new Reading();
        reader.read(file, Layout.EMPTY, reading);
        CsvReader.fingerprint(file, Layout.EMPTY);
        boolean whole = entries(reading).stream()
                .allMatch(entry ->
                        entry.pending || !entry.faults.isEmpty() || entry.date != null && entry.amount != null);
        assertTrue(whole);
        assertNotNull(reading.layout());
        return reading;
    }

    private static String text(String bank) {
        try (InputStream file = CsvReaderPropertiesTest.class.getResourceAsStream("/statements/csv/" + bank + ".csv")) {
            return FileText.of(file.readAllBytes()).text();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The largest file there can be, of whatever is worst; the time is far above what it takes. */
    @Example
    void noFileTakesLong() {
        int size = 10 << 20;
        for (String unit :
                List.of("\"", ";", "\n", "\"\n", "\"a;\n", "1;", "2026-04-02;", ",\"", "1;".repeat(250) + "\n")) {
            String text = unit.repeat(size / unit.length());
            for (String head : List.of("", "Date;Text;Amount\n2026-04-02;x;1,00\n")) {
                assertTimeoutPreemptively(
                        Duration.ofSeconds(60), () -> readOrRefuse(new FileText(head + text, "UTF-8", false)), unit);
            }
        }
    }

    private static void readOrRefuse(FileText file) {
        try {
            readsToTheEnd(file);
        } catch (TooManyRowsException _) {
            // that is an answer, too
        }
    }
}
