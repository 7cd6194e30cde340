package org.nestegg.statement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nestegg.platform.input.Coded;

/** What stands before decimals. */
@Schema(enumeration = {".", ","})
enum DecimalMark implements Coded {
    POINT("."),
    COMMA(",");

    private final String code;

    DecimalMark(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
