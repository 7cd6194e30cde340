package org.nestegg.identity;

import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** What a user may do beyond their own things. */
@Schema(enumeration = {"user", "admin"})
public enum Role implements Coded {
    USER("user"),
    ADMIN("admin");

    @EnumeratedValue
    public final String code;

    Role(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
