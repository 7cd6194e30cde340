package org.nestegg.statement.format;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** With which sign a file writes what was spent. */
@RegisterForReflection
@Schema(enumeration = {"negative", "positive"})
public enum Spending implements Coded {
    NEGATIVE("negative"),
    POSITIVE("positive");

    private final String code;

    Spending(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
