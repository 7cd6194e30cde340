package org.nestegg.statement.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.statement.format.Layout.Columns;
import org.nestegg.statement.format.csv.CsvReader;

class CsvReaderTest {

    private static final Columns NO_COLUMNS = new Columns(null, null, null, null, null, null, null, null, null, null);

    private static FileText file(String... lines) {
        return new FileText(String.join("\n", lines) + "\n", "UTF-8", false);
    }

    private static Reading read(Layout answers, String... lines) {
        Reading reading = new Reading();
        new CsvReader().read(file(lines), answers, reading);
        return reading;
    }

    private static Reading read(String... lines) {
        return read(Layout.EMPTY, lines);
    }

    private static Layout columns(Columns columns) {
        return new Layout(null, null, columns, null, null, null);
    }

    private static List<Entry> entries(Reading reading) {
        return reading.statements().stream()
                .flatMap(statement -> statement.entries.stream())
                .toList();
    }

    private static List<String> amounts(Reading reading) {
        return entries(reading).stream()
                .map(entry ->
                        entry.amount == null ? entry.faults.getFirst().code().code() : entry.amount.toPlainString())
                .toList();
    }

    private static List<String> dates(Reading reading) {
        return entries(reading).stream()
                .map(entry ->
                        entry.date == null ? entry.faults.getFirst().code().code() : entry.date.toString())
                .toList();
    }

    private static List<String> descriptions(Reading reading) {
        return entries(reading).stream().map(entry -> entry.description).toList();
    }

    private static List<QuestionCode> questions(Reading reading) {
        return reading.questions().stream().map(Question::code).toList();
    }

    private static boolean recognised(String text) {
        return new CsvReader().recognises(FileText.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    // --- what is a table ---

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date;Text;Amount\n2026-04-02;Coffee;-4,50\n",
                "Date,Text,Amount\n",
                "2026-04-02\tCoffee\t-4.50",
                "02.04.2026|Coffee|4,50|S\n03.04.2026|Salary|4,50|H\n",
                "A preamble\nof lines\n\nBuchungstag;Verwendungszweck;Betrag\n"
            })
    void tablesAreRecognised(String text) {
        assertTrue(recognised(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n \n",
                "Dear reader, on 2 April 2026, we paid 12 euros.\nThat, by the way, was all.\n",
                "<html><body>Date,Amount\n2026-04-02,1.00</body></html>",
                "{\"date\": \"2026-04-02\", \"amount\": 1.00}",
                "[{\"date\": \"2026-04-02\", \"amount\": 1.00}]",
                "%PDF-1.7\nDate,Amount\n2026-04-02,1.00",
                "PK\u0003\u0004\nDate,Amount\n2026-04-02,1.00",
                "Date,Amount\n\u0001\u0002\u0003\u0004\u0005",
                "a,b,c\nd,e,f\n",
                "one,1.00\ntwo,2.00\n",
                "name;born\nMax;1980-01-01\n"
            })
    void otherTextsAreNot(String text) {
        assertFalse(recognised(text));
    }

    @Test
    void bytesThatAreNoTextAreNot() {
        byte[] image = new byte[4096];
        for (int i = 0; i < image.length; i++) {
            image[i] = (byte) (i * 31 + i / 7);
        }
        assertFalse(new CsvReader().recognises(FileText.of(image)));
    }

    // --- delimiters, quotes, lines ---

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void theDelimiterIsFound(String delimiter) {
        Reading reading =
                read("Date;Text;Amount".replace(";", delimiter), "2026-04-02;Coffee;-4.50".replace(";", delimiter));
        assertEquals(delimiter, reading.layout().delimiter());
        assertEquals(List.of("-4.50"), amounts(reading));
    }

    @Test
    void aDecimalCommaIsNoDelimiter() {
        Reading reading = read("2026-04-02;Coffee, black;-4,50", "2026-04-03;Tea, green;-3,50");
        assertEquals(";", reading.layout().delimiter());
        assertEquals(List.of("-4.50", "-3.50"), amounts(reading));
    }

    @Test
    void aFirstLineMayNameTheDelimiter() {
        Reading reading = read("sep=:", "Date:Text:Amount", "2026-04-02:Coffee; black, hot:-4.50");
        assertEquals(":", reading.layout().delimiter());
        assertEquals(2, reading.layout().headerRow());
        assertEquals(List.of("Coffee; black, hot"), descriptions(reading));
    }

    @Test
    void quotesMayHoldAnything() {
        Reading reading = read(
                "Date,Text,Amount",
                "2026-04-02, \"Coffee, \"\"black\"\"",
                "to go\" ,\"-1,234.50\"",
                "2026-04-03,Tea,-3.00");
        assertEquals(List.of("Coffee, \"black\"\nto go", "Tea"), descriptions(reading));
        assertEquals(List.of("-1234.50", "-3.00"), amounts(reading));
        assertEquals(
                "2026-04-02, \"Coffee, \"\"black\"\"\nto go\" ,\"-1,234.50\"",
                entries(reading).getFirst().source);
        assertEquals(
                List.of(2, 4),
                entries(reading).stream().map(entry -> entry.line).toList());
    }

    @Test
    void aStrayQuoteSwallowsNothing() {
        Reading reading = read(
                "Date;Text;Amount",
                "2026-04-02;Size 5\" nail;-4,50",
                "2026-04-03;\"Best Pizza;-3,50",
                "2026-04-04;\"The\" Bar;-2,50",
                "2026-04-05;\"Tea\";-1,50");
        assertEquals(List.of("-4.50", "-3.50", "-2.50", "-1.50"), amounts(reading));
        assertEquals(List.of("Size 5\" nail", "\"Best Pizza", "\"The\" Bar", "Tea"), descriptions(reading));
    }

    @Test
    void spreadsheetsFormulasAreTexts() {
        Reading reading = read("Date;Ref;Text;Amount", "2026-04-02;=\"00123\";Coffee;-4,50");
        assertEquals("00123", entries(reading).getFirst().reference);
    }

    @Test
    void aRowsSourceIsNotLongerThanIsOfUse() {
        Reading reading = read("Date;Text;Amount", "2026-04-02;" + "x".repeat(9_000) + ";-4,50");
        assertEquals(4_000, entries(reading).getFirst().source.length());
        assertEquals(9_000, entries(reading).getFirst().description.length());
    }

    // --- preamble, header, footer ---

    @Test
    void whatStandsAroundTheTableIsNoRow() {
        Reading reading = read(
                "Bank of Somewhere",
                "Account Number,123 456 789",
                "Currency,CHF",
                "",
                "Date,Description,Amount",
                "2026-04-02,Coffee,-4.50",
                "",
                "2026-04-03,Tea,-3.50",
                "Total,,-8.00",
                "All figures without guarantee");
        assertEquals(5, reading.layout().headerRow());
        assertEquals("123456789", reading.statements().getFirst().number);
        assertEquals("CHF", reading.statements().getFirst().currency);
        assertEquals(List.of("-4.50", "-3.50"), amounts(reading));
    }

    @Test
    void aHeaderWithinTheTableIsNoRow() {
        assertEquals(
                2,
                entries(read("Date;Text;Amount", "2026-04-02;a;1,00", "Date;Text;Amount", "2026-04-03;b;-2,00"))
                        .size());
    }

    @Test
    void headingsInAnotherLanguageAreHeadings() {
        Reading reading = read("Kuupäev;Selgitus;Summa", "02.04.2026;Kohv;-4,50", "03.04.2026;Palk;1000,00");
        assertEquals(1, reading.layout().headerRow());
        assertEquals(List.of("-4.50", "1000.00"), amounts(reading));
        assertEquals(List.of("Kohv", "Palk"), descriptions(reading));
    }

    @Test
    void rowsWithoutDayOrAmountAreInvalid() {
        Reading reading = read(
                "Date;Text;Amount",
                "2026-04-02;Coffee;-4,50",
                "2026-04-03;No amount;",
                ";No day;-1,00",
                ";Nothing but a text;",
                "2026-04-05;Tea;-3,50");
        assertEquals(List.of("-4.50", "missing-amount", "-1.00", "unreadable-row", "-3.50"), amounts(reading));
        assertEquals(
                List.of("2026-04-02", "2026-04-03", "missing-date", "unreadable-row", "2026-04-05"), dates(reading));
    }

    @Test
    void rowsWithMoreCellsThanTheTableAreInvalid() {
        Reading reading =
                read("Date,Text,Amount", "2026-04-02,Coffee,-4.50,", "2026-04-03,Tea,-3,50", "2026-04-03,Milk,-1.50");
        assertEquals(List.of("-4.50", "unreadable-row", "-1.50"), amounts(reading));
    }

    @Test
    void decimalCommasThatSplitAllRowsAreAskedAbout() {
        Reading reading = read("Date,Text,Amount", "2026-04-02,Coffee,-4,50", "2026-04-03,Tea,-3,50");
        assertEquals(List.of(QuestionCode.COLUMNS), questions(reading));
    }

    @Test
    void aLastColumnThatIsMostlyEmptyIsOne() {
        Reading reading = read("2026-04-02;Coffee;-4,50;", "2026-04-03;Tea;-3,50;", "2026-04-03;Milk;-1,50;on the way");
        assertEquals(List.of("-4.50", "-3.50", "-1.50"), amounts(reading));
    }

    @Test
    void aFileCutShortSaysSo() {
        String whole = "Date;Text;Amount\n2026-04-02;Coffee;-4,50\n2026-04-03;Tea;-3,50\n2026-0";
        for (String rest : List.of("", "4-04;Mi", "4-04;\"Mi")) {
            Reading reading = new Reading();
            new CsvReader().read(new FileText(whole + rest, "UTF-8", false), Layout.EMPTY, reading);
            assertEquals(List.of(new Warning(WarningCode.CUT_SHORT, 4, List.of())), reading.warnings(), rest);
        }
        assertEquals(List.of(), read(whole.substring(0, whole.length() - 7)).warnings());
    }

    // --- columns ---

    @ParameterizedTest
    @CsvSource({
        "Buchungstag, Wertstellung, Verwendungszweck, Betrag (EUR)",
        "Fecha operación, Fecha valor, Concepto, Importe",
        "Date opération, Date de valeur, Libellé, Montant",
        "Data do movimento, Data valor, Descrição, Valor (R$)",
        "Data contabile, Data valuta, Descrizione, Importo",
        "Datum, Rentedatum, Omschrijving, Bedrag (EUR)",
        "Posting date, Value date, Narrative, Amount CZK",
        "BOOKING_DATE, VALUE_DATE, Details, Transaction-Amount"
    })
    void headingsAreKnownInManyLanguages(String booked, String valued, String text, String amount) {
        Reading reading = read(
                String.join(";", valued, text, booked, amount),
                "30.04.2026;Coffee;02.04.2026;-4,50",
                "30.04.2026;Pay;03.04.2026;1,00");
        assertEquals(List.of("2026-04-02", "2026-04-03"), dates(reading));
        assertEquals(List.of("Coffee", "Pay"), descriptions(reading));
        assertEquals(List.of("-4.50", "1.00"), amounts(reading));
        assertEquals(List.of(), reading.questions());
    }

    @ParameterizedTest
    @CsvSource({
        "Soll, Haben",
        "Débit, Crédit",
        "Debit Amount, Credit Amount",
        "Debe, Haber",
        "Cargo, Abono",
        "Dare, Avere",
        "Uscite, Entrate",
        "Débito, Crédito",
        "Af, Bij",
        "Withdrawals, Deposits",
        "Paid out, Paid in",
        "Money Out, Money In",
        "Lastschrift in CHF, Gutschrift in CHF",
        "Belastung, Gutschrift"
    })
    void whatWentAndCameMayStandInTwoColumns(String debit, String credit) {
        assertEquals(
                List.of("5.00", "-4.50", "0", "unreadable-sign", "1.50", "missing-amount", "-2.50"),
                amounts(read(
                        "Date;Text;" + credit + ";" + debit,
                        "2026-04-02;came;5,00;",
                        "2026-04-03;went;0,00;4,50",
                        "2026-04-03;nothing;0,00;0,00",
                        "2026-04-03;both;1,00;2,00",
                        "2026-04-03;reversal;-;-1,50",
                        "2026-04-03;neither;;",
                        "2026-04-04;went;;2,50")));
        assertEquals(
                List.of("5.00", "-4.50", "-2.50", "1.50"),
                amounts(read(
                        "Date;Text;" + credit + ";" + debit,
                        "2026-04-02;came;5,00;",
                        "2026-04-03;went;;-4,50",
                        "2026-04-04;went;;-2,50",
                        "2026-04-04;reversal;;1,50")));
    }

    @ParameterizedTest
    @CsvSource({
        "Soll/Haben-Kennzeichen, S, H",
        "S/H, Soll, Haben",
        "Af Bij, Af, Bij",
        "D/C, D, C",
        "Credit/Debit indicator, DBIT, CRDT",
        "CD flag, Debit, Credit",
        "'', O, I",
        "Vorzeichen, -, +",
        "Transaction Type, debit, credit",
        "Type, expense, income",
        "' ', Lastschrift, Gutschrift"
    })
    void aColumnMayTellWhetherItCameOrWent(String heading, String debit, String credit) {
        Reading reading = read(
                "Date;Text;Amount;" + heading,
                "2026-04-02;Coffee;4,50;" + debit,
                "2026-04-03;Salary;1.000,00;" + credit);
        assertEquals(4, reading.layout().columns().sign());
        assertEquals(List.of("-4.50", "1000.00"), amounts(reading));
        assertEquals(List.of(), reading.questions());
    }

    @Test
    void anotherFlagThanTheTwoIsUnreadable() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lines.add("2026-04-02;Coffee;4,50;" + (i % 2 == 0 ? "I" : "O"));
        }
        lines.add("2026-04-02;Coffee;4,50;EUR");
        assertEquals("-4.50", amounts(read(lines.toArray(String[]::new))).getLast());
        lines.add("2026-04-02;Coffee;4,50;?");
        Reading reading = read(lines.toArray(String[]::new));
        assertEquals(
                RowFault.of(RowError.UNREADABLE_SIGN, "?"),
                entries(reading).getLast().faults.getFirst());
        assertEquals("4.50", amounts(reading).getFirst());
        assertEquals("-4.50", amounts(reading).get(1));
    }

    @Test
    void flagsBesideSignedAmountsSayTheSame() {
        Reading reading = read(
                "Date;Text;Amount;D/C",
                "2026-04-02;Coffee;-4,50;D",
                "2026-04-03;Tea;-3,50;D",
                "2026-04-03;Pay;10,00;C");
        assertNull(reading.layout().columns().sign());
        assertEquals(List.of("-4.50", "-3.50", "10.00"), amounts(reading));
    }

    @Test
    void aNegativeAmountAmongFlaggedOnesIsAReversal() {
        assertEquals(
                List.of("-4.50", "-3.50", "3.50"),
                amounts(read(
                        "Date;Text;Amount;D/C",
                        "2026-04-02;Coffee;4,50;D",
                        "2026-04-03;Tea;3,50;D",
                        "2026-04-03;Tea;-3,50;D")));
    }

    @Test
    void decoysAreNeverTheAmount() {
        Reading reading = read(
                "Datum;Originalbetrag;Originalwährung;Umrechnungskurs;Betrag in Fremdwährung;Gebühr;Saldo;Betrag;Währung;Text",
                "02.04.2026;-5,00;USD;1,10;-5,00;0,10;95,50;-4,50;EUR;Coffee",
                "03.04.2026;-6,00;USD;1,10;-6,00;0,10;80,00;-5,50;EUR;Tea");
        assertEquals(List.of("-4.50", "-5.50"), amounts(reading));
        assertEquals("EUR", reading.statements().getFirst().currency);
        assertNull(reading.statements().getFirst().opening);
        assertEquals(List.of(), reading.questions());
    }

    @Test
    void anAmountWithItsSignIsTakenBeforeColumnsOfDebitAndCredit() {
        Reading reading = read(
                "Date;Amount;Money Out;Money In;Name", "2026-04-02;-4,50;4,50;;Coffee", "2026-04-03;9,00;;9,00;Pay");
        assertEquals(2, reading.layout().columns().amount());
        assertEquals(List.of("-4.50", "9.00"), amounts(reading));
    }

    @Test
    void valutaIsADayOrACurrency() {
        Reading german = read("Buchung;Valuta;Text;Betrag", "02.04.2026;30.04.2026;Kaffee;-4,50");
        assertEquals(List.of("2026-04-02"), dates(german));
        assertNull(german.layout().columns().currency());
        Reading italian = read("Data;Valuta;Descrizione;Importo", "02.04.2026;CHF;Caffè;-4,50");
        assertEquals(2, italian.layout().columns().currency());
        assertEquals("CHF", italian.statements().getFirst().currency);
        assertEquals(List.of("2026-04-02"), dates(read("Valuta;Text;Betrag", "02.04.2026;Kaffee;-4,50")));
    }

    @Test
    void whoComesBeforeWhatFor() {
        Reading reading = read(
                "Datum;Verwendungszweck;Beguenstigter/Zahlungspflichtiger;Betrag;Kategorie;Memo;Referenz",
                "02.04.2026;Rechnung 7;Strom AG;-4,50;Wohnen;gelesen;R-7",
                "03.04.2026;STROM AG Abschlag;Strom AG;-4,50;;;");
        assertEquals(List.of(3, 2), reading.layout().columns().description());
        assertEquals(List.of("Strom AG Rechnung 7", "STROM AG Abschlag"), descriptions(reading));
        Entry entry = entries(reading).getFirst();
        assertEquals("Wohnen", entry.category);
        assertEquals("gelesen", entry.notes);
        assertEquals("R-7", entry.reference);
        assertNull(entries(reading).getLast().notes);
    }

    @Test
    void severalCurrenciesAreSeveralStatements() {
        Reading reading = read(
                "Date;Text;Amount;Currency",
                "2026-04-02;a;-1,00;EUR",
                "2026-04-02;b;2,00;usd",
                "2026-04-02;c;-3,00;",
                "2026-04-02;d;-4,00;POINTS");
        assertEquals(
                Arrays.asList("EUR", "USD", null),
                reading.statements().stream()
                        .map(statement -> statement.currency)
                        .toList());
        assertEquals("POINTS", entries(reading).getLast().currency);
    }

    @Test
    void theCurrencyOfTheOthersIsThatOfARowWithout() {
        Reading reading = read("Date;Text;Amount;Currency", "2026-04-02;a;-1,00;EUR", "2026-04-02;b;2,00;");
        assertEquals(1, reading.statements().size());
        assertEquals(2, entries(reading).size());
        assertNull(entries(reading).getLast().currency);
    }

    @Test
    void theOwnAccountIsToldFromTheOtherSides() {
        assertEquals(
                "DE02120300000000202051",
                number("Auftragskonto;Buchungstag;Empfänger;IBAN;Betrag", "DE02120300000000202051"));
        assertEquals(
                "DE02120300000000202051", number("IBAN;Buchungstag;Text;Sonstiges;Betrag", "DE02120300000000202051"));
        assertNull(number("Empfänger;Buchungstag;Text;IBAN;Betrag", "Max"));
        assertEquals(
                "NL69INGB0123456789",
                number("Naam / Omschrijving;Datum;Tegenrekening;Rekening;Bedrag", "Max", "NL69INGB0123456789"));
    }

    private static String number(String header, String first) {
        return number(header, first, "DE89370400440532013000");
    }

    private static String number(String header, String first, String fourth) {
        return read(header, first + ";02.04.2026;x;" + fourth + ";-1,00", first + ";03.04.2026;y;" + fourth + ";-2,00")
                .statements()
                .getFirst()
                .number;
    }

    @Test
    void severalOwnAccountsAreSeveralStatements() {
        Reading reading =
                read("Auftragskonto;Buchungstag;Text;Betrag", "1001;02.04.2026;x;-1,00", "1002;03.04.2026;y;-2,00");
        assertEquals(
                List.of("1001", "1002"),
                reading.statements().stream().map(statement -> statement.number).toList());
    }

    @Test
    void columnsWithoutHeadingsAreToldByWhatIsInThem() {
        Reading reading = read(
                "1;02.04.2026;30.04.2026;Coffee at the corner;K2;EUR;-4,50;95,50",
                "2;03.04.2026;30.04.2026;Tea at the other corner;K2;EUR;-5,50;90,00",
                "3;04.04.2026;30.04.2026;Salary;K1;EUR;10,00;100,00");
        Columns columns = reading.layout().columns();
        assertEquals(0, reading.layout().headerRow());
        assertEquals(2, columns.date());
        assertEquals(List.of(4), columns.description());
        assertEquals(7, columns.amount());
        assertEquals(6, columns.currency());
        assertEquals("100.00", reading.statements().getFirst().opening.toPlainString());
        assertEquals("100.00", reading.statements().getFirst().closing.toPlainString());
        assertEquals(List.of(), reading.questions());
    }

    @Test
    void whichOfTwoAmountsIsMeantIsAsked() {
        String[] lines = {"02.04.2026;Coffee;-4,50;95,50", "03.04.2026;Tea;-5,50;91,00"};
        Reading open = read(lines);
        assertEquals(
                List.of(new Question(QuestionCode.COLUMNS, List.of("02.04.2026", "Coffee", "-4,50", "95,50"))),
                open.questions());
        assertNull(open.layout().columns().amount());
        assertEquals(List.of("-4.50", "-5.50"), amounts(open));
        Reading answered = read(columns(new Columns(null, null, 4, null, null, null, null, null, null, null)), lines);
        assertEquals(List.of(QuestionCode.SPENDING), questions(answered));
        assertEquals(List.of("95.50", "91.00"), amounts(answered));
    }

    @Test
    void twoAmountsByTheirHeadingsAreAskedForUnlessTheyAreTheSame() {
        assertEquals(
                List.of(new Question(QuestionCode.COLUMNS, List.of("Datum", "Betrag", "Umsatz"))),
                read("Datum;Betrag;Umsatz", "02.04.2026;-4,50;-5,00", "03.04.2026;-1,00;-2,00")
                        .questions());
        assertEquals(
                List.of(),
                read("Datum;Betrag;Umsatz", "02.04.2026;-4,50;-4,50", "03.04.2026;-1,00;-1,00")
                        .questions());
        Reading net = read("Date;Gross;Fee;Net", "2026-04-02;10,00;-1,00;9,00", "2026-04-03;-5,00;0,00;-5,00");
        assertEquals(List.of(), net.questions());
        assertEquals(List.of("9.00", "-5.00"), amounts(net));
    }

    @Test
    void withoutDaysOrAmountsTheColumnsAreAskedFor() {
        assertEquals(List.of(QuestionCode.COLUMNS), questions(read("Text;Amount", "Coffee;-4,50", "Tea;-3,50")));
        assertEquals(
                List.of(QuestionCode.COLUMNS), questions(read("Date;Text", "02.04.2026;Coffee", "03.04.2026;Tea")));
        assertEquals(List.of(QuestionCode.COLUMNS), questions(read("nothing of the kind")));
        assertEquals(List.of(QuestionCode.COLUMNS), questions(read("")));
    }

    @Test
    void aStatementWithoutRowsAsksNothing() {
        Reading reading = read("Date;Text;Amount");
        assertEquals(List.of(), reading.questions());
        assertEquals(List.of(), entries(reading));
    }

    @Test
    void aPreambleWithADayAndABalanceIsNoRow() {
        String[] lines = {
            "Compte de chèques;****1234;02/04/2026;;1 250,00",
            "Date operation;Libelle court;Type operation;Libelle operation;Montant",
            "13/04/2026;PRLV;PRELEVEMENT;EDF FACTURE;-84,10"
        };
        assertEquals(List.of("-84.10"), amounts(read(lines)));
        assertEquals(List.of(), amounts(read(lines[0], lines[1])));
    }

    // --- decimals ---

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1.234,50|-3,000|,",
                "-1,234.50|-3.000|.",
                "-4,5|-3,000|,",
                "-1.000.000|-3,000|,",
                "-1 000,000|-3,000|,",
                "-0.500|-3.000|.",
                "-1234.567|-3.000|.",
                "-1'000.00|-3.000|.",
                "-100|-3|."
            })
    void theDecimalMarkIsProvenByAnyAmount(String proof, String other, String mark) {
        Reading reading = read("Date;Text;Amount", "2026-04-02;a;" + other, "2026-04-02;b;" + proof);
        assertEquals(mark, reading.layout().decimal());
        assertEquals(List.of(), reading.questions());
        assertEquals(0, entries(reading).getFirst().amount.compareTo(new BigDecimal("-3")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1.234", "-1,234"})
    void whatCouldBeThousandsIsAsked(String amount) {
        String[] lines = {"Date;Text;Amount", "2026-04-02;a;" + amount, "2026-04-02;b;-5"};
        Reading reading = read(lines);
        assertEquals(List.of(new Question(QuestionCode.DECIMAL, List.of(".", ","))), reading.questions());
        assertNull(reading.layout().decimal());
        for (String mark : List.of(".", ",")) {
            Reading answered = read(new Layout(null, null, null, mark, null, null), lines);
            assertEquals(List.of(), answered.questions());
            assertEquals(
                    amount.contains(mark) ? "-1.234" : "-1234",
                    amounts(answered).getFirst());
        }
    }

    @Test
    void theMajorityDecidesAndTheOthersAreInvalid() {
        assertEquals(
                List.of("-4.50", "-3.50", "unreadable-amount"),
                amounts(read("Date;Text;Amount", "2026-04-02;a;-4,50", "2026-04-02;b;-3,50", "2026-04-02;c;-1.25")));
        assertEquals(
                List.of(QuestionCode.DECIMAL),
                questions(read("Date;Text;Amount", "2026-04-02;a;-4,50", "2026-04-02;c;-1.25")));
    }

    @Test
    void amountsMayCarryCurrenciesAndFlags() {
        assertEquals(
                List.of("-4.50", "12.00", "-3.00", "-1.00", "2.00", "unreadable-amount"),
                amounts(read(
                        "Date;Text;Amount",
                        "2026-04-02;a;-4,50 €",
                        "2026-04-02;b;12,00 CR",
                        "2026-04-02;c;3,00 D",
                        "2026-04-02;d;(1,00)",
                        "2026-04-02;e;2,00 H",
                        "2026-04-02;f;1e5")));
    }

    // --- days ---

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-04-02|ymd",
                "2026/4/2|ymd",
                "2026.04.02.|ymd",
                "20260402|ymd",
                "20260402101112|ymd",
                "2026-04-02 10:11:12|ymd",
                "2026-04-02T10:11:12Z|ymd",
                "2026-04-02-10.11.12.123456|ymd",
                "02.04.2026|dmy",
                "2.4.26|dmy",
                "2. 4. 2026|dmy",
                "02.04.26 10:11|dmy",
                "2 Apr 2026|dmy",
                "2. April 2026|dmy",
                "Do., 2. April 2026|dmy",
                "02-avr-26|dmy",
                "02-avr.-2026|dmy",
                "2 de abril de 2026|dmy",
                "2 aprile 2026|dmy",
                "02APR2026|dmy",
                "Apr 2, 2026|mdy",
                "April 02, 2026, 10:11 AM|mdy",
                "2026-Apr-02|ymd"
            })
    void daysAreWrittenInManyWays(String date, String order) {
        Reading reading = read("Date;Text;Amount", "\"" + date + "\";a;-1,00");
        assertEquals(List.of("2026-04-02"), dates(reading));
        assertEquals(order, reading.layout().dateFormat().code());
        assertEquals(List.of(), reading.questions());
    }

    @ParameterizedTest
    @CsvSource({
        "03/04/2026, 13/04/2026, dmy, 2026-04-03",
        "03/04/2026, 04/13/2026, mdy, 2026-03-04",
        "03-04-26, 13-04-45, dmy, 2026-04-03",
        "26/04/03, 26/04/32, dmy, 2003-04-26",
        "26/04/03, 99/04/30, ymd, 2026-04-03",
        "03042026, 13042026, dmy, 2026-04-03",
        "04032026, 04132026, mdy, 2026-04-03",
        "02 04 2026, 13 04 2026, dmy, 2026-04-02"
    })
    void theOrderIsProvenByAnyDay(String date, String proof, String order, String expected) {
        Reading reading = read("Date;Text;Amount", date + ";a;-1,00", proof + ";b;-1,00");
        assertEquals(List.of(), reading.questions());
        assertEquals(order, reading.layout().dateFormat().code());
        assertEquals(expected, dates(reading).getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "03/04/2026, 'dmy,mdy'",
        "03-04-2026, 'dmy,mdy'",
        "03/04/05, 'dmy,mdy,ymd'",
        "18/02/22, 'dmy,ymd'",
        "03042026, 'dmy,mdy'"
    })
    void anOrderThatIsOpenIsAsked(String date, String choices) {
        String[] lines = {"Date;Text;Amount", date + ";a;-1,00"};
        Reading reading = read(lines);
        assertEquals(List.of(new Question(QuestionCode.DATE_FORMAT, List.of(choices.split(",")))), reading.questions());
        assertNull(reading.layout().dateFormat());
        for (String choice : choices.split(",")) {
            DateOrder order = DateOrder.valueOf(choice.toUpperCase(Locale.ROOT));
            Reading answered = read(new Layout(null, null, null, null, order, null), lines);
            assertEquals(List.of(), answered.questions());
            assertEquals(order, answered.layout().dateFormat());
            assertTrue(entries(answered).getFirst().faults.isEmpty());
        }
    }

    @Test
    void nothingIsAskedThatMakesNoDifference() {
        assertEquals(
                List.of(),
                read("Date;Text;Amount", "03/03/2026;a;-1,00", "04/04/2026;b;-1,00")
                        .questions());
        assertEquals(List.of(), read("Date;Text;Amount", "03.04.2026;a;-1,00").questions());
    }

    @Test
    void otherDaysOfTheFileProveTheOrderToo() {
        Reading reading = read("Date;Value date;Text;Amount", "04/03/2026;04/13/2026;a;-1,00");
        assertEquals(List.of(), reading.questions());
        assertEquals(List.of("2026-04-03"), dates(reading));
    }

    @Test
    void aDayThatItsMonthDoesNotHaveIsCorrectedAndNoOtherIs() {
        Reading reading = read("Date;Text;Amount", "30.02.2026;a;-1,00", "32.02.2026;b;-1,00", "soon;c;-1,00");
        assertEquals(List.of("2026-02-28", "unreadable-date", "unreadable-date"), dates(reading));
        assertEquals(
                List.of(new Warning(WarningCode.DAY_CORRECTED, 2, List.of("30.02.2026", "2026-02-28"))),
                reading.warnings());
    }

    // --- what is spent ---

    @Test
    void amountsAboveZeroOnlyAreAskedFor() {
        String[] lines = {"Date;Text;Amount", "2026-04-02;a;4,50", "2026-04-03;b;3,50"};
        Reading reading = read(lines);
        assertEquals(
                List.of(new Question(QuestionCode.SPENDING, List.of("negative", "positive"))), reading.questions());
        assertNull(reading.layout().spending());
        Reading negative = read(new Layout(null, null, null, null, null, Spending.NEGATIVE), lines);
        assertEquals(List.of("4.50", "3.50"), amounts(negative));
        Reading positive = read(new Layout(null, null, null, null, null, Spending.POSITIVE), lines);
        assertEquals(List.of("-4.50", "-3.50"), amounts(positive));
        assertEquals(List.of(), positive.questions());
        assertEquals(Spending.POSITIVE, positive.layout().spending());
    }

    @Test
    void aCardsPaymentsDoNotShowTheSignOfWhatIsSpent() {
        assertEquals(
                List.of(QuestionCode.SPENDING),
                questions(read(
                        "Date;Card Member;Amount", "2026-04-02;a;4,50", "2026-04-03;b;3,50", "2026-04-03;c;-8,00")));
        assertEquals(List.of(QuestionCode.SPENDING), questions(read("Date;Card Member;Amount", "2026-04-02;a;4,50")));
        assertEquals(List.of(), questions(read("Date;Text;Amount", "2026-04-02;a;4,50")));
        assertEquals(List.of(), questions(read("Date;Text;Amount", "2026-04-02;a;4,50", "2026-04-02;a;-4,50")));
    }

    @Test
    void balancesShowTheSignOfWhatIsSpent() {
        Reading reading = read(
                "Date;Text;Amount;Balance",
                "2026-04-02;a;4,50;4,50",
                "2026-04-03;b;3,50;8,00",
                "2026-04-03;c;2,00;10,00");
        assertEquals(List.of(), reading.questions());
        assertEquals("0.00", reading.statements().getFirst().opening.toPlainString());
    }

    // --- balances, pending ---

    @Test
    void balancesAreTakenInEitherDirectionIfAllFit() {
        ReadStatement newest = read("Date;Text;Amount;Balance", "2026-04-03;b;-3,50;2,00", "2026-04-02;a;4,50;5,50")
                .statements()
                .getFirst();
        assertEquals("1.00", newest.opening.toPlainString());
        assertEquals("2.00", newest.closing.toPlainString());
        ReadStatement wrong = read("Date;Text;Amount;Balance", "2026-04-03;b;-3,50;2,00", "2026-04-02;a;4,50;5,51")
                .statements()
                .getFirst();
        assertNull(wrong.opening);
        assertNull(wrong.closing);
        ReadStatement invalid = read(
                        "Date;Text;Amount;Balance",
                        "2026-04-03;b;-3,50;2,00",
                        "2026-04-02;a;4,50;5,50",
                        "soon;a;1,00;1,00")
                .statements()
                .getFirst();
        assertNull(invalid.opening);
    }

    @ParameterizedTest
    @CsvSource({
        "Status, Vorgemerkt, true",
        "State, PENDING, true",
        "State, REVERTED, true",
        "Status, Declined, true",
        "Contabilizzazione, NON CONTABILIZZATO, true",
        "Info, Umsatz vorgemerkt, true",
        "Info, Umsatz gebucht, false",
        "Status, Completed, false",
        "Info, not to be forgotten, false"
    })
    void whatIsNotBookedIsPending(String heading, String status, boolean pending) {
        Reading reading = read("Date;Text;Amount;" + heading, "2026-04-02;a;-4,50;" + status);
        assertEquals(pending, entries(reading).getFirst().pending);
    }

    // --- answers ---

    @Test
    void answersComeBeforeWhatIsFound() {
        Columns columns = new Columns(2, List.of(5), null, 4, 3, null, 0, null, 0, null);
        Layout answers = new Layout(";", 0, columns, ",", DateOrder.MDY, Spending.NEGATIVE);
        Reading reading =
                read(answers, "03.04.2026;04/05/2026;1.234;;Pay;EUR;x", "03.04.2026;04/06/2026;;5.678;Rent;EUR;y");
        assertEquals(List.of(), reading.questions());
        assertEquals(List.of("2026-04-05", "2026-04-06"), dates(reading));
        assertEquals(List.of("1234", "-5678"), amounts(reading));
        assertEquals(List.of("Pay", "Rent"), descriptions(reading));
        assertNull(reading.statements().getFirst().currency);
        assertEquals(columns, reading.layout().columns());
        assertEquals(";", reading.layout().delimiter());
        assertEquals(DateOrder.MDY, reading.layout().dateFormat());
    }

    @Test
    void theHeaderMayBeSaid() {
        String[] lines = {"Ema;Tota;Kolmas", "Date;Text;Amount", "2026-04-02;a;-4,50"};
        assertEquals(2, read(lines).layout().headerRow());
        assertEquals(
                1,
                read(new Layout(null, 1, null, null, null, null), lines)
                        .layout()
                        .headerRow());
        assertEquals(
                0,
                read(new Layout(null, 0, null, null, null, null), lines)
                        .layout()
                        .headerRow());
        assertEquals(
                2,
                read(new Layout(null, 99, null, null, null, null), lines)
                        .layout()
                        .headerRow());
    }

    @Test
    void answersThatCannotBeAreNone() {
        String[] lines = {"Date;Text;Amount", "2026-04-02;a;-4,50"};
        for (Columns columns : List.of(
                new Columns(9, null, null, null, null, null, null, null, null, null),
                new Columns(null, null, -1, null, null, null, null, null, null, null),
                new Columns(null, List.of(7), null, null, null, null, null, null, null, null),
                new Columns(0, null, null, null, null, null, null, null, null, null),
                new Columns(null, null, 0, null, null, null, null, null, null, null))) {
            assertEquals(List.of(QuestionCode.COLUMNS), questions(read(columns(columns), lines)), columns.toString());
        }
        for (String delimiter : List.of("", ";;", "\"", "\n", "a")) {
            Reading reading = read(new Layout(delimiter, null, NO_COLUMNS, "x", null, null), lines);
            assertEquals(List.of(QuestionCode.COLUMNS), questions(reading), delimiter);
            assertEquals(List.of("-4.50"), amounts(reading));
        }
    }

    // --- fingerprints ---

    @Test
    void filesOfOneSourceHaveOneFingerprint() {
        String first = CsvReader.fingerprint(file("Date;Text;Amount", "2026-04-02;a;-4,50"), Layout.EMPTY);
        assertEquals(
                first,
                CsvReader.fingerprint(
                        file("Preamble", "", "DATE;text;Amount;", "2026-05-02;b;1.000,00;"), Layout.EMPTY));
        assertNotEquals(first, CsvReader.fingerprint(file("Date;Amount;Text", "2026-04-02;-4,50;a"), Layout.EMPTY));
        String bare = CsvReader.fingerprint(file("2026-04-02;a;-4,50"), Layout.EMPTY);
        assertEquals(bare, CsvReader.fingerprint(file("2026-05-02;b;1.000,00", "2026-05-03;c;7,00"), Layout.EMPTY));
        assertNotEquals(bare, CsvReader.fingerprint(file("2026-04-02;-4,50;a"), Layout.EMPTY));
        assertNotEquals(bare, CsvReader.fingerprint(file("2026-04-02;a;-4,50;b"), Layout.EMPTY));
    }

    // --- bounds ---

    @Test
    void thereMayNotBeMoreRowsThanOneFileHas() {
        String[] lines = new String[Reading.MAX_ROWS + 1];
        Arrays.fill(lines, "2026-04-02;a;-4,50");
        lines[0] = "Date;Text;Amount";
        assertEquals(Reading.MAX_ROWS, entries(read(lines)).size());
        String[] more = Arrays.copyOf(lines, lines.length + 1);
        more[lines.length] = "2026-04-02;a;-4,50";
        assertThrows(TooManyRowsException.class, () -> read(more));
        String[] many = new String[3 * Reading.MAX_ROWS];
        Arrays.fill(many, "x;y");
        assertThrows(TooManyRowsException.class, () -> read(many));
    }
}
