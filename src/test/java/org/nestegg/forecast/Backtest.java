package org.nestegg.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Forecasts made on days of the past of made-up households, compared with what came. A loss is the mean pinball loss over 0.1, 0.5 and
 * 0.9, in parts of what the household spends and earns in a month, so that the poor count as much as the rich; naive forecasts are
 * points, taken for all three quantiles.
 *
 * @param known whether there are schedules for what is regular
 * @param months of history
 */
record Backtest(boolean known, int months) {

    private static final int DAYS = 900;
    private static final int ORIGINS = 3;

    /** How many days ahead it is looked. */
    static final List<Integer> HORIZONS = List.of(30, 60);

    /** How it went so many days ahead. */
    static final class Result {

        private final int horizon;

        /** Ours, then the naive ones, in parts. */
        private final double[] parts = new double[7];

        /** The same in money. */
        private final double[] money = new double[7];

        private int within;
        private int count;

        Result(int horizon) {
            this.horizon = horizon;
        }

        private void add(Forecast.Day forecast, double[] naive, double outcome, double scale) {
            double low = forecast.low().doubleValue();
            double high = forecast.high().doubleValue();
            within += low <= outcome && outcome <= high ? 1 : 0;
            count++;
            add(0, loss(low, forecast.expected().doubleValue(), high, outcome), scale);
            for (int i = 0; i < naive.length; i++) {
                add(i + 1, loss(naive[i], naive[i], naive[i], outcome), scale);
            }
        }

        private void add(int whose, double loss, double scale) {
            parts[whose] += loss / scale;
            money[whose] += loss;
        }

        /** The loss over that of the best of the naive forecasts: untold, in parts and in money; told, in parts and in money. */
        List<Double> ratios() {
            return List.of(ratio(parts, 1), ratio(money, 1), ratio(parts, 4), ratio(money, 4));
        }

        /** The share of outcomes from low to high. */
        double within() {
            return (double) within / count;
        }

        private static double ratio(double[] losses, int naive) {
            return losses[0] / Math.min(losses[naive], Math.min(losses[naive + 1], losses[naive + 2]));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d days: %.2f (in money %.2f); told %.2f (in money %.2f); within %.0f",
                    Stream.concat(Stream.of(horizon), Stream.concat(ratios().stream(), Stream.of(100 * within())))
                            .toArray());
        }
    }

    /** By horizon. @param seeds of as many households of each kind */
    List<Result> run(LongStream seeds) {
        List<Result> results = HORIZONS.stream().map(Result::new).toList();
        seeds.forEach(seed -> {
            for (Household.Kind kind : Household.Kind.values()) {
                LocalDate first = LocalDate.of(2021, 1, 1).plusDays(seed * 53 % 700);
                Household household = new Household(seed, kind, first, DAYS);
                for (int origin = 0; origin < ORIGINS; origin++) {
                    int today = 400 + origin * 131 + (int) (seed % 29);
                    add(household, today, seed * ORIGINS + origin, results);
                }
            }
        });
        return results;
    }

    private void add(Household household, int today, long seed, List<Result> results) {
        LocalDate date = household.first.plusDays(today);
        LocalDate since = date.plusDays(1).minusMonths(months);
        int begin = (int) ChronoUnit.DAYS.between(household.first, since);
        int end = today + HORIZONS.getLast();
        List<Movement> posted = new ArrayList<>();
        Map<LocalDate, BigDecimal> planned = new HashMap<>();
        for (int i = begin; i <= end; i++) {
            LocalDate day = household.first.plusDays(i);
            if (i > today && known) {
                planned.put(day, BigDecimal.valueOf(household.regular[i], 2));
            } else if (i <= today) {
                long amount = household.rest[i] + (known ? 0 : household.regular[i]);
                posted.add(new Movement(day, null, BigDecimal.valueOf(amount, 2)));
            }
        }
        List<Forecast.Day> days = new Scenario(
                        PastDays.of(date, since, posted),
                        BigDecimal.ZERO,
                        Currency.getInstance("EUR"),
                        planned,
                        household.first.plusDays(end),
                        ForecastInterval.DAY,
                        seed)
                .forecast()
                .items();
        for (Result result : results) {
            int last = today + result.horizon;
            double outcome = sum(household.rest, today + 1, last) + sum(household.regular, today + 1, last);
            double[] naive = new double[6];
            System.arraycopy(naive(household, begin, today, last, false), 0, naive, 0, 3);
            System.arraycopy(naive(household, begin, today, last, true), 0, naive, 3, 3);
            result.add(days.get(result.horizon - 1), naive, outcome, turnover(household, today));
        }
    }

    /** The balance stays; the mean of each day; the last month again. */
    private static double[] naive(Household household, int begin, int today, int last, boolean told) {
        double planned = told ? sum(household.regular, today + 1, last) : 0;
        long[] learned = household.rest.clone();
        if (!told) {
            Arrays.setAll(learned, i -> household.rest[i] + household.regular[i]);
        }
        double mean = sum(learned, begin, today) / (today - begin + 1) * (last - today);
        double again = 0;
        for (int i = 0; i < last - today; i++) {
            again += learned[today - 29 + i % 30] / 100.0;
        }
        return new double[] {planned, planned + mean, planned + again};
    }

    private static double turnover(Household household, int today) {
        double sum = 0;
        for (int i = today - 359; i <= today; i++) {
            sum += (Math.abs(household.rest[i]) + Math.abs(household.regular[i])) / 100.0;
        }
        return sum / 12;
    }

    private static double sum(long[] days, int from, int to) {
        return Arrays.stream(days, from, to + 1).sum() / 100.0;
    }

    private static double loss(double low, double expected, double high, double outcome) {
        return (pinball(0.1, low, outcome) + pinball(0.5, expected, outcome) + pinball(0.9, high, outcome)) / 3;
    }

    private static double pinball(double quantile, double forecast, double outcome) {
        return Math.max(quantile * (outcome - forecast), (1 - quantile) * (forecast - outcome));
    }
}
