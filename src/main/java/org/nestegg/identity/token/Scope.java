package org.nestegg.identity.token;

import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** What a personal token may do. */
@Schema(enumeration = {"read", "write"})
public enum Scope implements Coded {
    /** Safe methods only. */
    READ("read"),

    /** Everything but what is about the account's own safety. */
    WRITE("write");

    @EnumeratedValue
    public final String code;

    Scope(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
