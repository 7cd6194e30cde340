package org.nestegg.forecast;

import java.util.Arrays;

/**
 * Some sums, and what can be said of where they come from. Added up in order, each step rounded as IEEE 754 says, so that every machine
 * comes to the same.
 */
record Sample(long[] sums) {

    /** 0 of none. */
    double mean() {
        return (double) Arrays.stream(sums).sum() / Math.max(1, sums.length);
    }

    /** Without bias; 0 of fewer than two. */
    double variance() {
        double mean = mean();
        double squares = 0;
        for (long sum : sums) {
            squares += (sum - mean) * (sum - mean);
        }
        return squares / Math.max(1, sums.length - 1);
    }
}
