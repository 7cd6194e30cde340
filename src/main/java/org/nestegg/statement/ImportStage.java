package org.nestegg.statement;

import jakarta.persistence.EnumeratedValue;
import org.nestegg.platform.input.Coded;

/** What has become of an import. */
public enum ImportStage implements Coded {
    PLANNED("planned"),
    APPLIED("applied"),
    UNDONE("undone");

    @EnumeratedValue
    public final String code;

    ImportStage(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
