package org.nestegg.forecast;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is known on a day, and how far it is asked ahead. The same gives the same forecast, to the last byte. To ask what if, change the
 * history ({@link PastDays#changed}) or what is planned, and compare: both see the same futures of the rest.
 *
 * @param history of what no schedule posted; it also has today
 * @param balance today's, in the currency
 * @param planned what is sure to come and go, by day: of schedules, and of what is recorded for coming days
 * @param until the last day, after today, at most {@link #MAX_YEARS} ahead
 * @param seed what chance begins with, see {@link #seed}
 */
public record Scenario(
        PastDays history,
        BigDecimal balance,
        Currency currency,
        Map<LocalDate, BigDecimal> planned,
        LocalDate until,
        ForecastInterval interval,
        long seed) {

    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    /** How far ahead it can be asked. */
    public static final int MAX_YEARS = 2;

    /** @throws IllegalArgumentException if the last day is not after today, or too far ahead */
    public Scenario {
        LocalDate today = history.today();
        if (!until.isAfter(today) || until.isAfter(today.plusYears(MAX_YEARS))) {
            throw new IllegalArgumentException(until + " seen from " + today);
        }
    }

    /** Of a user's forecasts of a day. */
    public static long seed(UUID user, LocalDate today) {
        return SplitMix64.seed(user, today);
    }

    /** What will be. */
    public Forecast forecast() {
        Futures futures = new Futures(history, seed);
        boolean[] below = new boolean[futures.sums().length];
        List<Forecast.Day> items = new ArrayList<>();
        Forecast.Day lowest = null;
        BigDecimal sure = balance;
        LocalDate from = history.today().plusDays(1);
        for (LocalDate date = from; !date.isAfter(until); date = date.plusDays(1)) {
            futures.advance(date);
            sure = sure.add(planned.getOrDefault(date, BigDecimal.ZERO));
            mark(below, futures.sums(), sure);
            Forecast.Day day = day(date, sure, futures.sums());
            if (lowest == null || day.expected().compareTo(lowest.expected()) < 0) {
                lowest = day;
            }
            if (interval.endsWith(date) || date.equals(until)) {
                items.add(day);
            }
        }
        return new Forecast(
                from,
                until,
                history.months() == 0 ? ForecastMethod.SCHEDULES : ForecastMethod.SCHEDULES_AND_HISTORY,
                history.months(),
                List.copyOf(items),
                lowest,
                share(below));
    }

    private Forecast.Day day(LocalDate date, BigDecimal sure, long[] sums) {
        long[] sorted = sums.clone();
        Arrays.sort(sorted);
        int tenth = sorted.length / 10;
        return new Forecast.Day(
                date,
                amount(sure, sorted[sorted.length / 2]),
                amount(sure, sorted[tenth]),
                amount(sure, sorted[sorted.length - 1 - tenth]));
    }

    private BigDecimal amount(BigDecimal sure, long rest) {
        return sure.add(BigDecimal.valueOf(rest, history.decimals()))
                .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
    }

    /** Marks those that are below zero. */
    private void mark(boolean[] below, long[] sums, BigDecimal sure) {
        // What there would have to be at least. A number beyond all longs is nearer to the last of them than any sum.
        long least = sure.negate()
                .setScale(history.decimals(), RoundingMode.CEILING)
                .unscaledValue()
                .min(MAX)
                .max(MAX.negate())
                .longValue();
        for (int i = 0; i < sums.length; i++) {
            below[i] |= sums[i] < least;
        }
    }

    private static BigDecimal share(boolean[] below) {
        int count = 0;
        for (boolean one : below) {
            count += one ? 1 : 0;
        }
        return BigDecimal.valueOf(count).divide(BigDecimal.valueOf(below.length), 2, RoundingMode.HALF_EVEN);
    }
}
