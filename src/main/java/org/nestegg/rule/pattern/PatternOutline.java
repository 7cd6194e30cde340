package org.nestegg.rule.pattern;

import java.util.ArrayList;
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
    private static final long ENDLESS = Integer.MAX_VALUE;

    static PatternOutline of(String expression) {
        Reader reader = new Reader(expression.codePoints().toArray());
        PatternOutline all = reader.choice();
        return reader.peek() == Reader.END ? sized(all.steps + 2, all.required) : sized(ENDLESS, List.of());
    }

    private static PatternOutline sized(long steps, List<String> required) {
        return new PatternOutline(Math.min(steps, ENDLESS), required);
    }

    /** How often what stands before it is there. */
    private record Times(int least, int most) {

        static final Times ONCE = new Times(1, 1);
    }

    /** Things one after the other, as far as they have been read. */
    private static final class Sequence {

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

    /** Reads as RE2's parser does. */
    private static final class Reader {

        private static final PatternOutline ONE_STEP = new PatternOutline(1, List.of());
        private static final int NO_LETTER = -1;
        private static final int END = -1;

        private final int[] points;
        private int at;

        Reader(int[] points) {
            this.points = points;
        }

        /** Alternatives, up to the end of their group. */
        PatternOutline choice() {
            long steps = 0;
            List<String> required = new ArrayList<>();
            boolean known = true;
            while (true) {
                PatternOutline one = sequence();
                // Nothing is a step, too, and so is a choice.
                steps = Math.min(ENDLESS, steps + Math.max(one.steps, 1) + 1);
                known &= !one.required.isEmpty();
                required.addAll(one.required);
                if (peek() != '|') {
                    return sized(steps - 1, known ? List.copyOf(required) : List.of());
                }
                at++;
            }
        }

        private PatternOutline sequence() {
            Sequence sequence = new Sequence();
            while (peek() != END && peek() != '|' && peek() != ')') {
                int start = at;
                Times times = times();
                if (at > start) {
                    sequence.repeat(times);
                } else {
                    thing(sequence);
                }
            }
            return sequence.end();
        }

        private void thing(Sequence sequence) {
            int point = points[at++];
            switch (point) {
                case '(' -> group(sequence);
                case '[' -> {
                    set();
                    sequence.add(ONE_STEP, NO_LETTER, times());
                }
                case '.', '^', '$' -> sequence.add(ONE_STEP, NO_LETTER, times());
                case '\\' -> escape(sequence);
                default -> sequence.add(ONE_STEP, point, times());
            }
        }

        private void group(Sequence sequence) {
            if (peek() == '?') {
                // Flags, or a name; flags alone are a group of nothing.
                while (peek() != END && peek() != ':' && peek() != ')' && peek() != '>') {
                    at++;
                }
                if (peek() == ')') {
                    at++;
                    return;
                }
                skip();
            }
            PatternOutline inner = choice();
            skip();
            sequence.add(sized(inner.steps + 2, inner.required), NO_LETTER, times());
        }

        private void escape(Sequence sequence) {
            if (peek() == 'Q') {
                at++;
                quoted(sequence);
                return;
            }
            int point = peek();
            escaped();
            boolean isLetter = point != END && !(point < 0x80 && Character.isLetterOrDigit(point));
            sequence.add(ONE_STEP, isLetter ? point : NO_LETTER, times());
        }

        /** Letters up to an {@code \E} or the end; only the last of them can be repeated. */
        private void quoted(Sequence sequence) {
            while (peek() != END) {
                if (peek() == '\\' && at + 1 < points.length && points[at + 1] == 'E') {
                    at += 2;
                    return;
                }
                int letter = points[at++];
                boolean last = peek() == '\\' && at + 1 < points.length && points[at + 1] == 'E';
                if (last) {
                    at += 2;
                    sequence.add(ONE_STEP, letter, times());
                    return;
                }
                sequence.add(ONE_STEP, letter, Times.ONCE);
            }
        }

        /** What a backslash stands before. */
        private void escaped() {
            int point = peek();
            skip();
            if (point == 'p' || point == 'P' || point == 'x') {
                if (peek() == '{') {
                    while (peek() != END && peek() != '}') {
                        at++;
                    }
                    skip();
                } else {
                    at = Math.min(points.length, at + (point == 'x' ? 2 : 1));
                }
            } else if (point >= '0' && point <= '7') {
                for (int i = 0; i < 2 && peek() >= '0' && peek() <= '7'; i++) {
                    at++;
                }
            }
        }

        /** A set of characters, after its bracket. */
        private void set() {
            if (peek() == '^') {
                at++;
            }
            boolean first = true;
            while (peek() != END && (first || peek() != ']')) {
                first = false;
                int named = peek() == '[' && at + 1 < points.length && points[at + 1] == ':' ? endOfName() : END;
                if (named != END) {
                    at = named;
                } else if (points[at++] == '\\') {
                    escaped();
                }
            }
            skip();
        }

        /** Where {@code [:alpha:]} ends, if it does. */
        private int endOfName() {
            for (int i = at + 2; i + 1 < points.length; i++) {
                if (points[i] == ':' && points[i + 1] == ']') {
                    return i + 2;
                }
            }
            return END;
        }

        /** How often what has just been read is there; reads nothing where it says nothing. */
        private Times times() {
            Times times = switch (peek()) {
                case '*', '?' -> sign(new Times(0, 1));
                case '+' -> sign(new Times(1, 1));
                case '{' -> counted();
                default -> Times.ONCE;
            };
            if (times != Times.ONCE && peek() == '?') {
                at++; // as few as will do
            }
            return times;
        }

        private Times sign(Times times) {
            at++;
            return times;
        }

        /** A count in braces; without one, a brace is a letter. */
        private Times counted() {
            int start = at++;
            int least = number();
            int most = least;
            if (least != END && peek() == ',') {
                at++;
                most = number();
                most = most == END ? least + 1 : most;
            }
            if (least == END || peek() != '}') {
                at = start;
                return Times.ONCE;
            }
            at++;
            return new Times(least, Math.max(least, most));
        }

        private int number() {
            int start = at;
            int number = 0;
            while (peek() >= '0' && peek() <= '9') {
                number = Math.min(100_000, number * 10 + points[at++] - '0');
            }
            return at == start ? END : number;
        }

        private int peek() {
            return at < points.length ? points[at] : END;
        }

        private void skip() {
            at = Math.min(points.length, at + 1);
        }
    }
}
