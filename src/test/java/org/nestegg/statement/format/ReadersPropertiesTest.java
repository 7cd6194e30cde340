package org.nestegg.statement.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.nestegg.statement.StatementFormat;
import org.nestegg.statement.format.StatementWriter.Row;

/** What holds for every statement, and for everything that is none. */
class ReadersPropertiesTest {

    private static final List<StatementFormat> FORMATS =
            List.of(StatementFormat.CAMT, StatementFormat.OFX, StatementFormat.MT940, StatementFormat.QIF);

    private static final List<String> FIXTURES = List.of(
            "camt/account.xml",
            "ofx/card.ofx",
            "ofx/depot.ofx",
            "mt940/german.sta",
            "mt940/dutch.sta",
            "qif/accounts.qif");

    /** QIF leaves it open otherwise. */
    private static final Layout DAY_FIRST = new Layout(null, null, null, null, DateOrder.DMY, null);

    @Provide
    Arbitrary<StatementFormat> formats() {
        return Arbitraries.of(FORMATS);
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<LocalDate> days = Arbitraries.longs().between(3652, 40176).map(LocalDate::ofEpochDay);
        Arbitrary<BigDecimal> amounts = Arbitraries.integers()
                .between(-2_000_000_000, 2_000_000_000)
                .map(cents -> BigDecimal.valueOf(cents, 2));
        Arbitrary<String> texts = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars(" &<>'\"().,;/+éßł€漢")
                .ofMaxLength(200)
                .map(text -> Words.collapse("x" + text));
        Arbitrary<String> references = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .ofLength(10)
                .map("R"::concat);
        return Combinators.combine(days, amounts, texts, references)
                .as(Row::new)
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 300)
    void whatIsWrittenInAFormatIsReadInIt(@ForAll("formats") StatementFormat format, @ForAll("rows") List<Row> rows) {
        String text = StatementWriter.write(format, "DE02120300000000202051", "EUR", rows);
        FileText file = FileText.of(text.getBytes(StandardCharsets.UTF_8));
        Reading reading = Shown.read(format, file, DAY_FIRST);
        assertEquals(List.of(), reading.warnings());
        ReadStatement statement = reading.statements().getFirst();
        assertEquals(1, reading.statements().size());
        boolean qif = format == StatementFormat.QIF;
        assertEquals(qif ? null : "DE02120300000000202051", statement.number);
        assertEquals(qif ? null : "EUR", statement.currency);
        assertEquals(
                rows.stream()
                        .map(row -> qif ? new Row(row.date(), row.amount(), row.description(), null) : row)
                        .toList(),
                statement.entries.stream()
                        .map(entry -> new Row(entry.date, entry.amount, entry.description, entry.reference))
                        .toList());
        assertTrue(statement.entries.stream().allMatch(entry -> entry.faults.isEmpty() && entry.currency == null));
    }

    @Property(tries = 300)
    void ofAFileThatIsCutTheBeginningIsReadAndNothingElse(
            @ForAll("formats") StatementFormat format,
            @ForAll("rows") @Size(min = 1) List<Row> rows,
            @ForAll double share) {
        String text = StatementWriter.write(format, "1", "EUR", rows);
        String part = text.substring(0, (int) (text.length() * (Math.abs(share) % 1)));
        Reading reading = new Reading();
        format.reader().read(new FileText(part, "UTF-8", false), DAY_FIRST, reading);
        List<Entry> read = reading.statements().stream()
                .flatMap(statement -> statement.entries.stream())
                .toList();
        assertTrue(read.size() <= rows.size());
        for (int i = 0; i < read.size(); i++) {
            Entry entry = read.get(i);
            boolean last = i == read.size() - 1;
            if (format == StatementFormat.QIF && last && !part.endsWith("^\n")) {
                continue; // Its end is told by nothing.
            }
            assertTrue(last || entry.faults.isEmpty());
            if (entry.faults.isEmpty()) {
                assertEquals(rows.get(i).date(), entry.date);
                assertEquals(rows.get(i).amount(), entry.amount);
            }
        }
    }

    @Property(tries = 300)
    void nothingThatIsChangedInAFileStopsAReader(
            @ForAll("changes") List<Change> changes, @ForAll("fixtures") String fixture) throws IOException {
        StringBuilder text = new StringBuilder(Shown.fixture(fixture).text());
        for (Change change : changes) {
            int from = Math.min(change.at(), text.length());
            text.replace(from, Math.min(text.length(), from + change.length()), change.text());
        }
        readByAll(new FileText(text.toString(), "UTF-8", false));
    }

    @Property(tries = 300)
    void noBytesStopAReader(@ForAll byte[] bytes, @ForAll("beginnings") String beginning) {
        byte[] begin = beginning.getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = Arrays.copyOf(begin, begin.length + bytes.length);
        System.arraycopy(bytes, 0, file, begin.length, bytes.length);
        readByAll(FileText.of(file));
    }

    /** So many characters are replaced there. */
    record Change(int at, int length, String text) {}

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(5),
                Arbitraries.of(
                        "<", ">", "&", "\"", "/", ":", "^", "!", "\n", "\r", "-", "]]>", "<!--", "<![CDATA[", "<?"),
                Arbitraries.of(
                        "\n:61:",
                        "\n:86:",
                        "\n:62F:",
                        "<STMTTRN>",
                        "</OFX>",
                        "<Ntry>",
                        "</Stmt>",
                        "!Type:Cat",
                        "99999"));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6000),
                        Arbitraries.integers().between(0, 40),
                        texts)
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> fixtures() {
        return Arbitraries.of(FIXTURES);
    }

    @Provide
    Arbitrary<String> beginnings() {
        return Arbitraries.of(
                "",
                "<BkToCstmrStmt><Stmt><Ntry>",
                "<OFX><STMTRS><STMTTRN><TRNAMT>",
                ":20:\n:25:\n:61:",
                ":20:\n:25:\n:61:\n:86:020?",
                "!Type:Bank\nD");
    }

    private static void readByAll(FileText file) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (StatementFormat format : FORMATS) {
                format.reader().recognises(file);
                Reading reading = new Reading();
                try {
                    format.reader().read(file, Layout.EMPTY, reading);
                } catch (TooManyRowsException | UnreadableFileException _) {
                    continue;
                }
                reading.statements().forEach(ReadersPropertiesTest::check);
            }
        });
    }

    /** A row has all that it needs, or says what is wrong. */
    private static void check(ReadStatement statement) {
        for (Entry entry : statement.entries) {
            assertTrue(entry.line >= 1);
            assertTrue(entry.source.length() <= 4000);
            assertTrue(!entry.faults.isEmpty() || entry.date != null && entry.amount != null);
        }
    }
}
