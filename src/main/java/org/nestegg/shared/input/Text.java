package org.nestegg.shared.input;

/** The contract's rules for text. */
public final class Text {

    private Text() {}

    /** Without white space at either end. */
    public static String trim(String text) {
        return text.strip();
    }

    /** Whether the text has no control character (Unicode category Cc) and no unpaired surrogate. */
    public static boolean isClean(String text) {
        return text.codePoints().noneMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            default -> false;
        });
    }

    /** The length in code points, as lengths are counted everywhere. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
