package org.nestegg.transaction.sum;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;
import org.nestegg.platform.input.QueryParameter;

/** How often it is said what there was. Weeks are those of ISO 8601. */
@Schema(enumeration = {"day", "week", "month"})
public enum BalanceInterval implements Coded {
    DAY("day", ChronoUnit.DAYS, "date"),
    WEEK("week", ChronoUnit.WEEKS, "cast(date_trunc('week', cast(date as timestamp)) as date)"),
    MONTH("month", ChronoUnit.MONTHS, "cast(date_trunc('month', cast(date as timestamp)) as date)");

    public static final QueryParameter<BalanceInterval> PARAMETER = QueryParameter.choice(
                    "interval", "How often it is said", "BalanceInterval", values(), BalanceInterval::code)
            .withDefault("month");

    private final String code;
    private final ChronoUnit unit;

    /** An SQL expression for the first day of an entry's interval. */
    final String key;

    BalanceInterval(String code, ChronoUnit unit, String key) {
        this.code = code;
        this.unit = unit;
        this.key = key;
    }

    @Override
    public String code() {
        return code;
    }

    /** The first day of the interval that a day is in. */
    LocalDate begin(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The first day of the interval after one that begins on a day. */
    LocalDate next(LocalDate begin) {
        return begin.plus(1, unit);
    }

    /** How many intervals some days are in, both included. */
    long count(LocalDate from, LocalDate to) {
        return unit.between(begin(from), begin(to)) + 1;
    }
}
