package org.nestegg.platform.problem;

import java.sql.SQLException;
import java.util.stream.Stream;

/** What is behind something thrown: what a transaction fails of as it commits is suppressed in it, and no cause. */
public final class Causes {

    private static final int MAX_DEPTH = 20;

    private Causes() {}

    /** It and everything behind it, the outermost first. */
    public static Stream<Throwable> of(Throwable thrown) {
        return of(thrown, MAX_DEPTH);
    }

    /** What of it the database has said, or its driver, in the same order. */
    public static Stream<SQLException> inDatabase(Throwable thrown) {
        return of(thrown).filter(SQLException.class::isInstance).map(SQLException.class::cast);
    }

    private static Stream<Throwable> of(Throwable thrown, int depth) {
        return thrown == null || depth == 0
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(thrown),
                        Stream.concat(
                                of(thrown.getCause(), depth - 1),
                                Stream.of(thrown.getSuppressed()).flatMap(suppressed -> of(suppressed, depth - 1))));
    }
}
