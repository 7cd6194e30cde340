package org.nestegg.change;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** What a change does to an object. */
@Schema(enumeration = {"created", "changed", "deleted"})
public enum ItemOp implements Coded {
    CREATED("created"),
    CHANGED("changed"),
    DELETED("deleted");

    private final String code;

    ItemOp(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    static ItemOp of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
