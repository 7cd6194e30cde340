package org.nestegg.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What came and went on a day in a category, all together, but for what schedules posted.
 *
 * @param category null for none
 * @param amount in the forecast's currency; what came is positive, what went negative
 */
public record Movement(LocalDate date, String category, BigDecimal amount) {

    /** The same at another pace. @param factor 1 for as it was, 0 for nothing */
    Movement times(BigDecimal factor) {
        return new Movement(date, category, amount.multiply(factor));
    }
}
