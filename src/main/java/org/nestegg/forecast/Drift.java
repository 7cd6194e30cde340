package org.nestegg.forecast;

/**
 * How much of the mean drift to believe. A few months' mean is an estimate; the less it stands out from its standard error, the more it
 * is drawn towards zero, down to a quarter (James and Stein, Estimation with quadratic loss, 1961). So what is clear, such as
 * groceries beside a salary that is a schedule, is kept, and what may be chance, such as what is left of a salary, is damped.
 *
 * @param months what each month came to
 * @param days what each day came to
 */
record Drift(Sample months, Sample days) {

    private static final double LEAST = 0.25;

    /** What is to be added a day; against the drift. */
    long damping() {
        double mean = months.mean();
        if (mean == 0) {
            return 0;
        }
        double error = months.variance() / months.sums().length;
        double believed = Math.max(LEAST, 1 - error / (mean * mean));
        return Math.round((believed - 1) * days.mean());
    }
}
