package org.nestegg.statement.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestegg.statement.StatementFormat;

class QifReaderTest {

    @Test
    void accountsAreToldApart() throws IOException {
        Reading reading = Shown.read(StatementFormat.QIF, Shown.fixture("qif/accounts.qif"), Layout.EMPTY);
        assertEquals(List.of("Currentaccount||null/null", "Card||null/null"), Shown.statements(reading));
        assertEquals(
                List.of(
                        "15|2026-01-05|-1100.00|||Landlord Rent January|No. 1042\\n1 High St\\nTown|Housing:Rent",
                        "24|2026-01-31|2500.00|||Employer",
                        "35|2026-02-01|-60.00|||Supermarket|ATM\\nGroceries Milk -40.00\\nHousehold -20.00"),
                Shown.rows(reading));
        assertEquals(List.of("part-ignored 47"), Shown.warnings(reading));
        assertEquals(new Layout(null, null, null, ".", DateOrder.MDY, null), reading.layout());
        assertTrue(reading.questions().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"Current,''", "DE02 1203 0000 0000 2020 51,DE02120300000000202051", "12-3456,12-3456", "007,''"})
    void anAccountAloneIsKnownByItsNumberOnly(String name, String number) {
        Reading reading =
                Shown.read(StatementFormat.QIF, "!Account\nN" + name + "\n^\n!Type:Bank\nD2026-01-02\nT1\n^\n");
        String found = reading.statements().getFirst().number;
        assertEquals(number, found == null ? "" : found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/ 5'26;1/31'26|mdy|2026-01-05 2026-01-31",
                "05/01/26;31/01/26|dmy|2026-01-05 2026-01-31",
                "05.01.2026;31.12.2026|dmy|2026-01-05 2026-12-31",
                "01-05-2026;12-29-2026|mdy|2026-01-05 2026-12-29",
                "2026-01-05;2026/02/03|ymd|2026-01-05 2026-02-03",
                "99/01/05;99/12/31|ymd|1999-01-05 1999-12-31",
                "12/31/99;1/1' 0|mdy|1999-12-31 2000-01-01",
                "2026-04-03;31/12/2026|dmy|2026-04-03 2026-12-31",
                "01/01/2026;02/02/2026||2026-01-01 2026-02-02"
            })
    void theOrderOfDaysIsFoundOnce(String written, String order, String read) {
        Reading reading = Shown.read(StatementFormat.QIF, bank(days(written)));
        assertEquals(read, shown(reading));
        assertTrue(reading.questions().isEmpty());
        assertEquals(
                order,
                reading.layout().dateFormat() == null
                        ? null
                        : reading.layout().dateFormat().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/04/2026", "01/02/2026;02/02/2026;03/02/2026", "31/12/2026;12/31/2026"})
    void whatCannotBeToldIsAsked(String written) {
        FileText file = new FileText(bank(days(written)), "UTF-8", false);
        Reading asked = Shown.read(StatementFormat.QIF, file, Layout.EMPTY);
        assertEquals(List.of(new Question(QuestionCode.DATE_FORMAT, List.of("dmy", "mdy"))), asked.questions());
        assertNull(asked.layout().dateFormat());
        Layout answer = new Layout(null, null, null, null, DateOrder.MDY, null);
        Reading answered = Shown.read(StatementFormat.QIF, file, answer);
        assertTrue(answered.questions().isEmpty());
        assertEquals(DateOrder.MDY, answered.layout().dateFormat());
    }

    @Test
    void whileAQuestionIsOpenThereIsSomethingToSee() {
        assertEquals("2026-04-03", shown(Shown.read(StatementFormat.QIF, bank(days("03/04/2026")))));
    }

    @Test
    void daysThatAreNoneHaveNoSay() {
        Reading reading = Shown.read(StatementFormat.QIF, bank(days("31/12/2026;someday;31/02/2026")));
        assertEquals(List.of("2|2026-12-31|1", "5||1 unreadable-date[someday]", "8|2026-02-28|1"), Shown.rows(reading));
        assertEquals(List.of("day-corrected 8"), Shown.warnings(reading));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234 12.50|.|1.234 12.50",
                "1.234 12,50|,|1234 12.50",
                "1,234.56 5|.|1234.56 5",
                "1.234.567|,|1234567",
                "0.123|.|0.123",
                "1234,567|,|1234.567",
                "100 -5|.|100 -5",
                "1.234 nonsense 1,5|,|1234 1.5"
            })
    void theMarkOfDecimalsIsFoundOnce(String written, String mark, String read) {
        Reading reading = Shown.read(StatementFormat.QIF, bank(amounts(written)));
        assertEquals(
                read,
                reading.statements().getFirst().entries.stream()
                        .filter(entry -> entry.amount != null)
                        .map(entry -> entry.amount.toPlainString())
                        .collect(Collectors.joining(" ")));
        assertEquals(mark, reading.layout().decimal());
        assertTrue(reading.questions().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,234 5", "12.50 12,50"})
    void amountsThatLeaveItOpenAreAsked(String written) {
        FileText file = new FileText(bank(amounts(written)), "UTF-8", false);
        assertEquals(
                List.of(new Question(QuestionCode.DECIMAL, List.of(".", ","))),
                Shown.read(StatementFormat.QIF, file, Layout.EMPTY).questions());
        Reading answered = Shown.read(StatementFormat.QIF, file, new Layout(null, null, null, ",", null, null));
        assertTrue(answered.questions().isEmpty());
        assertEquals(",", answered.layout().decimal());
    }

    @Test
    void junkAndEmptyRecordsAreNothing() {
        Reading reading =
                Shown.read(StatementFormat.QIF, "^\njunk\n!type:bank \r\n^\r\nD2026-01-02\r\nU-1\r\n^\r\n\r\n^\r\n");
        assertEquals(List.of("5|2026-01-02|-1"), Shown.rows(reading));
        assertTrue(reading.warnings().isEmpty());
    }

    @Test
    void whatIsMissingIsSaid() {
        Reading reading = Shown.read(StatementFormat.QIF, "!Type:Cash\nT5\n^\nD2026-01-02\nPx\n^\n");
        assertEquals(List.of("2||5 missing-date[]", "4|2026-01-02||||x missing-amount[]"), Shown.rows(reading));
        assertTrue(reading.warnings().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"T5,true", "'T5\n',false", "'T5\nPShop',false", "'T5\n^',false", "PShop,true", "'',true"})
    void aLastRecordMayBeWithoutItsEndIfNothingIsLost(String end, boolean lost) {
        String file = "!Type:Cash\nD2026-01-02\n" + end.replace("\\n", "\n");
        Reading reading = Shown.read(StatementFormat.QIF, file);
        assertEquals(lost ? List.of("cut-short") : List.of(), Shown.warnings(reading));
        assertEquals(1, reading.statements().getFirst().entries.size());
    }

    @Test
    void categoriesAreNoTransfersAndHaveNoClass() {
        Reading reading = Shown.read(
                StatementFormat.QIF,
                bank(Stream.of("[Savings]", "Income:Available/class", "Food", "/class")
                        .map(category -> "D2026-01-02\nT1\nL" + category)));
        assertEquals(
                List.of(
                        "2|2026-01-02|1",
                        "6|2026-01-02|1|||||Income:Available",
                        "10|2026-01-02|1|||||Food",
                        "14|2026-01-02|1"),
                Shown.rows(reading));
    }

    @Test
    void listsAndSecuritiesAreLeftOut() {
        Reading reading = Shown.read(
                StatementFormat.QIF,
                "!Type:Invst\nD1/1/2026\nNBuy\nT5\n^\n!Type:Prices\n\"A\",1\n^\n!Type:Oth L\nD2026-01-02\nT1\n^");
        assertEquals(List.of("10|2026-01-02|1"), Shown.rows(reading));
        assertEquals(List.of("part-ignored 2"), Shown.warnings(reading));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Type: Bank", "Look!Type:Bank", "D01/01/2026\nT5\n^", "Date,!Type:\n1,2", "!important", ""})
    void nothingElseIsTakenForIt(String text) {
        assertFalse(StatementFormat.QIF.reader().recognises(new FileText(text, "UTF-8", false)));
    }

    private static Stream<String> days(String days) {
        return Stream.of(days.split(";")).map(day -> "D" + day + "\nT1");
    }

    private static Stream<String> amounts(String amounts) {
        return Stream.of(amounts.split(" ")).map(amount -> "D2026-01-02\nT" + amount);
    }

    private static String bank(Stream<String> records) {
        return "!Type:Bank\n" + records.map(record -> record + "\n^\n").collect(Collectors.joining());
    }

    private static String shown(Reading reading) {
        return reading.statements().getFirst().entries.stream()
                .map(entry -> String.valueOf(entry.date))
                .collect(Collectors.joining(" "));
    }
}
