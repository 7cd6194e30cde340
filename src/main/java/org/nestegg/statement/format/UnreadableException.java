package org.nestegg.statement.format;

/** A part of a row cannot be read; the row is invalid, the rest goes on. Carries no stack trace: it is an answer. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient RowFault fault;

    public UnreadableException(RowError code, String... arguments) {
        super(code.code(), null, false, false);
        fault = RowFault.of(code, arguments);
    }

    public RowFault fault() {
        return fault;
    }
}
