package org.nestegg.rule.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts without case, in any script. */
class FoldedTest {

    @ParameterizedTest
    @CsvSource({
        "Straße, STRASSE",
        "STRAẞE, strasse",
        "ΟΔΟΣ, οδος",
        "οδός, ΟΔΌΣ",
        "Ärzte, äRZTE",
        "МОСКВА, москва",
        "ǅ, ǆ",
        "ﬁn, FIN",
        "K, k",
        "ſ, S"
    })
    void theSameWithoutCaseIsTheSame(String one, String other) {
        assertEquals(Folded.of(one).folded(), Folded.of(other).folded());
    }

    @Test
    void textsAreComparedAsTheyAreKept() {
        assertEquals(Folded.of("Cafe\u0301"), Folded.of(" Café "));
        assertNotEquals(Folded.of("Café").folded(), Folded.of("Cafe").folded());
    }

    /** All that Java takes for the same letter in another case, as regular expressions do. */
    @Test
    void noLetterIsForgotten() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (Character.isLetter(point)) {
                String letter = Character.toString(point);
                String folded = Folded.fold(letter);
                assertEquals(folded, Folded.fold(Character.toString(Character.toLowerCase(point))), letter);
                assertEquals(folded, Folded.fold(Character.toString(Character.toUpperCase(point))), letter);
                assertEquals(folded, Folded.fold(folded), letter);
            }
        }
    }
}
