package org.nestegg.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/** Where something stands among others: a number between those of its neighbours, so that they keep theirs when it moves. */
final class Place {

    /** More than hundreds of moves to the same spot need. */
    static final int MOST_DECIMALS = 60;

    private Place() {}

    /**
     * A place after one and before another, of which there may be none: the one with the fewest decimals.
     *
     * @return nothing if there is no room: both are at the same place, or too close
     */
    static Optional<BigDecimal> between(Optional<BigDecimal> before, Optional<BigDecimal> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.of(before.map(place -> up(place, 0))
                    .or(() -> after.map(place -> down(place, 0)))
                    .map(BigDecimal::new)
                    .orElse(BigDecimal.ONE));
        }
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            BigInteger least = up(before.get(), decimals);
            BigInteger most = down(after.get(), decimals);
            if (least.compareTo(most) <= 0) {
                return Optional.of(new BigDecimal(least.add(most).shiftRight(1), decimals));
            }
        }
        return Optional.empty();
    }

    private static BigInteger up(BigDecimal place, int decimals) {
        return place.setScale(decimals, RoundingMode.FLOOR).unscaledValue().add(BigInteger.ONE);
    }

    private static BigInteger down(BigDecimal place, int decimals) {
        return place.setScale(decimals, RoundingMode.CEILING).unscaledValue().subtract(BigInteger.ONE);
    }
}
