package org.nestegg.statement.format;

import java.util.Locale;
import java.util.Set;

/** Tells what banks' references are worth. */
public final class References {

    private static final int MAX = 255;
    private static final Set<String> NONE =
            Set.of("NONREF", "NOTPROVIDED", "NOT PROVIDED", "NOREF", "NONE", "NULL", "N/A", "NA", "UNKNOWN");

    private References() {}

    /** A reference as it identifies something; null if it identifies nothing. */
    public static String of(String reference) {
        if (reference == null) {
            return null;
        }
        String text = reference.strip();
        boolean nothing = text.isEmpty()
                || text.length() > MAX
                || NONE.contains(text.toUpperCase(Locale.ROOT))
                || text.chars().allMatch(c -> c == '0' || c == '-' || c == '.' || c == '*');
        return nothing ? null : text;
    }
}
