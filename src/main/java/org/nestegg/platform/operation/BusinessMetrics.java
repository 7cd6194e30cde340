package org.nestegg.platform.operation;

import io.micrometer.core.instrument.Metrics;

/** Counts what operators ask about beyond requests, as metrics. No count says anything of a single person. */
public final class BusinessMetrics {

    private BusinessMetrics() {}

    /**
     * Counts something that has happened.
     *
     * @param name with dots, as Micrometer has it: {@code nestegg.problems} is Prometheus' {@code nestegg_problems_total}
     * @param tags names and values in turn, of few different values
     */
    public static void count(String name, String... tags) {
        add(1, name, tags);
    }

    /** Counts some of what has happened. */
    public static void add(long amount, String name, String... tags) {
        Metrics.counter(name, tags).increment(amount);
    }

    /** Counts something once the transaction in which it happens is committed. */
    public static void countOnCommit(String name, String... tags) {
        addOnCommit(1, name, tags);
    }

    /** Counts some of what happens in a transaction once that is committed. */
    public static void addOnCommit(long amount, String name, String... tags) {
        Commit.then(() -> add(amount, name, tags));
    }
}
