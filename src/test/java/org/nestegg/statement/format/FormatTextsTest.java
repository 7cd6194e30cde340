package org.nestegg.statement.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nestegg.platform.language.Languages;
import org.nestegg.statement.Reason;

class FormatTextsTest {

    static final List<Locale> LANGUAGES = Languages.ALL;

    private static final List<Explained> ALL = Stream.<Explained[]>of(
                    RowError.values(), WarningCode.values(), QuestionCode.values(), Reason.values())
            .flatMap(Stream::of)
            .toList();

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void thereIsATextForEverythingAndNoOther(Locale language) {
        assertEquals(
                ALL.stream()
                        .map(explained -> explained.subject() + "." + explained.code())
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(FormatTexts.TEXTS.keys(language)));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyTextIsAPatternWithTheSameArgumentsInItsOwnWords(Locale language) {
        for (Explained explained : ALL) {
            String text = explained.message(language, List.of("FIRST", "SECOND"));
            String english = explained.message(Locale.ENGLISH, List.of("FIRST", "SECOND"));
            assertEquals(english.contains("FIRST"), text.contains("FIRST"), text);
            assertEquals(english.contains("SECOND"), text.contains("SECOND"), text);
            assertFalse(text.isBlank() || text.contains("''") || text.contains("{"), text);
            if (!language.equals(Locale.ENGLISH)) {
                assertNotEquals(english, text);
            }
        }
    }

    @Test
    void whatAFileHasIsShownAsItIsAndNoLonger() {
        assertEquals(
                "a {0} 'b' cannot be read as an amount.",
                RowError.UNREADABLE_AMOUNT.message(Locale.ENGLISH, List.of("a {0} 'b'")));
        assertEquals(
                List.of("x".repeat(60)),
                RowFault.of(RowError.UNREADABLE_ROW, "x".repeat(1000)).arguments());
        assertEquals(
                List.of("x".repeat(59)),
                new Warning(WarningCode.CUT_SHORT, null, List.of("x".repeat(59) + "\uD83D\uDE00")).arguments());
    }
}
