package org.nestegg.statement.format.mt940;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.statement.StatementFormat;
import org.nestegg.statement.format.Entry;
import org.nestegg.statement.format.FileText;
import org.nestegg.statement.format.Layout;
import org.nestegg.statement.format.Reading;
import org.nestegg.statement.format.Shown;

class Mt940ReaderTest {

    private static final String HEAD = ":20:A\n:25:123\n:28C:1\n:60F:C260101EUR0,00\n";
    private static final String FOOT = "\n:62F:C260131EUR0,00\n-\n";

    @Test
    void pagesBelongTogether() throws IOException {
        Reading reading = Shown.read(StatementFormat.MT940, Shown.fixture("mt940/german.sta"), Layout.EMPTY);
        assertEquals(List.of("1020304050|EUR|2026-02-27/2026-03-31|1000.00|3439.50"), Shown.statements(reading));
        assertEquals(
                List.of(
                        "6|2026-03-02|-54.30||BANK-1"
                                + "|STADTWERKE UND VERKEHR MUSTERSTADT GMBH Strom Abschlag Maerz 2026 Kunde 4711"
                                + "|BASISLASTSCHRIFT\\nEREF+2026-00017 MREF+M-990 SVWZ+Strom Abschlag Maerz 2026 Kunde 4711",
                        "10|2026-03-03|2500.00||GEHALT|Employer Ltd Gehalt Februar|GUTSCHRIFT",
                        "12|2026-03-03|-12.50|||Gutschrift zurueck|STORNO",
                        "14|2026-03-04|7.25|||Lastschrift zurueck, Text ohne Felder|Rueckbuchung",
                        "24|2025-12-31|-0.95|||Kontofuehrung|ENTGELT"),
                Shown.rows(reading));
        assertTrue(reading.warnings().isEmpty());
        assertTrue(reading.statements().getFirst().entries.get(3).source.endsWith("ohne\nFelder"));
    }

    @Test
    void blocksAndWordsAreRead() throws IOException {
        Reading reading = Shown.read(StatementFormat.MT940, Shown.fixture("mt940/dutch.sta"), Layout.EMPTY);
        assertEquals(List.of("NL91ABNA0417164300|EUR|2026-02-28/2026-03-31|-50.00|30.00"), Shown.statements(reading));
        List<Entry> rows = reading.statements().getFirst().entries;
        assertEquals("ING BANK N.V. INZAKE WEB EV10001REP1000000T1000", rows.get(0).description);
        assertEquals("26060123456789", rows.get(0).reference);
        assertTrue(rows.get(0).notes.endsWith("\n/TRCD/00100/"), rows.get(0).notes);
        assertEquals("J. JANSEN Huur maart", rows.get(1).description);
    }

    @ParameterizedTest
    @CsvSource({"C,1.50", "D,-1.50", "RC,-1.50", "RD,1.50", "CR,1.50", "DR,-1.50", "RCR,-1.50", "RDN,1.50", "DD,-1.50"})
    void marksAreSigns(String mark, String amount) {
        assertEquals(List.of("5|2026-01-02|" + amount + "|||NTRF"), rows(":61:2601020102" + mark + "1,50NTRFNONREF"));
    }

    @ParameterizedTest
    @CsvSource({
        "2601020103,2026-01-03",
        "2601021231,2025-12-31",
        "2512310102,2026-01-02",
        "0001021231,1999-12-31",
        "2601020000,2026-01-02",
        "260102,2026-01-02",
        "'260102    ',2026-01-02",
        "2603010229,2026-02-28"
    })
    void theDayIsThatOfBooking(String written, String day) {
        assertEquals(List.of("5|" + day + "|1|||NMSC"), rows(":61:" + written + "C1,NMSC"));
    }

    @Test
    void aDayThatTheMonthDoesNotHaveIsItsLast() {
        Reading reading = read(":61:260230C1,NMSC");
        assertEquals(List.of("5|2026-02-28|1|||NMSC"), Shown.rows(reading));
        assertEquals(List.of("day-corrected 5"), Shown.warnings(reading));
    }

    @ParameterizedTest
    @CsvSource({
        "NTRFNONREF//B-1,B-1",
        "NTRFCUST//NONREF,CUST",
        "NTRFCUST,CUST",
        "NTRFNONREF,''",
        "NTRFNONREF//,''",
        "NTRF341/1X//O/34,O/34",
        "S103REF,REF",
        "FMSC1916,1916"
    })
    void theBanksReferenceGoesFirst(String written, String reference) {
        String found =
                read(":61:260102C1," + written).statements().getFirst().entries.getFirst().reference;
        assertEquals(reference, found == null ? "" : found);
    }

    @Test
    void referencesMayHaveALineAndTheOthersAreForPeople() {
        assertEquals(List.of("5|2026-01-02|1||B-1|NTRF"), rows(":61:260102C1,NTRFNONREF\n//B-1"));
        assertEquals(List.of("5|2026-01-02|1|||Card payment"), rows(":61:260102C1,NTRFNONREF\nCard\n payment"));
        assertEquals(List.of("5|2026-01-02|1|||Shop|Card"), rows(":61:260102C1,NTRFNONREF\nCard\n:86:Shop"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "020?00KIND?20Text?32Name|Name Text|KIND",
                "020<00KIND<20Text<32Name|Name Text|KIND",
                "020~00KIND~20Text~32Name|Name Text|KIND",
                "^00KIND^20Text^32Name|Name Text|KIND",
                " 020?00KIND|KIND|",
                "020?00KIND?20EREF+7|EREF+7|KIND",
                "020?20More before?21SVWZ+Text?22ABWA+Other|More before|More before SVWZ+Text ABWA+Other",
                "020?20EREF+7?21SVWZ+Text ?22ABWA+Other?33Name|Name Text|EREF+7 SVWZ+Text ABWA+Other",
                "020?20123456789012345678901234567?2189|12345678901234567890123456789|",
                "020?20a?b?? c|a?b?? c|",
                "~20 only one|~20 only one|",
                "/NAME/A/B/REMI/x/y/|A/B x/y|/NAME/A/B/REMI/x/y/",
                "/ORDP//NAME/A/REMI/STRD/CUR/RF18//EREF/7|A RF18|/ORDP//NAME/A/REMI/STRD/CUR/RF18//EREF/7",
                "/PT/FT/PY/Coffee|Coffee|/PT/FT/PY/Coffee",
                "/TRTP/iDEAL/EREF/7|/TRTP/iDEAL/EREF/7|",
                "999PN0920 CHEQUE|999PN0920 CHEQUE|",
                "911 TRANSFER; FROM: X|911 TRANSFER; FROM: X|"
            })
    void textsAreTakenApart(String written, String description, String notes) {
        Mt940Purpose purpose = Mt940Purpose.of(written);
        assertEquals(description, purpose.description());
        assertEquals(notes, purpose.notes());
    }

    @Test
    void linesThatAreFullGoOnWithoutASpace() {
        String full = "x".repeat(65);
        assertEquals(full + "y z", Mt940Purpose.of(full + "\ny\nz").description());
        assertEquals("a b", Mt940Purpose.of("020?20a?\n21b").description());
        assertEquals("a b", Mt940Purpose.of("020?20a\n?21b").description());
        assertEquals(null, Mt940Purpose.of(" \n ").description());
    }

    @ParameterizedTest
    @CsvSource({
        "45050050/76198810,76198810",
        "DEUTDEFFXXX/76198810,76198810",
        "DEUTDEFF/76198810EUR,76198810",
        "NL91ABNA0417164300EUR,NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00 EUR,NL91 ABNA 0417 1643 00",
        "MT84MALT011000012345MTLCAST001S,MT84MALT011000012345MTLCAST001S",
        "123456/EUR,123456",
        "/PL25106000760000888888888888,PL25106000760000888888888888",
        "ABC-EUR,ABC-EUR",
        "12-34/56,12-34/56"
    })
    void numbersStandAlone(String written, String number) {
        assertEquals(number, Mt940Account.number(written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                ":61:260102CNTRF|5 missing-amount[]",
                ":61:C5,NTRF|5 unreadable-date[:61:C5,NTRF]",
                ":61:2601025,NTRF|5 unreadable-sign[:61:2601025,NTRF]",
                ":61:261302C1,NTRF|5 unreadable-date[261302]",
                ":61:260102C1.2.3,4,5NTRF|5 unreadable-amount[1.2.3,4,5]",
                ":61:|5 unreadable-date[:61:] missing-amount[]"
            })
    void whatIsMissingOrWrongIsSaidRowByRow(String written, String said) {
        String row = rows(written + "\n:61:260103C1,").getFirst();
        assertEquals(said, row.substring(0, 1) + row.substring(row.indexOf(' ')));
        assertEquals("6|2026-01-03|1", rows(written + "\n:61:260103C1,").getLast());
    }

    @Test
    void everyCurrencyIsAStatement() {
        String dollars = HEAD.replace("EUR", "USD") + ":61:260102C2,NTRF" + FOOT.replace("EUR", "USD");
        Reading reading = Shown.read(StatementFormat.MT940, HEAD + ":61:260102C1,NTRF" + FOOT + dollars);
        assertEquals(
                List.of("123|EUR|2026-01-01/2026-01-31|0.00|0.00", "123|USD|2026-01-01/2026-01-31|0.00|0.00"),
                Shown.statements(reading));
    }

    @Test
    void theLastBalanceAloneNamesTheCurrency() {
        Reading reading =
                Shown.read(StatementFormat.MT940, ":20:A\r\n:25:1\r\n:61:260102C1,NTRF\r\n:62F:D260131CHF1,\r\n-");
        assertEquals(List.of("1|CHF|null/2026-01-31||-1"), Shown.statements(reading));
        assertTrue(reading.warnings().isEmpty());
    }

    @Test
    void aFileThatBreaksOffIsReadSoFar() {
        Reading reading = Shown.read(StatementFormat.MT940, HEAD + ":61:260102C1,NTRF\n:61:260103C12");
        assertEquals(List.of("5|2026-01-02|1|||NTRF", "6|2026-01-03|12 unreadable-row[]"), Shown.rows(reading));
        assertEquals(List.of("cut-short"), Shown.warnings(reading));
        assertEquals(
                List.of("cut-short"),
                Shown.warnings(Shown.read(StatementFormat.MT940, HEAD + ":61:260102C1,NTRF\n:86:Shop\n")));
    }

    @Test
    void whatIsAroundMessagesIsLeftOut() {
        Reading reading = Shown.read(
                StatementFormat.MT940,
                "940\nsome bank\n\u0001{1:F01X}{4:\n" + HEAD + ":61:260102C1,NTRF\n:86:one\n- two\n:99:three" + FOOT
                        + "\u0003");
        assertEquals(List.of("8|2026-01-02|1|||one - two :99:three"), Shown.rows(reading));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Meet at :20: or :25: and then :61:",
                "Time;Amount\n:20:;1\n12:25:00;2",
                ":20:only",
                "line\n:86:text\n:61:x",
                ""
            })
    void nothingElseIsTakenForIt(String text) {
        assertFalse(StatementFormat.MT940.reader().recognises(new FileText(text, "UTF-8", false)));
    }

    private static List<String> rows(String lines) {
        return Shown.rows(read(lines));
    }

    private static Reading read(String lines) {
        return Shown.read(StatementFormat.MT940, HEAD + lines + FOOT);
    }
}
