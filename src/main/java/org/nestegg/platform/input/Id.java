package org.nestegg.platform.input;

import java.util.Optional;
import java.util.UUID;

/** Ids as they are sent: UUIDs in their text form (RFC 9562, section 4), in either case. */
public final class Id {

    private static final int LENGTH = 36;

    private Id() {}

    /** The id, or nothing for any other text, and for none. */
    public static Optional<UUID> parse(String text) {
        if (text == null || text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            // Java takes more than it writes.
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
