package org.nestegg.recurrence;

import org.nestegg.platform.language.Texts;
import org.nestegg.platform.problem.FieldErrorCode;

/** What can be wrong with a recurrence rule. */
public enum RecurrenceFieldError implements FieldErrorCode {
    INVALID_RECURRENCE;

    static final Texts TEXTS = new Texts(RecurrenceFieldError.class);

    @Override
    public Texts texts() {
        return TEXTS;
    }
}
