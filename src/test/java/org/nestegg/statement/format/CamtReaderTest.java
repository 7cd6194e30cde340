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

class CamtReaderTest {

    private static final String BEGIN =
            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>";
    private static final String END = "</BkToCstmrStmt></Document>";

    @Test
    void aStatementIsRead() throws IOException {
        Reading reading = Shown.read(StatementFormat.CAMT, Shown.fixture("camt/account.xml"), Layout.EMPTY);
        assertEquals(
                List.of("DE02120300000000202051|EUR|2026-03-01/2026-03-31|-100.00|1846.80"), Shown.statements(reading));
        assertEquals(
                List.of(
                        "25|2026-03-02|-54.30||REF-001|Bäckerei & Café Rechnung 17 vom 1. März|SEPA-Überweisung",
                        "43|2026-03-05|2000||REF-002|Employer Ltd RF18 5390",
                        "54|2026-03-06|12.50|||GYM March, returned",
                        "66|2026-03-31|-70.00|||Card payment, not booked pending",
                        "81|2026-03-10|-10.00||E2E-1|First",
                        "86|2026-03-10|-20.00|||Second",
                        "93|2026-02-28|18.60|||PMNT RCDT DMCT"),
                Shown.rows(reading));
        assertEquals(List.of("day-corrected 93"), Shown.warnings(reading));
        List<Entry> rows = reading.statements().getFirst().entries;
        assertTrue(rows.getFirst().source.startsWith("<d:Ntry>\n"), rows.getFirst().source);
        assertTrue(rows.getFirst().source.endsWith("</d:Ntry>"), rows.getFirst().source);
        assertTrue(rows.get(4).source.startsWith("<d:TxDtls>"), rows.get(4).source);
    }

    @Test
    void whatIsMissingOrWrongIsSaidRowByRow() {
        Reading reading = read("""
                <Ntry><Amt Ccy="EUR">1.00</Amt><BookgDt><Dt>2026-01-02</Dt></BookgDt></Ntry>
                <Ntry><Amt Ccy="EUR">1e3</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>01.02.2026</Dt></BookgDt></Ntry>
                <Ntry><CdtDbtInd>CRDT</CdtDbtInd></Ntry>
                <Ntry><Amt Ccy="EUR">-1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><ValDt><Dt>2026-01-02</Dt></ValDt></Ntry>
                <Ntry><Amt Ccy="EUR">-2,00</Amt><CdtDbtInd>DBIT</CdtDbtInd><ValDt><Dt>2026-01-02</Dt></ValDt></Ntry>""");
        assertEquals(
                List.of(
                        "1|2026-01-02 unreadable-sign[1.00]",
                        "2 unreadable-amount[1e3] unreadable-date[01.02.2026]",
                        "4|2026-01-02 unreadable-sign[CRDT]",
                        "5|2026-01-02|-2.00",
                        "3 missing-amount[] missing-date[]"),
                Shown.rows(reading));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BkToCstmrAcctRpt>Rpt", "BkToCstmrStmt>Stmt", "BkToCstmrDbtCdtNtfctn>Ntfctn"})
    void reportsAndNotificationsAreReadAsStatements(String kind) {
        String message = kind.split(">")[0];
        String statement = kind.split(">")[1];
        Reading reading = Shown.read(
                StatementFormat.CAMT,
                "\uFEFF\n <Document><%1$s><%2$s>%3$s</%2$s></%1$s></Document>"
                        .formatted(message, statement, row("7.00", "CRDT", "")));
        assertEquals(List.of("2|2026-01-02|7.00"), Shown.rows(reading));
        assertEquals(List.of("|EUR|null/null"), Shown.statements(reading));
    }

    @Test
    void theSignOfAReversalIsNotTurned() {
        Reading reading = read(row("6.00", "DBIT", """
                <RvslInd>true</RvslInd><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Payer</Nm></Dbtr><Cdtr><Nm>Me</Nm></Cdtr>
                </RltdPties></TxDtls></NtryDtls>"""));
        assertEquals(List.of("1|2026-01-02|-6.00|||Payer"), Shown.rows(reading));
    }

    @Test
    void everyRowHasTheCurrencyThatItNames() {
        String dollar = row("1.00", "CRDT", "").replace("EUR", "USD");
        assertEquals(
                List.of("1|2026-01-02|1.00", "1|2026-01-02|1.00"), Shown.rows(read(row("1.00", "CRDT", "") + dollar)));
        Reading stated = read("<Acct><Id><Othr><Id>12 34</Id></Othr></Id><Ccy>EUR</Ccy></Acct>" + dollar);
        assertEquals(List.of("1|2026-01-02|1.00|USD"), Shown.rows(stated));
        assertEquals(List.of("1234|EUR|null/null"), Shown.statements(stated));
    }

    @Test
    void balancesOfAnotherCurrencyAreNone() {
        Reading reading =
                read("<Acct><Ccy>EUR</Ccy></Acct>" + balance("PRCD", "EUR", "5") + balance("CLBD", "SEK", "9"));
        assertEquals(List.of("|EUR|2026-01-01/2026-01-01|5"), Shown.statements(reading));
        assertEquals(List.of("|SEK|null/null"), Shown.statements(read(balance("ITBD", "SEK", "9"))));
    }

    @Test
    void aBatchBecomesItsPartsOnlyIfTheyComeToTheWhole() {
        String parts = """
                <NtryDtls><TxDtls><Refs><AcctSvcrRef>S</AcctSvcrRef><EndToEndId>A</EndToEndId></Refs>%s</TxDtls>
                <TxDtls><Refs><AcctSvcrRef>S</AcctSvcrRef><EndToEndId>%s</EndToEndId></Refs>%s</TxDtls></NtryDtls>""";
        String four = "<Amt Ccy=\"EUR\">4.00</Amt>";
        String six = "<Amt Ccy=\"EUR\">6.00</Amt>";
        assertEquals(
                List.of("1|2026-01-02|4.00||A", "2|2026-01-02|6.00||B"),
                Shown.rows(read(row("10.00", "CRDT", parts.formatted(four, "B", six)))));
        assertEquals(
                List.of("1|2026-01-02|4.00", "2|2026-01-02|6.00"),
                Shown.rows(read(row("10.00", "CRDT", parts.formatted(four, "A", six)))));
        assertEquals(
                List.of("1|2026-01-02|-4.00||A", "2|2026-01-02|10.00||B"),
                Shown.rows(read(row(
                        "6.00",
                        "CRDT",
                        parts.formatted(four + "<CdtDbtInd>DBIT</CdtDbtInd>", "B", six.replace("6.00", "10.00"))))));
        assertEquals(
                List.of("1|2026-01-02|11.00"), Shown.rows(read(row("11.00", "CRDT", parts.formatted(four, "B", six)))));
        assertEquals(
                List.of("1|2026-01-02|10.00"),
                Shown.rows(read(row("10.00", "CRDT", parts.formatted(four, "B", six.replace("EUR", "USD"))))));
        assertEquals(
                List.of("1|2026-01-02|10.00"), Shown.rows(read(row("10.00", "CRDT", parts.formatted(four, "B", "")))));
    }

    @Test
    void theEntrysOwnReferenceIsGoodOnlyIfItIsMoreThanANumber() {
        assertEquals(List.of("1|2026-01-02|1"), Shown.rows(read(row("1", "CRDT", "<NtryRef>12</NtryRef>"))));
        assertEquals(
                List.of("1|2026-01-02|1"),
                Shown.rows(read(row("1", "CRDT", "<NtryRef>CH4431999123000889012</NtryRef>"))));
        assertEquals(
                List.of("1|2026-01-02|1||2026010200017"),
                Shown.rows(read(row("1", "CRDT", "<NtryRef>2026010200017</NtryRef>"))));
    }

    @Test
    void anEntryThatIsOnlyInformationIsPending() {
        String row = row("1", "CRDT", "<Sts>INFO</Sts>") + row("2", "CRDT", "<Sts><Cd>PDNG</Cd></Sts>");
        assertEquals(List.of("1|2026-01-02|1 pending", "1|2026-01-02|2 pending"), Shown.rows(read(row)));
    }

    @Test
    void aFileThatBreaksOffIsReadSoFar() {
        String whole = BEGIN + "<Stmt>" + row("1", "CRDT", "") + "\n" + row("2", "CRDT", "");
        Reading reading = Shown.read(StatementFormat.CAMT, whole.substring(0, whole.length() - 3));
        assertEquals(List.of("1|2026-01-02|1", "2 unreadable-row[]"), Shown.rows(reading));
        assertEquals(List.of("cut-short"), Shown.warnings(reading));
        assertEquals(List.of("|EUR|null/null"), Shown.statements(reading));
    }

    @Test
    void charactersThatXmlDoesNotKnowAreBlanks() {
        Reading reading = read(row("1", "CRDT", "<AddtlNtryInf>a\u0002b &amp;<![CDATA[ <c>]]></AddtlNtryInf>"));
        assertEquals(List.of("1|2026-01-02|1|||a b & <c>"), Shown.rows(reading));
    }

    @Test
    void aDocumentTypeIsRefused() {
        String file =
                "<?xml version=\"1.0\"?><!DOCTYPE Document [<!ENTITY a \"x\">]>" + BEGIN + "<Stmt>&a;</Stmt>" + END;
        assertThrows(UnreadableFileException.class, () -> Shown.read(StatementFormat.CAMT, file));
        String external = "<!DOCTYPE Document SYSTEM \"http://localhost/x.dtd\">" + BEGIN + END;
        assertThrows(UnreadableFileException.class, () -> Shown.read(StatementFormat.CAMT, external));
        String broken = "<?a?>\n<!-- b --><!DOCTYPE Document [<!ENTITY \u0001" + BEGIN + END;
        assertThrows(UnreadableFileException.class, () -> Shown.read(StatementFormat.CAMT, broken));
    }

    @Test
    void depthIsRefused() {
        assertThrows(UnreadableFileException.class, () -> read("<a>".repeat(200)));
        assertEquals(1, read("<a>".repeat(90) + "</a>".repeat(90)).statements().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Our bank writes BkToCstmrStmt files.",
                "See <BkToCstmrStmt> there",
                "<html><body>camt.053</body></html>",
                "Date;Amount\n2026-01-01;<BkToCstmrStmt>",
                "",
                "<"
            })
    void nothingElseIsTakenForIt(String text) {
        assertFalse(StatementFormat.CAMT.reader().recognises(new FileText(text, "UTF-8", false)));
    }

    private static Reading read(String statement) {
        return Shown.read(StatementFormat.CAMT, BEGIN + "<Stmt>" + statement + "</Stmt>" + END);
    }

    private static String row(String amount, String sign, String more) {
        return "<Ntry><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>%s</CdtDbtInd><BookgDt><Dt>2026-01-02</Dt></BookgDt>%s</Ntry>"
                .formatted(amount, sign, more);
    }

    private static String balance(String type, String currency, String amount) {
        return """
                <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="%s">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
                <Dt><Dt>2026-01-01</Dt></Dt></Bal>""".formatted(type, currency, amount);
    }
}
