package org.nestegg.statement.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.statement.StatementFormat;

class OfxReaderTest {

    @Test
    void sgmlWithoutEndsIsRead() throws IOException {
        Reading reading = Shown.read(StatementFormat.OFX, Shown.fixture("ofx/card.ofx"), Layout.EMPTY);
        assertEquals(List.of("5555444433331111|USD|2026-03-01/2026-03-31||-1284.59"), Shown.statements(reading));
        assertEquals(
                List.of(
                        "13|2026-03-01|-45.10||2026030101|Black & White Coffee, Main St <1>",
                        "21|2026-03-02|-1250.00||2026030201|Landlord Rent for March|No. 000107",
                        "31|2026-03-03|20.5||2026030301|café refund",
                        "40|2026-03-04|-9.99|GBP|2026030401|Films <& more>",
                        "48||||2026030501 missing-date[] unreadable-amount[$120]"),
                Shown.rows(reading));
        assertTrue(reading.warnings().isEmpty());
        assertTrue(reading.statements().getFirst().entries.getFirst().source.endsWith("</STMTTRN>"));
    }

    @Test
    void oneLineIsReadTheSame() throws IOException {
        FileText file = Shown.fixture("ofx/card.ofx");
        String line = file.text().substring(file.text().indexOf("<OFX>")).replaceAll("\\s*\\n\\s*", " ");
        assertEquals(
                Shown.rows(Shown.read(StatementFormat.OFX, file, Layout.EMPTY)).stream()
                        .map(row -> row.replaceFirst("\\d+", "1"))
                        .toList(),
                Shown.rows(Shown.read(StatementFormat.OFX, line.replace("<STMTTRN>", "<stmttrn>"))));
    }

    @Test
    void ofADepotOnlyMoneyIsRead() throws IOException {
        Reading reading = Shown.read(StatementFormat.OFX, Shown.fixture("ofx/depot.ofx"), Layout.EMPTY);
        assertEquals(
                List.of("9100|CHF|2026-04-01/2026-04-30||111.00", "D-77|CHF|2026-04-01/2026-04-30"),
                Shown.statements(reading));
        assertEquals(
                List.of("12|2026-04-30|-5.00|||Kiosk pending", "24|2026-04-15|-3.65||F1|Custody fee"),
                Shown.rows(reading));
        assertEquals(List.of("part-ignored 22"), Shown.warnings(reading));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"20260411120000[-3:BRT]", "20260411", "2026-04-11", "20260411000000.000[0:GMT]", "20260411235959"
            })
    void theDayIsTheOneWritten(String day) {
        assertEquals(List.of("1|2026-04-11|1"), Shown.rows(row("<DTPOSTED>" + day + "<TRNAMT>1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"201120000000", "tomorrow", "11.04.2026", "2026"})
    void whatIsNoDayIsSaid(String day) {
        assertEquals(List.of("1||1 unreadable-date[" + day + "]"), Shown.rows(row("<DTPOSTED>" + day + "<TRNAMT>1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "$120", "12 EUR", "1e2"})
    void whatIsNoAmountIsSaid(String amount) {
        assertEquals(
                List.of("1|2026-04-11 unreadable-amount[" + amount + "]"),
                Shown.rows(row("<DTPOSTED>20260411<TRNAMT> " + amount + " ")));
    }

    @Test
    void payeesMayBeValuesAndMemosMaySayNothingMore() {
        String row = "<DTPOSTED>20260411<TRNAMT>1";
        assertEquals(List.of("1|2026-04-11|1|||Shop"), Shown.rows(row(row + "<PAYEE>Shop</PAYEE><MEMO>SHOP")));
        assertEquals(List.of("1|2026-04-11|1|||Shop"), Shown.rows(row(row + "<PAYEE><NAME>Shop</PAYEE><MEMO>")));
        assertEquals(List.of("1|2026-04-11|1|||Shop Street"), Shown.rows(row(row + "<NAME>Shop<EXTDNAME>Shop Street")));
        assertEquals(
                List.of("1|2026-04-11|1|EUR||a < b"), Shown.rows(row(row + "<CURRENCY>EUR</CURRENCY><MEMO>a < b")));
        assertEquals(
                List.of("1|2026-04-11|1|||&foo; &#0; A € <c"),
                Shown.rows(row(row + "<MEMO>&foo; &#0; &#65; &#x20AC; <!-- x --><c")));
    }

    @Test
    void manyStatementsOfOneAccountAreOne() {
        String statement = """
                <STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>77</BANKACCTFROM>
                <STMTTRN><DTPOSTED>20260%s01<TRNAMT>1</STMTTRN><LEDGERBAL><BALAMT>%s</LEDGERBAL></STMTRS>""";
        Reading reading = Shown.read(
                StatementFormat.OFX, "<OFX>" + statement.formatted(1, 10) + statement.formatted(2, 20) + "</OFX>");
        assertEquals(List.of("77|EUR|null/null||20"), Shown.statements(reading));
        assertEquals(List.of("2|2026-01-01|1", "3|2026-02-01|1"), Shown.rows(reading));
    }

    @Test
    void aFileThatBreaksOffIsReadSoFar() {
        Reading reading = Shown.read(
                StatementFormat.OFX,
                "<OFX><STMTRS><STMTTRN><DTPOSTED>20260411<TRNAMT>1</STMTTRN><STMTTRN><DTPOSTED>20260412<TRNAMT>12<FIT");
        assertEquals(List.of("1|2026-04-11|1", "1|2026-04-12|12 unreadable-row[]"), Shown.rows(reading));
        assertEquals(List.of("cut-short"), Shown.warnings(reading));
    }

    @Test
    void aBeginningMayBeMissing() {
        Reading reading = Shown.read(StatementFormat.OFX, "<STMTTRN><DTPOSTED>20260411<TRNAMT>1</STMTTRN>");
        assertEquals(List.of("1|2026-04-11|1"), Shown.rows(reading));
        assertTrue(reading.warnings().isEmpty());
    }

    @Test
    void aDocumentTypeIsRefused() {
        String file = "<?xml version=\"1.0\"?><!DOCTYPE OFX [<!ENTITY a \"b\">]><?OFX OFXHEADER=\"200\"?><OFX></OFX>";
        assertThrows(UnreadableFileException.class, () -> Shown.read(StatementFormat.OFX, file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Exported from <OFX> by hand",
                "Date,Amount\n2026-01-01,<OFX>",
                "<html><OFX>",
                "<OFXX>",
                "OFXHEADER:100",
                "",
                "<?"
            })
    void nothingElseIsTakenForIt(String text) {
        assertFalse(StatementFormat.OFX.reader().recognises(new FileText(text, "UTF-8", false)));
    }

    private static Reading row(String content) {
        return Shown.read(StatementFormat.OFX, "<OFX><STMTRS><STMTTRN>" + content + "</STMTTRN></STMTRS></OFX>");
    }
}
