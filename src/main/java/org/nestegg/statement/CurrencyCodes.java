package org.nestegg.statement;

import java.util.Locale;
import java.util.Map;

/** Currency codes that banks still write of what has another code today. */
final class CurrencyCodes {

    private static final Map<String, String> RENAMED = Map.of("RUR", "RUB");

    private CurrencyCodes() {}

    /** Today's code of a currency. */
    static String today(String code) {
        String capitals = code.strip().toUpperCase(Locale.ROOT);
        return RENAMED.getOrDefault(capitals, capitals);
    }
}
