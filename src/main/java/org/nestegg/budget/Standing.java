package org.nestegg.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;

/**
 * How a budget stands in a period. Amounts are in its currency.
 *
 * @param carried from the period before
 * @param spent less what came back
 * @param planned what schedules will still take, never below zero
 * @param otherCurrencies whether more was spent, in other currencies
 * @param date the day from which what is left is for
 */
public record Standing(
        Period period,
        Currency currency,
        BigDecimal budgeted,
        BigDecimal carried,
        BigDecimal spent,
        BigDecimal planned,
        boolean otherCurrencies,
        LocalDate date) {

    /** What may be spent in all. */
    public BigDecimal available() {
        return budgeted.add(carried);
    }

    /** What of it is not spent; below zero, what was spent too much. */
    public BigDecimal left() {
        return available().subtract(spent);
    }

    /** What may be spent on each day that is left, if all that is planned comes: rounded down, so that it is never too much. */
    public BigDecimal perDay() {
        LocalDate first = period.from().isBefore(date) ? date : period.from();
        long days = ChronoUnit.DAYS.between(first, period.to()) + 1;
        BigDecimal free = left().subtract(planned);
        return days <= 0 || free.signum() <= 0
                ? BigDecimal.ZERO
                : free.divide(BigDecimal.valueOf(days), currency.getDefaultFractionDigits(), RoundingMode.DOWN);
    }
}
