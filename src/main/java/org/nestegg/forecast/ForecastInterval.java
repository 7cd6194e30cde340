package org.nestegg.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** How often a forecast says what will be. Weeks are those of ISO 8601. */
@Schema(enumeration = {"day", "week", "month"})
public enum ForecastInterval implements Coded {
    DAY("day"),
    WEEK("week"),
    MONTH("month");

    private final String code;

    ForecastInterval(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether an interval ends with a day. */
    boolean endsWith(LocalDate day) {
        return day.equals(
                switch (this) {
                    case DAY -> day;
                    case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
                    case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
                });
    }
}
