package org.nestegg.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from sums and days, each by hand. */
class OutlookDatesTest {

    private static Outlook outlook(
            String target,
            String saved,
            String sum,
            int months,
            LocalDate today,
            LocalDate targetDate,
            String currency) {
        Goal goal = new Goal();
        goal.targetAmount = new BigDecimal(target);
        goal.currency = Currency.getInstance(currency);
        goal.targetDate = targetDate;
        return new Outlook(goal, new BigDecimal(saved), new Pace(new BigDecimal(sum), months), today);
    }

    @ParameterizedTest
    @CsvSource({
        // Twelve months to the day, and one day more or less.
        "1200, 0, 2026-11-20, 2027-11-20, 100.00",
        "1200, 0, 2026-11-20, 2027-11-21, 92.31",
        "1200, 0, 2026-11-20, 2027-11-19, 100.00",
        // Up to a month is one; and so is what is past.
        "1200, 0, 2026-11-20, 2026-12-20, 1200.00",
        "1200, 0, 2026-11-20, 2026-11-21, 1200.00",
        "1200, 0, 2026-11-20, 2026-11-20, 1200.00",
        "1200, 0, 2026-11-20, 2020-01-01, 1200.00",
        // Ends of months.
        "1200, 0, 2027-01-31, 2027-02-28, 1200.00",
        "1200, 0, 2026-11-30, 2027-02-28, 400.00",
        "1200, 0, 2028-02-29, 2029-02-28, 100.00",
        // Rounded up.
        "100, 0, 2026-11-20, 2027-02-20, 33.34",
        "100, 99.99, 2026-11-20, 2027-02-20, 0.01"
    })
    void whatIsNeededEachMonth(String target, String saved, LocalDate today, LocalDate targetDate, String perMonth) {
        Outlook outlook = outlook(target, saved, "0", 1, today, targetDate, "EUR");
        assertEquals(perMonth, outlook.perMonth().orElseThrow().toPlainString());
        assertEquals(false, outlook.onTrack().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"JPY, 34", "EUR, 33.34", "KWD, 33.334"})
    void itIsRoundedUpToTheCurrencysDecimals(String currency, String perMonth) {
        Outlook outlook =
                outlook("100", "0", "100", 3, LocalDate.of(2026, 11, 20), LocalDate.of(2027, 2, 20), currency);
        assertEquals(perMonth, outlook.perMonth().orElseThrow().toPlainString());
        // Exactly as much as is needed, though its mean is shown rounded.
        assertEquals(true, outlook.onTrack().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "600, 6, 2027-08-20, true", // 9 months of 100
        "540, 6, 2027-09-20, true", // 10 months of 90
        "450, 6, 2027-11-20, true", // 12 months of 75
        "449.99, 6, 2027-12-20, false", // 12 and a bit
        "900, 1, 2026-12-20, true",
        "0.01, 6, , false", // 45,000 years
        "0, 6, , false",
        "-50, 6, , false"
    })
    void whenItIsReached(String sum, int months, LocalDate expected, boolean onTrack) {
        Outlook outlook =
                outlook("1200", "300", sum, months, LocalDate.of(2026, 11, 20), LocalDate.of(2027, 11, 20), "EUR");
        assertEquals(expected, outlook.expectedDate().orElse(null));
        assertEquals(onTrack, outlook.onTrack().orElseThrow());
    }

    /** Two months and ten days are three months, and who puts aside a third each month is on track. */
    @ParameterizedTest
    @CsvSource({"300, 2027-01-30, true", "299, 2027-03-20, false", "450, 2027-01-20, true"})
    void theTargetDateCutsTheLastMonth(String sum, LocalDate expected, boolean onTrack) {
        Outlook outlook = outlook("900", "0", sum, 1, LocalDate.of(2026, 11, 20), LocalDate.of(2027, 1, 30), "EUR");
        assertEquals("300.00", outlook.perMonth().orElseThrow().toPlainString());
        assertEquals(expected, outlook.expectedDate().orElseThrow());
        assertEquals(onTrack, outlook.onTrack().orElseThrow());
    }
}
