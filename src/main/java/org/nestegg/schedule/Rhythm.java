package org.nestegg.schedule;

/** How often something comes again that is found in what has been recorded. */
enum Rhythm {
    WEEKLY(7, 1, 0, 13, "FREQ=WEEKLY"),
    FORTNIGHTLY(14, 2, 0, 13, "FREQ=WEEKLY;INTERVAL=2"),
    /** Around February, three times on the last working day of a month look like it, too. */
    FOUR_WEEKLY(28, 4, 0, 13, "FREQ=WEEKLY;INTERVAL=4", 4),
    MONTHLY(30, 0, 1, 13, "FREQ=MONTHLY"),
    QUARTERLY(91, 0, 3, 13, "FREQ=MONTHLY;INTERVAL=3"),
    HALF_YEARLY(182, 0, 6, 37, "FREQ=MONTHLY;INTERVAL=6"),
    YEARLY(365, 0, 12, 37, "FREQ=YEARLY");

    /** So many months are looked back for any of them. */
    static final int MOST_MONTHS = 37;

    /** So often anything must have come. */
    static final int LEAST = 3;

    /** About how long it takes. */
    final int days;

    /** From one time to the next, if it goes by weeks. */
    final int weeks;

    /** From one time to the next, if it goes by months. */
    final int months;

    /** So many months are looked back. */
    final int memory;

    /** The rule, but for the day of the month. */
    final String rule;

    /** So often it must have come. */
    final int least;

    Rhythm(int days, int weeks, int months, int memory, String rule) {
        this(days, weeks, months, memory, rule, Rhythm.LEAST);
    }

    Rhythm(int days, int weeks, int months, int memory, String rule, int least) {
        this.days = days;
        this.weeks = weeks;
        this.months = months;
        this.memory = memory;
        this.rule = rule;
        this.least = least;
    }

    boolean isByMonth() {
        return months > 0;
    }

    /** Whether so many days from one time to the next are about as long. */
    boolean isAbout(long gap) {
        return Math.abs(gap - days) * 10 <= days;
    }
}
