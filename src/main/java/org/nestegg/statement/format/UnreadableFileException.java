package org.nestegg.statement.format;

/** A file cannot be read as its format at all, such as XML with a document type. Carries no stack trace: it is an answer. */
public final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableFileException() {
        super(null, null, false, false);
    }
}
