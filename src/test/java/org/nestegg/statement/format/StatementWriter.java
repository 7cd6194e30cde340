package org.nestegg.statement.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.nestegg.statement.StatementFormat;

/** Writes statements as a bank would that keeps to each format's standard. */
final class StatementWriter {

    /** What a row says in every format, but for QIF, which has no references. */
    record Row(LocalDate date, BigDecimal amount, String description, String reference) {}

    private static final int SWIFT_LINE = 65;
    private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private StatementWriter() {}

    static String write(StatementFormat format, String number, String currency, List<Row> rows) {
        return switch (format) {
            case CAMT -> camt(number, currency, rows);
            case OFX -> ofx(number, currency, rows);
            case MT940 -> mt940(number, currency, rows);
            case QIF -> qif(rows);
            case CSV -> throw new IllegalArgumentException("no bank writes tables alike");
        };
    }

    private static String camt(String number, String currency, List<Row> rows) {
        String entries = rows.stream()
                .map(row -> """
                        <Ntry><Amt Ccy="%s">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>%s</Dt></BookgDt>
                        <AcctSvcrRef>%s</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                        """.formatted(
                                currency,
                                row.amount().abs(),
                                row.amount().signum() < 0 ? "DBIT" : "CRDT",
                                row.date(),
                                row.reference(),
                                escaped(row.description())))
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
                <Acct><Id><IBAN>%s</IBAN></Id><Ccy>%s</Ccy></Acct>
                %s</Stmt></BkToCstmrStmt></Document>
                """.formatted(number, currency, entries);
    }

    private static String ofx(String number, String currency, List<Row> rows) {
        String transactions = rows.stream()
                .map(row -> """
                        <STMTTRN>
                        <TRNTYPE>OTHER
                        <DTPOSTED>%s120000
                        <TRNAMT>%s
                        <FITID>%s
                        <NAME>%s
                        </STMTTRN>
                        """.formatted(
                                row.date().format(BASIC), row.amount(), row.reference(), escaped(row.description())))
                .collect(Collectors.joining());
        return """
                OFXHEADER:100
                DATA:OFXSGML

                <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>%s<BANKACCTFROM><BANKID>1<ACCTID>%s</BANKACCTFROM><BANKTRANLIST>
                %s</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
                """.formatted(currency, number, transactions);
    }

    private static String mt940(String number, String currency, List<Row> rows) {
        String lines = rows.stream()
                .map(row -> ":61:%s%s%s,%02dNTRFNONREF//%s\n:86:%s\n"
                        .formatted(
                                row.date().format(SHORT),
                                row.amount().signum() < 0 ? "D" : "C",
                                row.amount().abs().toBigInteger(),
                                row.amount().abs().movePointRight(2).intValueExact() % 100,
                                row.reference(),
                                row.description().replaceAll("(.{" + SWIFT_LINE + "})", "$1\n")))
                .collect(Collectors.joining());
        return ":20:A\n:25:%s\n:28C:1/1\n:60F:C260101%s0,00\n%s:62F:C260101%s0,00\n-\n"
                .formatted(number, currency, lines, currency);
    }

    private static String qif(List<Row> rows) {
        return "!Type:Bank\n"
                + rows.stream()
                        .map(row -> "D%s\nT%s\nP%s\n^\n"
                                .formatted(row.date().format(DAY_FIRST), row.amount(), row.description()))
                        .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
