package org.nestegg.platform.problem;

import java.util.Locale;

/** What texts name in words of their own. */
interface Worded {

    /** The words, in one of the languages that there are. */
    String in(Locale language);
}
