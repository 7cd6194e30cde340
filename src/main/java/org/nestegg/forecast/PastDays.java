package org.nestegg.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What no schedule posted, by day, of the last twelve months at most: what the forecast learns from. Sums are whole numbers of a
 * small unit, {@code 10^-decimals} of the currency, so that they are exact and the same everywhere.
 */
public final class PastDays {

    /** With fewer whole months of history, nothing is learned from it. */
    public static final int MIN_MONTHS = 5;

    /** No more is learned from. */
    public static final int MAX_MONTHS = 12;

    private static final int MAX_DECIMALS = 4;

    /** What all days of a year come to, without signs, in bits: two years of it, widened, are still a long. */
    private static final int MAX_BITS = 50;

    private final LocalDate today;
    private final LocalDate since;
    private final List<Movement> movements;
    private final int months;
    private final LocalDate first;
    private final int decimals;
    private final long[] days;

    /** What it is a change of; itself if it is none. */
    private final PastDays base;

    /** @param base null for itself */
    private PastDays(LocalDate today, LocalDate since, List<Movement> movements, PastDays base) {
        this.today = today;
        this.since = since;
        this.movements = movements;
        LocalDate end = today.plusDays(1);
        long whole = Math.min(MAX_MONTHS, ChronoUnit.MONTHS.between(since, end));
        months = whole < MIN_MONTHS ? 0 : (int) whole;
        LocalDate yearAgo = end.minusMonths(MAX_MONTHS);
        first = months == 0 ? end : since.isAfter(yearAgo) ? since : yearAgo;
        BigDecimal[] sums = sums();
        decimals = decimals(sums, base == null ? MAX_DECIMALS : base.decimals);
        days = Arrays.stream(sums).mapToLong(sum -> units(sum, decimals)).toArray();
        this.base = base == null ? this : base;
    }

    /**
     * What has been.
     *
     * @param today the last day
     * @param since the first day of which anything is known, also of schedules: days without a sum since then are days on which
     *     nothing came or went
     * @param movements in any order, also several of a day; what is older than twelve months, or of coming days, is not heeded
     */
    public static PastDays of(LocalDate today, LocalDate since, Collection<Movement> movements) {
        return new PastDays(today, since, List.copyOf(movements), null);
    }

    /** Nothing to learn from: schedules alone. */
    public static PastDays none(LocalDate today) {
        return of(today, today, List.of());
    }

    /**
     * What would have been, had spending been another: what if. What came back in a category, such as refunds, changes with it. All
     * else that is learned is learned from what was, so that the difference between two forecasts is what was changed.
     *
     * @param percents by category: -20 is a fifth less, 0 no change, 100 twice as much
     */
    public PastDays changed(Map<String, BigDecimal> percents) {
        if (percents.isEmpty()) {
            return this;
        }
        List<Movement> changed = movements.stream()
                .map(one -> one.category() != null && percents.containsKey(one.category())
                        ? one.times(
                                BigDecimal.ONE.add(percents.get(one.category()).movePointLeft(2)))
                        : one)
                .toList();
        return new PastDays(today, since, changed, base);
    }

    /** The day that the forecast is made on. */
    public LocalDate today() {
        return today;
    }

    /** Whole months that are learned from, counted back from today: 0, or 5 to 12. */
    public int months() {
        return months;
    }

    /** The day that {@link #days} begins with. */
    LocalDate first() {
        return first;
    }

    /** By day, up to today, in units; empty if there is too little. */
    long[] days() {
        return days;
    }

    /** The power of ten of the unit; below zero where amounts are astronomical. */
    int decimals() {
        return decimals;
    }

    /** What was before any change. */
    PastDays base() {
        return base;
    }

    /** What is added a day against the drift, in units. */
    long damping() {
        return units(
                BigDecimal.valueOf(new Drift(base.monthly(), new Sample(base.days)).damping(), base.decimals),
                decimals);
    }

    /** What came and went in each whole month, counted back from today. */
    private Sample monthly() {
        long[] sums = new long[months];
        for (int i = 0; i < months; i++) {
            LocalDate end = today.plusDays(1);
            int from = (int) ChronoUnit.DAYS.between(first, end.minusMonths(i + 1L));
            int to = (int) ChronoUnit.DAYS.between(first, end.minusMonths(i));
            sums[i] = Arrays.stream(days, from, to).sum();
        }
        return new Sample(sums);
    }

    /** An amount in units. */
    private static long units(BigDecimal amount, int decimals) {
        return amount.setScale(decimals, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    private BigDecimal[] sums() {
        BigDecimal[] sums = new BigDecimal[(int) ChronoUnit.DAYS.between(first, today) + 1];
        Arrays.fill(sums, BigDecimal.ZERO);
        for (Movement one : movements) {
            if (!one.date().isBefore(first) && !one.date().isAfter(today)) {
                int day = (int) ChronoUnit.DAYS.between(first, one.date());
                sums[day] = sums[day].add(one.amount());
            }
        }
        return sums;
    }

    private static int decimals(BigDecimal[] sums, int most) {
        BigDecimal total = Arrays.stream(sums).map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::add);
        int decimals = most;
        while (total.setScale(decimals, RoundingMode.UP).unscaledValue().bitLength() > MAX_BITS) {
            decimals--;
        }
        return decimals;
    }
}
