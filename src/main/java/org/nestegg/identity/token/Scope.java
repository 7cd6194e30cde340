package org.nestegg.identity.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;

/** What a personal token may do. */
public enum Scope {
    /** Safe methods only. */
    @JsonProperty("read")
    READ("read"),

    /** Everything but what is about the account's own safety. */
    @JsonProperty("write")
    WRITE("write");

    @EnumeratedValue
    public final String code;

    Scope(String code) {
        this.code = code;
    }
}
