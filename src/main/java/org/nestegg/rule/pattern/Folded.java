package org.nestegg.rule.pattern;

import java.util.Locale;
import org.nestegg.platform.input.Text;

/**
 * A text, and what it is without case. Two texts that Unicode takes for the same without case are the same folded, {@code ß} and
 * {@code SS} included; and what a text contains, it contains folded.
 *
 * @param text as texts are kept, in Normalization Form C
 * @param folded without case
 */
public record Folded(String text, String folded) {

    public static Folded of(String text) {
        String normal = Text.normalize(text);
        return new Folded(normal, fold(normal));
    }

    /** Code point by code point, so that folding a part of a text gives a part of the folded text. */
    static String fold(String text) {
        // Capitals first become small, because a capital ß is its own upper case; and in the end σ is one letter, also
        // last in a word.
        return lower(lower(text).toUpperCase(Locale.ROOT));
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }
}
