package org.nestegg.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a balance will come to. Amounts are rounded, half even, to the currency's minor units.
 *
 * @param from the first day after today
 * @param until the last day
 * @param months of history that were learned from; 0 for schedules alone
 * @param items by interval, each on its last day, the last one on {@code until}
 * @param lowest the first of the days, whatever the interval, on which the least is expected
 * @param belowZero the share of futures that are below zero at the end of any of the days, from 0 to 1, with two decimals
 */
public record Forecast(
        LocalDate from,
        LocalDate until,
        ForecastMethod method,
        int months,
        List<Day> items,
        Day lowest,
        BigDecimal belowZero) {

    /**
     * The balance at the end of a day.
     *
     * @param expected the median: it will be more as likely as less
     * @param low in 10 of 100 futures it will be less
     * @param high in 10 of 100 futures it will be more
     */
    public record Day(LocalDate date, BigDecimal expected, BigDecimal low, BigDecimal high) {}
}
