package org.nestegg.platform.problem;

import java.util.Locale;

/** The names of constants as callers see them: {@code EMAIL_TAKEN} is {@code email-taken}. */
public final class Kebab {

    private Kebab() {}

    public static String of(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
