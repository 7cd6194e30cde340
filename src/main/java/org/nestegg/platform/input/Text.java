package org.nestegg.platform.input;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/** The contract's rules for text. */
public final class Text {

    /** More marks on one letter than any language has (UAX #15, section 13); sorting them costs their number squared. */
    private static final int MAX_MARKS = 30;

    /** Below this there is nothing to compose. */
    private static final int FIRST_MARK = 0x300;

    private static final int BRAILLE_BLANK = 0x2800;

    private Text() {}

    /** As texts are kept: in Normalization Form C, without white space at either end; empty if there is nothing to see. */
    public static String normalize(String text) {
        String trimmed = trim(compose(text));
        return trimmed.codePoints().allMatch(Text::isInvisible) ? "" : trimmed;
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

    private static String compose(String text) {
        return text.chars().allMatch(c -> c < FIRST_MARK) || hasLongRun(text, Text::isMark)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean hasLongRun(String text, IntPredicate kind) {
        int run = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            run = kind.test(text.codePointAt(i)) ? run + 1 : 0;
            if (run > MAX_MARKS) {
                return true;
            }
        }
        return false;
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** All white space of Unicode is in its first plane. */
    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** White space, what is only for formatting, and the rest of Unicode's Default_Ignorable_Code_Point. */
    private static boolean isInvisible(int point) {
        return isSpace(point)
                || Character.getType(point) == Character.FORMAT
                || point == BRAILLE_BLANK
                || point == 0x034F // combining grapheme joiner
                || point == 0x115F // Hangul fillers
                || point == 0x1160
                || point == 0x3164
                || point == 0xFFA0
                || point == 0x17B4 // Khmer inherent vowels
                || point == 0x17B5
                || point == 0x2065
                || point >= 0x180B && point <= 0x180F // variation selectors
                || point >= 0xFE00 && point <= 0xFE0F
                || point >= 0xFFF0 && point <= 0xFFF8
                || point >= 0xE0000 && point <= 0xE0FFF;
    }
}
