package org.nestegg.rule.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regular expressions of callers: what they find, and that none of them costs more than it may. */
class LinearPatternTest {

    private static final int TRIES = 100_000;

    /** What expressions are made of, so that many of them are some. */
    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "Z",
            "ß",
            "ς",
            "K",
            "é",
            "🥚",
            "1",
            "7",
            " ",
            "-",
            ",",
            ":",
            "=",
            "<",
            ">",
            "!",
            "|",
            "|",
            "(",
            "(",
            "(",
            ")",
            ")",
            ")",
            "(?:",
            "(?i)",
            "(?i:",
            "(?s-i)",
            "(?P<n>",
            "[",
            "]",
            "^",
            "$",
            ".",
            "*",
            "+",
            "?",
            "*?",
            "{2}",
            "{3,}",
            "{0,2}",
            "{0}",
            "{9}",
            "{12,20}",
            "{",
            "}",
            "{,2}",
            "{2",
            "\\",
            "\\d",
            "\\pL",
            "\\p{Greek}",
            "\\PN",
            "\\x41",
            "\\x{1F95A}",
            "\\101",
            "\\0",
            "\\Q",
            "\\E",
            "\\b",
            "\\.",
            "\\(",
            "\\[",
            "[^ab]",
            "[]a]",
            "[[:alpha:]]",
            "[\\]x]",
            "[a-z{3}(]",
            "[:a:]",
            "\\A",
            "\\z",
            "\\n",
            "\\pZ");

    private static final List<String> LETTERS =
            List.of("a", "b", "Z", "z", "ß", "ss", "σ", "k", "é", "🥚", "1", "7", " ", "A");

    private static String some(List<String> pieces, int most, Random random) {
        return IntStream.range(0, 1 + random.nextInt(most))
                .mapToObj(_ -> pieces.get(random.nextInt(pieces.size())))
                .collect(Collectors.joining());
    }

    private static Optional<Pattern> compiled(String expression) {
        try {
            return Optional.of(Pattern.compile(expression));
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }

    /** Whatever is taken is no larger than was told before, and is found wherever RE2 finds it. */
    @Test
    void theOutlineOfAnyExpressionIsTrue() {
        Random random = new Random(42);
        int expressions = 0;
        int required = 0;
        for (int i = 0; i < TRIES; i++) {
            String expression = some(PIECES, 14, random);
            PatternOutline outline = PatternOutline.of(expression);
            if (outline.steps() > LinearPattern.MOST_STEPS) {
                assertTrue(LinearPattern.of(expression).isEmpty());
                continue;
            }
            Optional<Pattern> pattern = compiled(expression);
            Optional<LinearPattern> ours = LinearPattern.of(expression);
            assertEquals(pattern.isPresent(), ours.isPresent(), expression);
            if (pattern.isEmpty()) {
                continue;
            }
            expressions++;
            required += outline.required().isEmpty() ? 0 : 1;
            assertTrue(
                    pattern.get().programSize() <= outline.steps(),
                    () -> expression + ": " + pattern.get().programSize() + " > " + outline.steps());
            for (int j = 0; j < 5; j++) {
                Folded text = Folded.of(some(LETTERS, 8, random));
                if (pattern.get().matcher(text.text()).find()) {
                    assertTrue(ours.get().mayBeIn(text), () -> expression + " in " + text);
                    assertTrue(ours.get().isIn(text));
                }
            }
        }
        assertTrue(expressions > 10_000 && required > 2_500, expressions + " expressions, " + required + " with words");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "^AMZN~AMZN Mktp DE~amzn mktp",
                "(?i)^amzn~AMZN Mktp~xAMZN",
                "(?i)straße|weg~Am WEG 5~Gasse",
                "REWE\\s+\\d{3,5}~EC REWE  1234 Köln~REWE 12",
                "(?:foo|bar)+ baz~a foobar baz~foo",
                "\\QC&A (1)\\E~bei C&A (1)~C&A 1",
                "[A-Z]{2}\\d{2}[A-Z0-9]{11,30}~IBAN DE89370400440532013000~DE89 3704",
                "\\p{Greek}~Ω~O",
                "a{0}b~xb~a"
            })
    void patternsAreFoundAnywhere(String expression, String in, String notIn) {
        LinearPattern pattern = LinearPattern.of(expression).orElseThrow();
        assertTrue(pattern.mayBeIn(Folded.of(in)) && pattern.isIn(Folded.of(in)));
        assertFalse(pattern.isIn(Folded.of(notIn)));
    }

    /** What Perl has and RE2 has not, because it cannot be found in linear time; and what would fill the memory. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{100}){100}){100}",
                "(((a{1000}){1000}){1000}){10}",
                "((((((((((((((((((((a{2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}",
                "(a?){1000}",
                "\\Qa\\E{1000}",
                "a\\Q\\E{900}",
                "a(?i){900}",
                "(?i)a{1001}",
                "[[(]{900}",
                "(?=a)",
                "(a)\\1",
                "a**",
                "(",
                ")",
                "a)(b{9}",
                "[",
                "\\",
                "\\p{Nobody}",
                "\\p",
                "\\x",
                "(?P<",
                "(?",
                "{2}",
                "\\C"
            })
    void whatIsNoPatternIsRefusedAtOnce(String expression) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertTrue(LinearPattern.of(expression).isEmpty()));
    }

    /** These take for ever where they are tried by going back. */
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+b", "(a*)*c", "(.*a){20}", "(x+x+)+y", "(a?){60}a{60}"})
    void nothingIsTriedForEver(String expression) {
        LinearPattern pattern = LinearPattern.of(expression).orElseThrow();
        Folded text = Folded.of("a".repeat(199) + "!");
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 20; i++) {
                pattern.isIn(text);
            }
        });
    }

    @Test
    void aLongTextIsAPattern() {
        String name = "Donaudampfschifffahrtsgesellschaft ".repeat(5).strip();
        assertTrue(LinearPattern.of("(?i)" + name).isPresent());
        assertTrue(LinearPattern.of("x".repeat(200)).isPresent());
    }
}
