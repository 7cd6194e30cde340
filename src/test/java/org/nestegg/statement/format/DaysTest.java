package org.nestegg.statement.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

    private final Reading reading = new Reading();

    @ParameterizedTest
    @CsvSource({
        "2026,2,28,2026-02-28",
        "26,12,31,2026-12-31",
        "79,1,1,2079-01-01",
        "80,1,1,1980-01-01",
        "0,2,29,2000-02-29"
    })
    void yearsOfTwoDigitsAreOfTheirCentury(int year, int month, int day, LocalDate expected)
            throws UnreadableException {
        assertEquals(expected, Days.of(year, month, day, reading, 1, ""));
        assertTrue(reading.warnings().isEmpty());
    }

    @Test
    void aDayThatTheMonthDoesNotHaveIsItsLast() throws UnreadableException {
        assertEquals(LocalDate.of(2026, 2, 28), Days.of(2026, 2, 30, reading, 7, "30.02."));
        assertEquals(
                List.of(new Warning(WarningCode.DAY_CORRECTED, 7, List.of("30.02.", "2026-02-28"))),
                reading.warnings());
    }

    @ParameterizedTest
    @CsvSource({"2026,13,1", "2026,0,1", "2026,1,32", "2026,1,0", "-1,1,1", "10000,1,1"})
    void whatIsNoDayIsSaid(int year, int month, int day) {
        UnreadableException said =
                assertThrows(UnreadableException.class, () -> Days.of(year, month, day, reading, 1, "text"));
        assertEquals(RowFault.of(RowError.UNREADABLE_DATE, "text"), said.fault());
    }
}
