package org.nestegg.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What has come again and again, without a gap.
 *
 * @param beat the days on which it was expected, the last one first
 * @param times what came, the newest first
 * @param alike how many there are in all that look like it, regular or not
 */
record Series(Beat beat, List<PastTransaction> times, int alike) {

    /** So far from the median amounts may be, in parts of it. */
    private static final double SPREAD = 0.2;

    PastTransaction last() {
        return times.getFirst();
    }

    /** How sure it is that it goes on, in two decimals. */
    BigDecimal confidence() {
        return BigDecimal.valueOf(sureness()).setScale(2, RoundingMode.HALF_UP);
    }

    /**
     * How sure it is that it goes on, from 0 to 1. The product of: how regular, 1 − d/4, where d is by how many days it
     * came aside on average; how equal, 1 − a, where a is how far amounts are from their median on average, in parts of it; how many,
     * n/(n + 1); and how much alone, (1 + s)/2, where s is its share of all that look like it.
     */
    double sureness() {
        double count = times.size();
        double regular = 1
                - IntStream.range(0, times.size())
                                .mapToLong(this::aside)
                                .average()
                                .orElseThrow()
                        / 4;
        double equal = 1 - spreads().average().orElseThrow();
        double alone = (1 + count / alike) / 2;
        return regular * equal * count / (count + 1) * alone;
    }

    /** Whether amounts are near enough to one another. */
    boolean isEven() {
        return spreads().allMatch(spread -> spread <= SPREAD);
    }

    /** By how many percent of the last amount the others differ at most, rounded up. */
    int tolerance() {
        BigDecimal last = amount(0);
        BigDecimal most = IntStream.range(0, times.size())
                .mapToObj(i -> amount(i).subtract(last).abs())
                .max(BigDecimal::compareTo)
                .orElseThrow();
        return most.movePointRight(2).divide(last, 0, RoundingMode.CEILING).intValueExact();
    }

    /** The same without the oldest. */
    Series younger() {
        return new Series(beat, times.subList(0, times.size() - 1), alike);
    }

    private long aside(int time) {
        LocalDate expected = beat.at(-time);
        return Math.abs(ChronoUnit.DAYS.between(expected, times.get(time).date()));
    }

    /** How far each amount is from their median, in parts of it. */
    private DoubleStream spreads() {
        double[] amounts = IntStream.range(0, times.size())
                .mapToDouble(i -> amount(i).doubleValue())
                .sorted()
                .toArray();
        int middle = amounts.length / 2;
        double median = amounts.length % 2 == 1 ? amounts[middle] : (amounts[middle - 1] + amounts[middle]) / 2;
        return Arrays.stream(amounts).map(amount -> Math.abs(amount - median) / median);
    }

    private BigDecimal amount(int time) {
        return times.get(time).amount().abs();
    }
}
