package org.nestegg.statement.format.csv;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Whether balances go on from one row to the next by what came or went. */
enum CsvBalances {
    OLDEST_FIRST,
    NEWEST_FIRST,
    /** Both ways, as where the same amount comes over and over. */
    EITHER,
    NONE;

    /** @param balances those after each of the amounts; null where a row has none, which then does not fit */
    static CsvBalances of(List<BigDecimal> amounts, List<BigDecimal> balances) {
        if (amounts.size() < 2 || amounts.contains(null) || balances.contains(null)) {
            return NONE;
        }
        boolean down = IntStream.range(1, amounts.size())
                .allMatch(i -> follows(balances.get(i - 1), amounts.get(i), balances.get(i)));
        boolean up = IntStream.range(1, amounts.size())
                .allMatch(i -> follows(balances.get(i), amounts.get(i - 1), balances.get(i - 1)));
        if (down) {
            return up ? EITHER : OLDEST_FIRST;
        }
        return up ? NEWEST_FIRST : NONE;
    }

    private static boolean follows(BigDecimal before, BigDecimal amount, BigDecimal after) {
        return before.add(amount).compareTo(after) == 0;
    }
}
