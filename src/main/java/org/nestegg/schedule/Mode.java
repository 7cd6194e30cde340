package org.nestegg.schedule;

import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** What happens when an occurrence is due. */
@Schema(
        name = "ScheduleMode",
        enumeration = {"post", "suggest"})
public enum Mode implements Coded {
    /** It is posted by itself. */
    POST("post"),

    /** It waits for its user to post it. */
    SUGGEST("suggest");

    @EnumeratedValue
    final String code;

    Mode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
