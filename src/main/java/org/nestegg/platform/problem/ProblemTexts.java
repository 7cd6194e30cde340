package org.nestegg.platform.problem;

import org.nestegg.platform.language.Texts;

/** The human-readable side of problems, in {@code messages/problems_*.properties}. */
final class ProblemTexts {

    static final Texts TEXTS = new Texts("problems");

    private ProblemTexts() {}
}
