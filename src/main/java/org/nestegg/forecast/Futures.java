package org.nestegg.forecast;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Many futures of what no schedule will post, a day at a time, each put together from pieces of the past: a block bootstrap (Künsch,
 * 1989). Some are made of thirds of months, so that what comes with the month, such as rent, comes at its time; half of the thirds go
 * on with the month that the one before is of, so that what comes a day early does not come twice (after Politis and Romano, The
 * stationary bootstrap, 1994). The month of the same name is likelier than others: Christmas. The rest are made of weeks; at least one
 * in twenty is of either kind. What each believes of the past differs, too: it has its own weights of months (Rubin, The Bayesian
 * bootstrap, 1981), because few months do not tell the mean. Without history there is one future, in which nothing happens.
 */
final class Futures {

    private static final int COUNT = 1000;
    private static final double LEAST_OF_A_KIND = 0.05;
    private static final int WEEK = 7;
    private static final double STAYING = 0.5;
    private static final double SAME_SEASON = 3;

    private final Blocks blocks;
    private final SplitMix64 random;
    private final long damping;

    /** What each has come to since today, in the history's units. */
    private final long[] sums;

    private final int byThirds;
    private final double[][] weights;
    private final long[][] drawn;
    private final int[] months;
    private int elapsed;

    Futures(PastDays history, long seed) {
        blocks = new Blocks(history);
        random = new SplitMix64(seed);
        damping = history.damping();
        sums = new long[blocks.isEmpty() ? 1 : COUNT];
        byThirds =
                blocks.isEmpty() ? 0 : COUNT - byWeeks(history.base() == history ? blocks : new Blocks(history.base()));
        drawn = new long[sums.length][];
        months = new int[sums.length];
        Arrays.fill(months, -1);
        weights = new double[byThirds][blocks.months()];
        for (double[] weight : weights) {
            // Strict, because the last bit of Math's may differ between machines.
            Arrays.setAll(weight, _ -> -StrictMath.log(1 - random.next()));
        }
    }

    private static int byWeeks(Blocks blocks) {
        double share = Math.clamp(blocks.shareOfWeeks(), LEAST_OF_A_KIND, 1 - LEAST_OF_A_KIND);
        return (int) Math.round(share * COUNT);
    }

    /** Goes on by a day. @param day the one after that of the call before, the first being the one after today */
    void advance(LocalDate day) {
        if (!blocks.isEmpty()) {
            boolean drawsThird = elapsed == 0 || Blocks.begins(day);
            for (int i = 0; i < byThirds; i++) {
                if (drawsThird) {
                    drawThird(i, day);
                }
                sums[i] += Blocks.at(drawn[i], day) + damping;
            }
            for (int i = byThirds; i < sums.length; i++) {
                if (elapsed % WEEK == 0) {
                    drawn[i] = blocks.week(random.next(blocks.weeks()));
                }
                sums[i] += drawn[i][elapsed % WEEK] + damping;
            }
            elapsed++;
        }
    }

    /** What each has come to. To be read only. */
    long[] sums() {
        return sums;
    }

    private void drawThird(int future, LocalDate day) {
        int third = Blocks.third(day);
        boolean stays = third > 0
                && months[future] >= 0
                && random.next() < STAYING
                && blocks.third(third, months[future]) != null;
        if (!stays) {
            months[future] = drawMonth(weights[future], third, day);
        }
        drawn[future] = blocks.third(third, months[future]);
    }

    private int drawMonth(double[] weight, int third, LocalDate day) {
        double total = 0;
        for (int month = 0; month < weight.length; month++) {
            total += weight(weight, third, month, day);
        }
        double left = random.next() * total;
        int chosen = -1;
        for (int month = 0; month < weight.length && left >= 0; month++) {
            if (blocks.third(third, month) != null) {
                chosen = month;
                left -= weight(weight, third, month, day);
            }
        }
        return chosen;
    }

    private double weight(double[] weight, int third, int month, LocalDate day) {
        return blocks.third(third, month) == null
                ? 0
                : blocks.isSameSeason(month, day) ? SAME_SEASON * weight[month] : weight[month];
    }
}
