package org.nestegg.statement.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "12|.|12",
                "1,234.56|.|1234.56",
                "1.234,56|,|1234.56",
                "1 234,5|,|1234.5",
                "1'234.50|.|1234.50",
                "12,345,678.9|.|12345678.9",
                "-5|.|-5",
                "5-|.|-5",
                "(5.00)|.|-5.00",
                "- 5,00 EUR|,|-5.00",
                "€ -5|.|-5",
                "R$ 1.000,00|,|1000.00",
                ".5|.|0.5",
                "5.|.|5",
                "+7|.|7",
                "123456789012345|.|123456789012345"
            })
    void whatPeopleWriteIsRead(String text, char decimal, BigDecimal amount) throws UnreadableException {
        assertEquals(amount, Amounts.parse(text, decimal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".", ",", "-", "1e3", "1.2.3", "1,23.45", "12,3456", "--5", "-5-", "(-5)", "(5", "0x10", "1.234,5",
                "NaN", "5 5"
            })
    void whatIsNoAmountIsSaid(String text) {
        assertEquals(RowError.UNREADABLE_AMOUNT, fault(text));
    }

    @Test
    void missingAndTooLongAreSaid() {
        assertEquals(RowError.MISSING_AMOUNT, fault("  "));
        assertEquals(RowError.TOO_MANY_DIGITS, fault("1234567890123456"));
        assertEquals(RowError.TOO_MANY_DIGITS, fault("0.1234567890123456"));
        assertEquals(RowError.UNREADABLE_AMOUNT, fault("1".repeat(1000)));
    }

    private static RowError fault(String text) {
        return assertThrows(UnreadableException.class, () -> Amounts.parse(text, '.'))
                .fault()
                .code();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.50|12.50",
                "-12,34|-12.34",
                "1.234,56|1234.56",
                "1,234.56|1234.56",
                "1.234.567|1234567",
                "1,234,567|1234567",
                "1 234,56|1234.56",
                "1.234|1.234",
                "6800,|6800",
                "+3|3"
            })
    void formatsForMachinesNeedNoHint(String text, BigDecimal amount) throws UnreadableException {
        assertEquals(amount, Amounts.plain(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$120", "120 EUR", ".", "1e3", "(5)", "5-", "1.234,567.8", "1,23,4"})
    void theyHaveNothingElseBeside(String text) {
        assertThrows(UnreadableException.class, () -> Amounts.plain(text));
    }

    @Test
    void blanksCostNothing() {
        String blanks = "+" + " ".repeat(28) + "1" + " ".repeat(28) + "x";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 20_000; i++) {
                assertThrows(UnreadableException.class, () -> Amounts.parse(blanks, '.'));
            }
        });
    }
}
