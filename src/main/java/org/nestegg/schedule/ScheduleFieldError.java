package org.nestegg.schedule;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.FieldErrorCode;

/** What can be wrong with what is said of or asked for of a schedule. */
public enum ScheduleFieldError implements FieldErrorCode {
    NOT_A_TRANSFER,
    TOO_MANY_OCCURRENCES;

    @Override
    public Texts texts() {
        return ScheduleProblem.TEXTS;
    }
}
