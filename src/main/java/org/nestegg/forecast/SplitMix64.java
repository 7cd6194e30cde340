package org.nestegg.forecast;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Numbers as if by chance, the same for the same seed on every machine and in every version: Steele, Lea and Flood, Fast splittable
 * pseudorandom number generators (2014).
 */
final class SplitMix64 {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix64(long seed) {
        state = seed;
    }

    /** The seed of a user's forecasts of a day. */
    static long seed(UUID user, LocalDate today) {
        return mix(mix(user.getMostSignificantBits()) ^ user.getLeastSignificantBits()) + GAMMA * today.toEpochDay();
    }

    /** From 0 to below 1. */
    double next() {
        state += GAMMA;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    /** From 0 to below a bound. */
    int next(int bound) {
        return (int) (next() * bound);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
