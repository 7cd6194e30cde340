package org.nestegg.platform.problem;

import java.util.Locale;

/** The names of constants as callers see them: {@code EMAIL_TAKEN} is {@code email-taken}. */
final class Kebab {

    private Kebab() {}

    static String of(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
