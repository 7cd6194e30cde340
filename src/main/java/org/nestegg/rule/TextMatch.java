package org.nestegg.rule;

import jakarta.persistence.EnumeratedValue;
import org.nestegg.platform.input.Coded;

/** How a rule finds a description. */
enum TextMatch implements Coded {
    /** By a part of it, without case. */
    CONTAINS("contains"),

    /** By all of it, without case. */
    EQUALS("equals"),

    /** By a regular expression that is anywhere in it. */
    MATCHES("matches");

    @EnumeratedValue
    final String code;

    TextMatch(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
