package org.nestegg.rule.pattern;

import java.util.List;

/**
 * What can be told of a regular expression of RE2 by reading it once: how large its program will be at most, and which words a text
 * must have. What is no regular expression has an outline, too; compiling it says what it is.
 *
 * @param steps no less than the program has
 * @param required without case, one of them is in every text that the expression is in; empty if nothing can be told
 */
record PatternOutline(long steps, List<String> required) {

    /** Beyond any bound; what is larger still is no more. */
    static final long ENDLESS = Integer.MAX_VALUE;

    static PatternOutline of(String expression) {
        return new OutlineReader(expression).read();
    }

    static PatternOutline sized(long steps, List<String> required) {
        return new PatternOutline(Math.min(steps, ENDLESS), required);
    }

    /** How often what stands before it is there. */
    record Times(int least, int most) {

        static final Times ONCE = new Times(1, 1);
    }

    /** Things one after the other, as far as they have been read. */
    static final class Sequence {

        private long steps;
        private final StringBuilder word = new StringBuilder();
        private List<String> required = List.of();

        /** The next thing; it is a letter, or it may be anything of which something is required. */
        void add(PatternOutline thing, int letter, Times times) {
            steps = Math.min(ENDLESS, steps + repeated(thing.steps, times));
            boolean isLetter = letter >= 0;
            if (isLetter && times.least > 0) {
                word.append(Folded.fold(Character.toString(letter)));
            }
            if (!isLetter || times != Times.ONCE) {
                endWord();
            }
            if (!isLetter && times.least > 0) {
                prefer(thing.required);
            }
        }

        /** Whatever of it is repeated: all of it, to be sure. */
        void repeat(Times times) {
            steps = Math.min(ENDLESS, repeated(steps, times));
            word.setLength(0);
            required = List.of();
        }

        /** Each time is written out, with a step more where it need not be there. */
        private static long repeated(long steps, Times times) {
            return times == Times.ONCE ? steps : (steps + 1) * Math.max(times.most, 1) + 1;
        }

        private void endWord() {
            if (!word.isEmpty()) {
                prefer(List.of(word.toString()));
                word.setLength(0);
            }
        }

        /** Longer words are rarer. */
        private void prefer(List<String> other) {
            if (shortest(other) > shortest(required)) {
                required = other;
            }
        }

        private static int shortest(List<String> words) {
            return words.stream().mapToInt(String::length).min().orElse(0);
        }

        PatternOutline end() {
            endWord();
            return sized(steps, required);
        }
    }
}
