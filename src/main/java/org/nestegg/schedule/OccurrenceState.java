package org.nestegg.schedule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** What has become of an occurrence. */
@Schema(enumeration = {"planned", "suggested", "posted", "skipped"})
public enum OccurrenceState implements Coded {
    /** It is still to come. */
    PLANNED("planned"),

    /** It is due, and waits for its user. */
    SUGGESTED("suggested"),

    /** There is a transaction of it. */
    POSTED("posted"),

    /** There will be none. */
    SKIPPED("skipped");

    private final String code;

    OccurrenceState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
