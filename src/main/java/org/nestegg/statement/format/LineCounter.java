package org.nestegg.statement.format;

/** Tells in which line a place of a text is. Asked in the order of the text, it goes over it once. */
public final class LineCounter {

    private final String text;
    private int seen;
    private int line = 1;

    public LineCounter(String text) {
        this.text = text;
    }

    /** The line of a place, from 1; one before that of the last question counts as that. */
    public int at(int offset) {
        while (seen < offset) {
            char c = text.charAt(seen++);
            if (c == '\n' || c == '\r' && (seen == text.length() || text.charAt(seen) != '\n')) {
                line++;
            }
        }
        return line;
    }
}
