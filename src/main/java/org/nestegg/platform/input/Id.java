package org.nestegg.platform.input;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as they are sent: UUIDs in their text form (RFC 9562, section 4), in either case. */
public final class Id {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private Id() {}

    /** The id, or nothing for any other text, and for none. */
    public static Optional<UUID> parse(String text) {
        return Optional.ofNullable(text).filter(t -> FORM.matcher(t).matches()).map(UUID::fromString);
    }
}
