package org.nestegg.statement;

import org.nestegg.platform.input.Coded;

/** What stands before decimals. */
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
