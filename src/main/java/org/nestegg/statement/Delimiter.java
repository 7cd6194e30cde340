package org.nestegg.statement;

import org.nestegg.platform.input.Coded;

/** What stands between the values of a table. */
enum Delimiter implements Coded {
    SEMICOLON(";"),
    COMMA(","),
    TAB("\t"),
    PIPE("|");

    private final String code;

    Delimiter(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
