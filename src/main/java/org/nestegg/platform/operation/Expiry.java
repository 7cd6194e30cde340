package org.nestegg.platform.operation;

import java.util.function.LongSupplier;

/**
 * Something that is not kept for ever. Every bean of this type takes part in each {@link Purge}.
 *
 * @param what its name in logs and metrics, a plural in kebab-case
 * @param removeSome removes {@link #SLICE} that have expired, or as many as there are, within a transaction, and says how
 *     many that was: nobody waits long for what it locks
 */
public record Expiry(String what, LongSupplier removeSome) {

    public static final int SLICE = 1000;
}
