package org.nestegg.schedule;

import jakarta.persistence.EnumeratedValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** On which day money moves that would move on a Saturday or a Sunday. */
@Schema(enumeration = {"keep", "before", "after"})
public enum Weekend implements Coded {
    /** On that day. */
    KEEP("keep"),

    /** On the Friday before. */
    BEFORE("before"),

    /** On the Monday after. */
    AFTER("after");

    /** By how many days the day on which money moves can be another at most. */
    static final int MOST = 2;

    /** Whatever is due on a day or later has a day of its own that is not before this one. */
    static LocalDate earliest(LocalDate due) {
        return due.minusDays(MOST);
    }

    @EnumeratedValue
    final String code;

    Weekend(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The day on which money moves. */
    LocalDate move(LocalDate day) {
        boolean free = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        return switch (this) {
            case BEFORE -> free ? day.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY)) : day;
            case AFTER -> free ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
            case KEEP -> day;
        };
    }
}
