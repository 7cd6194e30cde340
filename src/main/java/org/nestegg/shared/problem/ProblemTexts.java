package org.nestegg.shared.problem;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The human-readable side of problems, in {@code messages/problems.properties}. */
final class ProblemTexts {

    private ProblemTexts() {}

    static String get(String key, Object... arguments) {
        String pattern =
                ResourceBundle.getBundle("messages.problems", Locale.ROOT).getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
