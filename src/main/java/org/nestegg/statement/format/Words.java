package org.nestegg.statement.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Puts texts together as people read them. */
public final class Words {

    /** What a row shows of the file. */
    private static final int MAX_SOURCE = 4_000;

    /** Only so short a text is looked for in another: looking costs the product of their lengths. */
    private static final int MAX_SOUGHT = 100;

    private Words() {}

    /** A text with one space for each run of white space, and none at its ends; null if nothing is left. */
    public static String collapse(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder words = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space = true;
                continue;
            }
            if (space && !words.isEmpty()) {
                words.append(' ');
            }
            words.append(c);
            space = false;
        }
        if (words.isEmpty()) {
            return null;
        }
        return words.length() == text.length() ? text : words.toString();
    }

    /** Two texts one after the other, or the one of them that says all; null if there is none. */
    public static String join(String first, String second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        if (contains(first, second)) {
            return first;
        }
        return contains(second, first) ? second : first + " " + second;
    }

    /** Those texts that there are, each on a line of its own; null if there is none. */
    public static String lines(String... texts) {
        String lines = Arrays.stream(texts).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    /** A part of a file, as much as a row shows of it. */
    public static String source(String text, int begin, int end) {
        return cut(text.substring(begin, Math.min(end, begin + MAX_SOURCE + 1)), MAX_SOURCE)
                .strip();
    }

    /** No more of a text than so many characters, and none in halves. */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    private static boolean contains(String text, String sought) {
        return sought.length() <= MAX_SOUGHT && text.toLowerCase(Locale.ROOT).contains(sought.toLowerCase(Locale.ROOT));
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u202F' || Character.isWhitespace(c);
    }
}
