package org.nestegg.statement.format;

/** A file has more than {@link Reading#MAX_ROWS} rows. */
public final class TooManyRowsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooManyRowsException() {
        super(null, null, false, false);
    }
}
