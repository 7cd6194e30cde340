package org.nestegg.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * What was set aside in some calendar months, less what was taken back.
 *
 * @param months how many; one that is begun counts whole
 */
record Pace(BigDecimal sum, int months) {

    private static final int MONTHS = 6;

    /** That of the last six months, this one included, or of those since the first contribution. */
    static Pace of(Goal goal, LocalDate today) {
        YearMonth month = YearMonth.from(today);
        YearMonth earliest = month.minusMonths(MONTHS - 1L);
        return Subtree.contributed(goal, earliest.atDay(1), today)
                .map(contributed -> new Pace(contributed.getValue(), (int)
                        Math.min(MONTHS, 1 + ChronoUnit.MONTHS.between(YearMonth.from(contributed.getKey()), month))))
                .orElse(new Pace(BigDecimal.ZERO, 1));
    }

    /** Of a month, with as many decimals as asked for, half even. */
    BigDecimal mean(int decimals) {
        return sum.divide(BigDecimal.valueOf(months), decimals, RoundingMode.HALF_EVEN);
    }

    /** In how many months as much comes together, the last of them counted whole. There is a pace. */
    BigDecimal monthsFor(BigDecimal amount) {
        return amount.multiply(BigDecimal.valueOf(months)).divide(sum, 0, RoundingMode.UP);
    }
}
