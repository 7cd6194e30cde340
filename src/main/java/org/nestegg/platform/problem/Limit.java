package org.nestegg.platform.problem;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many of a kind a user can make: far more than anybody needs, and no more than one user may cost all others. */
public enum Limit implements Worded {
    GOALS(20_000),
    BUCKETLISTS(1_000),
    ITEMS(10_000),
    /** To one goal. */
    CONTRIBUTIONS(10_000),
    TOKENS(50);

    private final int most;

    Limit(int most) {
        this.most = most;
    }

    /**
     * Checks that there may be one more; to be called where nobody else can make one meanwhile.
     *
     * @throws ProblemException with {@code limit-reached}
     */
    public void check(long there) {
        if (there >= most) {
            throw ProblemException.limitReached(this);
        }
    }

    /** Number and name for people, such as {@code 20,000 goals}. */
    @Override
    public String in(Locale language) {
        return ProblemTexts.TEXTS.get(language, "limit." + name().toLowerCase(Locale.ROOT), most);
    }

    /** All limits, where no single one is spoken of. */
    static String all(Locale language) {
        return Stream.of(values()).map(limit -> limit.in(language)).collect(Collectors.joining(", "));
    }
}
