package org.nestegg.forecast;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** What a forecast was made from. */
@Schema(enumeration = {"schedules", "schedules-and-history"})
public enum ForecastMethod implements Coded {

    /** What is planned, and nothing else: there is too little history. */
    SCHEDULES("schedules"),

    /** What is planned, and what the history shows of the rest. */
    SCHEDULES_AND_HISTORY("schedules-and-history");

    private final String code;

    ForecastMethod(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** How it was made, for people. */
    String message(Locale language, int months) {
        return ForecastFieldError.TEXTS.get(language, "method." + code, months);
    }
}
