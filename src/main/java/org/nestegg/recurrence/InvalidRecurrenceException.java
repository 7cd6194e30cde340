package org.nestegg.recurrence;

/** A text is no recurrence rule that is followed here. */
public final class InvalidRecurrenceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String part;

    InvalidRecurrenceException(String part) {
        this(part, null);
    }

    InvalidRecurrenceException(String part, Throwable cause) {
        super("not followed: " + part, cause);
        this.part = part;
    }

    /** The part that is not understood; the whole rule where it is none alone. */
    public String part() {
        return part;
    }
}
