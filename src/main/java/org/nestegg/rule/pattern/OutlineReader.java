package org.nestegg.rule.pattern;

import java.util.ArrayList;
import java.util.List;
import org.nestegg.rule.pattern.PatternOutline.Sequence;
import org.nestegg.rule.pattern.PatternOutline.Times;

/** Reads a regular expression as RE2's parser does, for its outline. */
final class OutlineReader {

    private static final PatternOutline ONE_STEP = new PatternOutline(1, List.of());
    private static final int NO_LETTER = -1;
    private static final int END = -1;

    private final int[] points;
    private int at;

    OutlineReader(String expression) {
        points = expression.codePoints().toArray();
    }

    /** All of it; beyond any bound where there is more than that. */
    PatternOutline read() {
        PatternOutline all = choice();
        return peek() == END
                ? PatternOutline.sized(all.steps() + 2, all.required())
                : PatternOutline.sized(PatternOutline.ENDLESS, List.of());
    }

    /** Alternatives, up to the end of their group. */
    private PatternOutline choice() {
        long steps = 0;
        List<String> required = new ArrayList<>();
        boolean known = true;
        while (true) {
            PatternOutline one = sequence();
            // Nothing is a step, too, and so is a choice.
            steps = Math.min(PatternOutline.ENDLESS, steps + Math.max(one.steps(), 1) + 1);
            known &= !one.required().isEmpty();
            required.addAll(one.required());
            if (peek() != '|') {
                return PatternOutline.sized(steps - 1, known ? List.copyOf(required) : List.of());
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
        sequence.add(PatternOutline.sized(inner.steps() + 2, inner.required()), NO_LETTER, times());
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
