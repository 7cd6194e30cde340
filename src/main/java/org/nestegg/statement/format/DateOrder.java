package org.nestegg.statement.format;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** In which order day, month and year are written. */
@RegisterForReflection
@Schema(enumeration = {"dmy", "mdy", "ymd"})
public enum DateOrder implements Coded {
    DMY("dmy"),
    MDY("mdy"),
    YMD("ymd");

    private final String code;

    DateOrder(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
