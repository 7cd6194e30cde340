package org.nestegg.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;

/** What a user may do beyond their own things. */
public enum Role {
    @JsonProperty("user")
    USER("user"),

    @JsonProperty("admin")
    ADMIN("admin");

    @EnumeratedValue
    public final String code;

    Role(String code) {
        this.code = code;
    }
}
