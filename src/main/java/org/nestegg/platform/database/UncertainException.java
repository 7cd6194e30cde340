package org.nestegg.platform.database;

import jakarta.persistence.PersistenceException;

/** The connection was lost while something was written and committed at once: it may have been, or not. */
public final class UncertainException extends PersistenceException {

    private static final long serialVersionUID = 1L;

    UncertainException(Throwable cause) {
        super(cause);
    }
}
