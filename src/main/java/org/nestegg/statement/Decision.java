package org.nestegg.statement;

import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** What is to become of a row. */
@Schema(enumeration = {"create", "link", "skip"})
public enum Decision implements Coded {
    /** A transaction is recorded. */
    CREATE("create"),
    /** A transaction that is there is what it is about. */
    LINK("link"),
    /** Nothing. */
    SKIP("skip");

    private final String code;

    Decision(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The one of a code that there is. */
    static Decision of(String code) {
        return Arrays.stream(values())
                .filter(known -> known.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
