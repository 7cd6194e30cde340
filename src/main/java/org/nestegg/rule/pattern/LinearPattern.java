package org.nestegg.rule.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * A regular expression in the syntax of RE2, which is found in a time that is at most its size times the length of the text. The size
 * is bounded before it is compiled: RE2 writes out what is repeated, and repetitions of repetitions would fill any memory.
 */
public final class LinearPattern {

    /** So many steps of a program: more than an expression of 200 characters has, unless it repeats much. */
    public static final int MOST_STEPS = 500;

    private final Pattern pattern;
    private final int steps;
    private final List<String> required;

    private LinearPattern(Pattern pattern, List<String> required) {
        this.pattern = pattern;
        this.steps = pattern.programSize();
        this.required = required;
    }

    /** The pattern, unless the expression is none, or too large. */
    public static Optional<LinearPattern> of(String expression) {
        PatternOutline outline = PatternOutline.of(expression);
        if (outline.steps() > MOST_STEPS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LinearPattern(Pattern.compile(expression), outline.required()));
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }

    /** Whether it can be in a text at all, told at little cost: a text without any of the words that it needs has it not. */
    public boolean mayBeIn(Folded text) {
        // Not by a stream: rules times rows ask it.
        for (String word : required) {
            if (text.folded().contains(word)) {
                return true;
            }
        }
        return required.isEmpty();
    }

    /** Whether it is anywhere in a text. */
    public boolean isIn(Folded text) {
        return pattern.matcher(text.text()).find();
    }

    /** How much it may cost, at most, to look for it in a text. */
    public long cost(Folded text) {
        return (long) steps * (text.text().length() + 1);
    }
}
