package org.nestegg.platform.database;

import io.quarkus.hibernate.orm.panache.Panache;

/** Work of a request that is bounded, and may take longer than others all the same. */
public final class LongWork {

    private static final String LONG = "25s";

    private LongWork() {}

    /** Lets statements of the current transaction, and what is done between them, take up to 25 seconds each: the driver waits for 30. */
    public static void begin() {
        Panache.getSession()
                .createNativeQuery(
                        "select set_config('statement_timeout', :long, true)"
                                + " || set_config('idle_in_transaction_session_timeout', :long, true)",
                        String.class)
                .setParameter("long", LONG)
                .getSingleResult();
    }
}
