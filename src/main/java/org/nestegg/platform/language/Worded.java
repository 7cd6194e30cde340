package org.nestegg.platform.language;

import java.util.Locale;

/** What texts name in words of their own. */
public interface Worded {

    /**
     * The words.
     *
     * @param language one of {@link Languages#ALL}
     */
    String in(Locale language);
}
